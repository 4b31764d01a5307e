import type { Placed } from '../../proof/assembly';
import { list, numeric } from '../../proof/json';
import type { Usage } from '../line';
import { dividedBy, type Quantity, quantity, times } from '../quantity';

/** Lambda's own defaults (API, CreateFunction). */
const DEFAULT_MEMORY = 128;
const DEFAULT_ARCHITECTURE = 'x86_64';

/** What so many runs of a function cost, each of so many seconds at the memory that its template gives it. */
export function functionRuns(resource: Placed, what: string, runs: Quantity, seconds: Quantity | string): Usage[] {
  const { MemorySize, Architectures } = resource.Properties;
  const gigabytes = dividedBy(quantity(BigInt(numeric(MemorySize) ?? DEFAULT_MEMORY)), 1024n);
  const architecture = String(list(Architectures)[0] ?? DEFAULT_ARCHITECTURE);
  return [
    { what, price: 'lambda-request', quantity: runs },
    { what, price: `lambda-duration:${architecture}`, quantity: times(gigabytes, seconds, runs) },
  ];
}
