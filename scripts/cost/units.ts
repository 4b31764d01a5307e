import { quantity } from './quantity';

/** A KB in GB, as prices mean it. */
export const KILOBYTE = quantity('0.000001');
