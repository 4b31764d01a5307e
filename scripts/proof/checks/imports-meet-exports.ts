import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assembly } from '../assembly';
import type { Check, Finding } from '../check';
import { under } from '../leaves';
import { namedIn } from '../named-in';

/** A stack imports only what another one exports, and is deployed after it. */
export const importsMeetExports: Check = {
  id: 'imports-meet-exports',
  rule: 'Every Fn::ImportValue has exactly one stack of its region that exports the name, and `cdk deploy` deploys that stack before',
  find(assembly) {
    const exporters = exportersOf(assembly);
    const before = deployedBefore(assembly);
    const doubles = [...exporters].filter(([, ids]) => ids.length > 1);
    return [
      ...doubles.map(([name, [, second = '']]) => inStack(second, `exports ${name}, which another stack exports too`)),
      ...assembly.stacks.flatMap((stack) => {
        const used = namedIn(stack.template);
        const imports = new Set(used.filter(({ as }) => as === 'Fn::ImportValue').map(({ name }) => name));
        return [...imports].flatMap((name) => {
          const [exporter] = exporters.get(name) ?? [];
          if (!exporter) return [inStack(stack.id, `imports ${name}, which no stack exports`)];
          if (exporter === stack.id) return [inStack(stack.id, `imports ${name} from itself`)];
          const region = assembly.stacks.find(({ id }) => id === exporter)?.region;
          if (region !== stack.region)
            return [inStack(stack.id, `imports ${name} from ${exporter} in ${region}, another region`)];
          return !before || before.get(stack.id)?.has(exporter)
            ? []
            : [inStack(stack.id, `imports ${name} from ${exporter}, which is not deployed before it`)];
        });
      }),
    ];
  },
};

function exportersOf({ stacks }: Assembly): Map<string, string[]> {
  const exporters = new Map<string, string[]>();
  for (const { id, template } of stacks)
    for (const output of Object.values((under(template, 'Outputs') as object | undefined) ?? {})) {
      const name = under(output, 'Export', 'Name');
      if (name === undefined) continue;
      const key = JSON.stringify(name);
      exporters.set(key, [...(exporters.get(key) ?? []), id]);
    }
  return exporters;
}

/** By stack, those that the manifest has deployed before it; undefined without a manifest. */
function deployedBefore({ folder, stacks }: Assembly): Map<string, Set<string>> | undefined {
  let artifacts: unknown;
  try {
    artifacts = under(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')), 'artifacts');
  } catch {
    return undefined;
  }
  const direct = (id: string) => (under(artifacts, id, 'dependencies') as string[] | undefined) ?? [];
  return new Map(
    stacks.map(({ id }) => {
      const found = new Set<string>(direct(id));
      // A set yields what is added to it on the way.
      for (const each of found) for (const next of direct(each)) found.add(next);
      return [id, found];
    }),
  );
}

function inStack(stack: string, message: string): Finding {
  return { stack, logicalId: '', message };
}
