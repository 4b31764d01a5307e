import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Assembly } from '../../assembly';
import { bundleOf } from '../../bundle';
import { pointsTo } from '../../points-to';
import { resourcesOf } from '../../resources-of';

/**
 * The roles of every function that runs a handler, as `Stack/LogicalId` by handler (`training/start-training`). A function
 * runs the handler that bundles to the same text, of whichever dataset. `bundles` is what lib/config/bundle-handlers.ts
 * writes into: `<dataset>/lambda/<phase>/<handler>/index.mjs`.
 */
export function rolesOfHandlers(assembly: Assembly, bundles: string): ReadonlyMap<string, readonly string[]> {
  const handlers = handlersByText(bundles);
  const roles = new Map<string, Set<string>>();
  for (const lambda of resourcesOf(assembly, 'AWS::Lambda::Function')) {
    const handler = handlers.get(bundleOf(lambda, assembly)?.text ?? '');
    const role = pointsTo(lambda.Properties.Role, lambda.stack, assembly).resource;
    if (handler === undefined || !role) continue;
    roles.set(handler, (roles.get(handler) ?? new Set()).add(`${role.stack.id}/${role.logicalId}`));
  }
  return new Map([...roles].map(([handler, of]) => [handler, [...of]]));
}

function handlersByText(bundles: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const dataset of existsSync(bundles) ? readdirSync(bundles) : []) {
    const folder = join(bundles, dataset, 'lambda');
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('index.mjs'))
        found.set(readFileSync(join(folder, file), 'utf8'), dirname(file).replaceAll('\\', '/'));
  }
  return found;
}
