import { quantity } from '../quantity';
import type { Pricer } from './pricer';

/** Rotation costs as much again in the second and in the third year: the estimate is of the first. */
export const key: Pricer = () => [{ what: 'key', price: 'kms-key', quantity: quantity(1n) }];

export const secret: Pricer = () => [{ what: 'secret', price: 'secret', quantity: quantity(1n) }];
