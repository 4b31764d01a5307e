import { inParallel } from '../../../lambda/shared/in-parallel';

const turn = () => new Promise(setImmediate);

test('never works on more than the limit at once, and answers in the order of the items', async () => {
  let working = 0;
  let most = 0;

  const doubled = await inParallel([5, 1, 3, 2, 4], 2, async (item) => {
    most = Math.max(most, ++working);
    for (let turns = 0; turns < item; turns++) await turn();
    working--;
    return item * 2;
  });

  expect(doubled).toEqual([10, 2, 6, 4, 8]);
  expect(most).toBe(2);
});

test('after a failure nothing new begins, and what has begun ends before it is told', async () => {
  const begun: number[] = [];
  const ended: number[] = [];

  const work = inParallel([1, 2, 3, 4], 2, async (item) => {
    begun.push(item);
    await turn();
    if (item === 1) throw new Error('broken');
    await turn();
    ended.push(item);
  });

  await expect(work).rejects.toThrow('broken');
  expect(begun).toEqual([1, 2]);
  expect(ended).toEqual([2]);
});

test('no items are done at once', async () => {
  expect(await inParallel([], 3, () => Promise.reject(new Error('never')))).toEqual([]);
});
