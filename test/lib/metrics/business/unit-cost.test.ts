import fc from 'fast-check';
import { costPerPrediction, costPerUser, moneyFromDecimal } from '../../../../lib/metrics';
import { exactDollars } from './money-arbitrary';

const cost = moneyFromDecimal({ amount: '12.34', currency: 'USD' });
const usd = (micros: bigint) => ({ currency: 'USD', micros });

test('known costs of one and of a thousand', () => {
  // By hand: 12.34 / 8 = 1.5425; 1 / 3,000,000 is a third of a micro-unit, 333.33 of them for a thousand.
  expect(costPerUser({ cost, users: 8 })).toEqual({
    value: usd(1_542_500n),
    perThousand: usd(1_542_500_000n),
    micros: 1_542_500,
  });
  expect(costPerPrediction({ cost: usd(1_000_000n), predictions: 3_000_000 })).toEqual({
    value: usd(0n),
    perThousand: usd(333n),
    micros: 1 / 3,
  });
});

test('halves go to the even micro-unit, in what a credit gives back as well', () => {
  expect(costPerPrediction({ cost: usd(3n), predictions: 2 })).toMatchObject({ value: usd(2n) });
  expect(costPerPrediction({ cost: usd(5n), predictions: 2 })).toMatchObject({ value: usd(2n) });
  expect(costPerPrediction({ cost: usd(-5n), predictions: 2 })).toMatchObject({ value: usd(-2n), micros: -2.5 });
});

test('nothing to spread the cost over is said, not divided by', () => {
  expect(costPerPrediction({ cost, predictions: 0 })).toEqual({ value: null, reason: 'there is no prediction' });
  expect(costPerUser({ cost, users: 0 })).toEqual({ value: null, reason: 'there is no user' });
});

test('cost per prediction times predictions is the cost, within a micro-unit', () => {
  fc.assert(
    fc.property(exactDollars, fc.integer({ min: 1, max: 10 ** 9 }), (all, predictions) => {
      const total = usd(all.micros / 4n);
      const each = costPerPrediction({ cost: total, predictions });
      expect(each).toMatchObject({ micros: expect.any(Number) });
      if (each.value === null) return;
      expect(Math.abs(each.micros * predictions - Number(total.micros))).toBeLessThanOrEqual(1);
      // Rounded to the micro-unit, one is off by half of it at most, and a thousand too.
      const off = 2n * (each.value.micros * BigInt(predictions) - total.micros);
      const offOfThousand = 2n * (each.perThousand.micros * BigInt(predictions) - 1000n * total.micros);
      for (const twice of [off, offOfThousand])
        expect(twice <= BigInt(predictions) && twice >= -BigInt(predictions)).toBe(true);
    }),
  );
});

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
  '%d is no number of predictions or users',
  (count) => {
    const message = `is ${count}, expected a whole number from 0`;

    expect(() => costPerPrediction({ cost, predictions: count })).toThrow(new RangeError(`predictions ${message}`));
    expect(() => costPerUser({ cost, users: count })).toThrow(new RangeError(`users ${message}`));
  },
);
