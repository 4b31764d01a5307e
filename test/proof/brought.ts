import type { Check } from '../../scripts/proof/check';
import { judge } from '../../scripts/proof/judge';
import { WAIVERS } from '../../scripts/proof/waivers';
import { ASSEMBLIES, findWhen } from './broken';
import type { Change, Json } from './finds';

export const ACCOUNT = { Ref: 'AWS::AccountId' };
export const joined = (...parts: unknown[]) => ({ 'Fn::Join': ['', parts] });

/** Only what the change brought, since the product has findings that are waived. */
export function newFindings(
  check: Check,
  type: string,
  change: Change,
  how: Parameters<typeof findWhen>[3] = {},
): string[] {
  const before = new Set(check.find(ASSEMBLIES[how.environment ?? 'sandbox']).map((each) => JSON.stringify(each)));
  return findWhen(check, type, change, how)
    .filter((each) => !before.has(JSON.stringify(each)))
    .map(({ message }) => message);
}

/** What a check finds when a template gets one more resource. */
export function withResource(check: Check, type: string, properties: Json): string[] {
  return newFindings(check, 'AWS::SNS::Topic', (_, template) => {
    template.Resources.Added = { Type: type, Properties: properties };
  });
}

/** One test for each check and environment: nothing is open, and no waiver is left over. */
export function nothingButWaived(...checks: readonly Check[]): void {
  describe.each(['sandbox', 'production'] as const)('in %s', (environment) => {
    test.each(checks.map((check) => [check.id, check] as const))('%s finds nothing but what is waived', (_, check) => {
      const waivers = WAIVERS.filter((each) => each.check === check.id);
      const { open, stale } = judge(ASSEMBLIES[environment], environment, [check], waivers);
      expect(open).toEqual([]);
      expect(stale).toEqual([]);
    });
  });
}
