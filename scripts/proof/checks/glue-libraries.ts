import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { assetKeys } from '../asset-keys';
import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { record } from '../json';
import { textOf } from '../text-of';

const IMPORT = /^\s*(?:from\s+(\w+)[\w.]*\s+import\b|import\s+([\w.]+(?:\s*,\s*[\w.]+)*))/gm;

/** Glue developer guide, `--extra-py-files`. Modules of others, such as pyspark, are none of the assembly's. */
export const glueLibraries: Check = {
  id: 'glue-libraries',
  rule: 'A Glue job is given the modules of ours that its script imports, and those that they import in turn',
  find: (assembly) => {
    const keys = assetKeys(assembly) ?? new Map<string, string>();
    const ours = new Set([...keys.values()].flatMap(modulesIn));
    return findInEach(['AWS::Glue::Job'], (job) => {
      const { ScriptLocation } = record(job.Properties.Command);
      const { '--extra-py-files': libraries } = record(job.Properties.DefaultArguments);
      const sources = (location: unknown) =>
        textOf(location, job, assembly)
          .split(',')
          .flatMap((uri) => keys.get(basename(uri)) ?? []);
      const given = sources(libraries).flatMap(modulesIn);
      const files = [...sources(ScriptLocation), ...sources(libraries).flatMap(filesIn)];
      const missing = new Set(files.flatMap(importsOf).filter((module) => ours.has(module) && !given.includes(module)));
      return [...missing].map((module) => `its script needs the module "${module}", which is not in --extra-py-files`);
    })(assembly);
  },
};

/** Python files in an uploaded folder. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .map((name) => `${folder}/${name}`);
}

function modulesIn(folder: string): readonly string[] {
  return filesIn(folder).map((file) => basename(file, '.py'));
}

function importsOf(file: string): readonly string[] {
  if (!file.endsWith('.py') || !existsSync(file)) return [];
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, from, modules = '']) =>
    (from ?? modules).split(',').map((module) => module.trim().split('.')[0] ?? ''),
  );
}
