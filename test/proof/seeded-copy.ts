import type { Check } from '../../scripts/proof/check';
import { AssemblyCopy } from '../../scripts/proof/mutations/assembly-copy';
import { resourcesOf } from '../../scripts/proof/resources-of';
import { ASSEMBLIES } from './broken';
import type { Json } from './finds';

type Broken = readonly [
  rule: string,
  type: string,
  id: RegExp,
  change: (resource: Json, resources: Json) => void,
  message: RegExp,
];

/** With links to the code of the handlers, which the checks read that are tested by this. */
const copy = new AssemblyCopy(ASSEMBLIES.sandbox.folder);
afterAll(() => copy.remove());

/** One test for each fault: the check finds it in a copy of the product, code and all. */
export function seeded(check: Check, faults: readonly Broken[]): void {
  describe(check.id, () => {
    test.each(faults)('%s', (_, type, id, change, message) => {
      const meant = resourcesOf(ASSEMBLIES.sandbox, type).find(({ logicalId }) => id.test(logicalId));
      if (!meant) throw new Error(`there is no ${type} with an id like ${id}`);
      const { assembly } = copy.change((templates) => {
        const { Resources } = templates[meant.stack.id] as Json;
        change(Resources[meant.logicalId].Properties, Resources);
      });
      expect(check.find(assembly).map((finding) => finding.message)).toContainEqual(expect.stringMatching(message));
    });
  });
}

/** Puts another text into the one that a template puts together. */
export function say(properties: Json, name: string, from: string, to: string): void {
  const parts: unknown[] = properties[name]['Fn::Join'][1];
  const place = parts.findIndex((part) => typeof part === 'string' && part.includes(from));
  if (place < 0) throw new Error(`${name} does not say ${from}`);
  parts[place] = (parts[place] as string).replace(from, () => to);
}
