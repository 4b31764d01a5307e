import { inParallel } from '../../../../scripts/local/service/in-parallel';

test('results come in the order of the items, and no more than the limit is under way', async () => {
  let now = 0;
  let most = 0;

  const results = await inParallel([30, 10, 20], 2, async (milliseconds, index) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    now -= 1;
    return index;
  });

  expect([results, most]).toEqual([[0, 1, 2], 2]);
});

test('after an error nothing new is begun, and it is thrown when the rest has ended', async () => {
  const begun: number[] = [];
  let ended = false;
  const work = async (item: number) => {
    begun.push(item);
    if (item === 1) throw new Error('no');
    await new Promise((resolve) => setTimeout(resolve, 20));
    ended = true;
  };

  await expect(inParallel([1, 2, 3, 4], 2, work)).rejects.toThrow('no');

  expect([begun, ended]).toEqual([[1, 2], true]);
});
