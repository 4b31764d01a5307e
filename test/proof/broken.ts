import { existsSync, mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { handlerBundles } from '../../lib/config/bundle-handlers';
import { ENVIRONMENTS } from '../../lib/config/environments';
import { mlLifecycle } from '../../lib/ml-lifecycle';
import type { Assembly } from '../../scripts/proof/assembly';
import type { Check, Finding } from '../../scripts/proof/check';
import { readAssembly, withResources } from '../../scripts/proof/read-assembly';
import { DATASETS } from '../datasets';

const CONTEXT = JSON.parse(readFileSync(join(__dirname, '..', '..', 'cdk.json'), 'utf8')).context;
/** Made before all tests, so that every file finds what the first has synthesized. */
const folder = process.env.PROOF_FOLDER ?? mkdtempSync(join(tmpdir(), 'proof-'));

function synthesized(environment: keyof typeof ENVIRONMENTS): Assembly {
  const shared = join(folder, environment);
  if (!existsSync(shared)) {
    const [dataset] = DATASETS;
    if (!dataset) throw new Error('there is no dataset to synthesize with');
    const outdir = mkdtempSync(join(folder, 'synth-'));
    const app = new App({ context: CONTEXT, outdir });
    mlLifecycle(app, { config: ENVIRONMENTS[environment], dataset, ...handlerBundles(dataset) });
    app.synth();
    try {
      renameSync(outdir, shared);
    } catch {
      // Another file was quicker; what it wrote is the same.
    }
  }
  return readAssembly(shared);
}

/** What is deployed, by environment. */
export const ASSEMBLIES = { sandbox: synthesized('sandbox'), production: synthesized('production') } as const;

// biome-ignore lint/suspicious/noExplicitAny: a fault reaches as deep into a template as it likes
type Json = Record<string, any>;

/**
 * What a check finds when one resource of the product is changed: the first of its type whose logical id matches. The
 * change gets the resource as it stands in the template, and the whole template.
 */
export function findWhen(
  check: Check,
  type: string,
  change: (resource: Json, template: Json) => void,
  { id = /./, environment = 'sandbox' as keyof typeof ASSEMBLIES } = {},
): readonly Finding[] {
  const assembly = ASSEMBLIES[environment];
  const meant = assembly.stacks
    .flatMap(({ resources }) => resources)
    .find(({ Type, logicalId }) => Type === type && id.test(logicalId));
  if (!meant) throw new Error(`there is no ${type} with an id like ${id} to break`);
  const stacks = assembly.stacks.map((stack) => {
    if (stack.id !== meant.stack.id) return stack;
    const template = structuredClone(stack.template) as Json;
    change(template.Resources[meant.logicalId], template);
    return withResources({ ...stack, template });
  });
  return check.find({ ...assembly, stacks });
}
