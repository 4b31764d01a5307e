import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Assembly } from '../../assembly';
import { readAssembly } from '../../read-assembly';
import type { Context } from '../conditions';
import type { RecordedCall } from '../recorded-call';
import { DeployedNames } from './deployed-names';
import { localRunFolders } from './local-runs';
import { NoRecordError } from './no-record-error';
import { readLines } from './read-lines';

const COMMAND = 'npm run test:local';
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const decision = z.object({
  principal: z.string(),
  action: z.string(),
  resource: z.string(),
  context: z.record(z.string(), value),
  allowed: z.boolean(),
});
const resource = z.object({ stack: z.string(), logicalId: z.string(), type: z.string(), physicalId: z.string() });

/** What IAM was asked about the product's roles in the local runs, allowed and refused, in the order of the runs. */
export interface Decisions {
  readonly allowed: readonly RecordedCall[];
  readonly denied: readonly RecordedCall[];
  readonly names: DeployedNames;
  /** What was deployed there. */
  readonly deployed: Assembly;
}

/** Reads what each local run left: `access.jsonl`, `resources.jsonl` and `cdk.out`. Throws NoRecordError if one left nothing. */
export function readDecisions(folder: string): Decisions {
  const names = new DeployedNames();
  const runs = localRunFolders(folder);
  const assemblies = runs.map((run) => {
    const lines = readLines(join(run, 'resources.jsonl'), resource, COMMAND);
    const assembly = assemblyOfRun(run);
    names.add(lines, assembly);
    return assembly;
  });
  const [deployed] = assemblies;
  if (!deployed) throw new NoRecordError(`there is no local run in ${folder}`, COMMAND);
  const [allowed, denied]: [RecordedCall[], RecordedCall[]] = [[], []];
  for (const run of runs)
    for (const line of readLines(join(run, 'access.jsonl'), decision, COMMAND)) {
      const role = roleOf(line.principal, names, run);
      if (role === undefined) continue;
      const { action } = line;
      const call = { resource: names.withFirstNames(line.resource), context: renamed(line.context, names) };
      (line.allowed ? allowed : denied).push({ role, action, ...call, from: 'local run' });
    }
  return { allowed, denied, names, deployed };
}

/** What a local run deployed. */
function assemblyOfRun(run: string): Assembly {
  const folder = join(run, 'cdk.out');
  if (!existsSync(join(folder, 'manifest.json'))) throw new NoRecordError(`there is no assembly in ${folder}`, COMMAND);
  return readAssembly(folder);
}

/** The role whose session a principal is, if it is one of the product's. */
function roleOf(principal: string, names: DeployedNames, run: string): string | undefined {
  const [, name] = /:assumed-role\/([^/]+)\//.exec(principal) ?? [];
  if (name === undefined) return undefined;
  const role = names.roleOf(name);
  if (role === undefined) throw new NoRecordError(`${run} does not say which resource the role ${name} is`, COMMAND);
  return role || undefined;
}

function renamed(context: Context, names: DeployedNames): Context {
  const one = (each: Context[string]) =>
    typeof each === 'string'
      ? names.withFirstNames(each)
      : Array.isArray(each)
        ? each.map((text) => names.withFirstNames(text))
        : each;
  return Object.fromEntries(Object.entries(context).map(([key, each]) => [key, one(each)]));
}
