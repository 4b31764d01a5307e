import { MAXIMUM_ATTEMPTS, untilNoneLeft } from '../../../lambda/shared/until-none-left';

function givenService(takes: (attempt: number) => number) {
  const offered: number[][] = [];
  const pauses: number[] = [];
  const attempt = async (items: readonly number[]) => {
    offered.push([...items]);
    return items.slice(takes(offered.length));
  };
  const offer = (items: readonly number[]) =>
    untilNoneLeft(items, attempt, { sleep: async (pause) => void pauses.push(pause), random: () => 0.5 });
  return { offer, offered, pauses };
}

test('only what is left is offered again, after a pause that may double each time', async () => {
  const { offer, offered, pauses } = givenService(() => 1);

  await offer([1, 2, 3, 4]);

  expect(offered).toEqual([[1, 2, 3, 4], [2, 3, 4], [3, 4], [4]]);
  expect(pauses).toEqual([25, 50, 100]);
});

test('what is left after the last attempt is an error, without another pause', async () => {
  const { offer, offered, pauses } = givenService(() => 0);

  await expect(offer([1, 2])).rejects.toThrow(`2 of 2 left after ${MAXIMUM_ATTEMPTS} attempts`);
  expect(offered).toHaveLength(MAXIMUM_ATTEMPTS);
  expect(pauses).toHaveLength(MAXIMUM_ATTEMPTS - 1);
});

test('nothing is not offered', async () => {
  const { offer, offered } = givenService(() => 0);

  await offer([]);

  expect(offered).toEqual([]);
});
