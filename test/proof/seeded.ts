import type { Check } from '../../scripts/proof/check';
import { ASSEMBLIES, findWhen } from './broken';
import type { Change } from './finds';

type Broken = readonly [rule: string, type: string, id: RegExp, change: Change, message: RegExp];

/** A queue of the product by its ARN, which is right in few places. */
export const DEAD_LETTERS = { 'Fn::GetAtt': ['DeadLettersBBF8BAAB', 'Arn'] };

/** The logical id of a function of the product. */
export const DRIFT = 'MonitorsDriftLook51E502F2';

/** A name as `Fn::Sub` puts something in its place. */
export const placed = (name: string) => `$\{${name}}`;

/** One test for each check: it finds nothing in what is deployed. */
export function nothingOfOursBreaks(...checks: readonly Check[]): void {
  test.each(checks.map((check) => [check.id, check] as const))('nothing of ours breaks the rule of %s', (_, check) => {
    expect(check.find(ASSEMBLIES.sandbox)).toEqual([]);
    expect(check.find(ASSEMBLIES.production)).toEqual([]);
  });
}

/** One test for each fault: the check finds it in one resource of the product that is changed. */
export function seeded(check: Check, faults: readonly Broken[]): void {
  describe(check.id, () => {
    test.each(faults)('%s', (_, type, id, change, message) => {
      const messages = findWhen(check, type, change, { id }).map((finding) => finding.message);
      expect(messages).toContainEqual(expect.stringMatching(message));
    });
  });
}
