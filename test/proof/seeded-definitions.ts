import type { Check } from '../../scripts/proof/check';
import { findWhen } from './broken';

export const MACHINE = 'AWS::StepFunctions::StateMachine';

type Broken = readonly [rule: string, machine: RegExp, from: string, to: string, message: RegExp];

/** One test for each fault: the check finds it when the definition of a state machine has another text in place of one. */
export function seeded(check: Check, faults: readonly Broken[]): void {
  describe(check.id, () => {
    test.each(faults)('%s', (_, id, from, to, message) => {
      const found = findWhen(
        check,
        MACHINE,
        ({ Properties }) => {
          const parts: unknown[] = Properties.DefinitionString['Fn::Join'][1];
          const place = parts.findIndex((part) => typeof part === 'string' && part.includes(from));
          if (place < 0) throw new Error(`no state machine says ${from}`);
          parts[place] = (parts[place] as string).replace(from, () => to);
        },
        { id },
      );
      expect(found.map((finding) => finding.message)).toContainEqual(expect.stringMatching(message));
    });
  });
}
