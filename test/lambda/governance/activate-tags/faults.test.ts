import { expectSameHoweverBrokenOff } from '../../../faults/break-off';
import { failure, givenBilling } from './given-billing';

test('broken off anywhere and started again, the keys are active and the last word is that none is left', async () => {
  const given = () => {
    const { clients, look, active, published } = givenBilling();
    return { clients, start: look, left: () => ({ active: active(), last: published.at(-1) }) };
  };

  expect(await expectSameHoweverBrokenOff(given)).toBe(9);
});

test('the same morning twice activates once and says the same', async () => {
  const { look, asked, published } = givenBilling();

  const [first, second] = [await look(), await look()];

  expect(second).toEqual(first);
  expect(asked()).toHaveLength(1);
  expect(published).toEqual([0, 0]);
});

test('a key that AWS refuses leaves the others active, and the next morning asks for it alone', async () => {
  const { look, asked } = givenBilling({ refused: { 'ml:model': 'not today' } });

  await look();
  await look();

  expect(asked().at(-1)?.input.CostAllocationTagsStatus).toEqual([{ TagKey: 'ml:model', Status: 'Active' }]);
});

test('a throttled activation is an error, and started again it is done', async () => {
  const { look, active, published } = givenBilling({
    onUpdate: (call) => (call === 1 ? failure('LimitExceededException', 'slow down') : undefined),
  });

  await expect(look()).rejects.toThrow('slow down');
  await look();

  expect(active()).toHaveLength(6);
  expect(published).toEqual([0]);
});
