import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { Dataset } from './dataset';

const ROOT = join(import.meta.dirname, '..', '..');
/** The module under which handlers import the dataset that they are deployed for. */
const DATASET_MODULE = 'dataset-description';
/** Lets CommonJS dependencies inside an ES module bundle ask for Node's own modules. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

export interface HandlerBundles {
  /** One folder a handler: `<phase>/<verb-noun>/index.mjs`. */
  readonly lambdaBundles: string;
  /** The resolved dataset as JSON. */
  readonly datasetFile: string;
}

/** Where the bundles of `dataset` are, built or not. */
export function handlerBundles({ name }: Dataset): HandlerBundles {
  const folder = join(ROOT, 'dist', name);
  return { lambdaBundles: join(folder, 'lambda'), datasetFile: join(folder, 'dataset.json') };
}

/**
 * Bundles every `lambda/<phase>/<verb-noun>/handler.ts` for `dataset` with one esbuild call, SDK included, and writes the
 * dataset beside them. The same sources make the same bytes, so an unchanged handler is not deployed again.
 */
export async function bundleHandlers(dataset: Dataset): Promise<HandlerBundles> {
  const bundles = handlerBundles(dataset);
  const { lambdaBundles, datasetFile } = bundles;
  mkdirSync(dirname(datasetFile), { recursive: true });
  writeFileSync(datasetFile, JSON.stringify(dataset, null, 1));
  const handlers = readdirSync(join(ROOT, 'lambda'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('handler.ts'))
    .sort();
  await build({
    absWorkingDir: ROOT,
    entryPoints: handlers.map((path) => ({
      in: join('lambda', path),
      out: join(path, '..', 'index').replaceAll('\\', '/'),
    })),
    outdir: lambdaBundles,
    outExtension: { '.js': '.mjs' },
    alias: { [DATASET_MODULE]: datasetFile },
    bundle: true,
    minify: true,
    legalComments: 'none',
    platform: 'node',
    // Not node24: the local run executes the same bundles on any Node that the project supports.
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE },
    logLevel: 'error',
  });
  return bundles;
}
