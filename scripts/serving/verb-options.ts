import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { environmentNamed } from '../../lib/config/check-environment';
import type { EnvironmentConfig } from '../../lib/config/environment-config';
import { readDataset } from '../../lib/config/read-dataset';
import { fixedName } from '../../lib/config/stacks';

export interface VerbOptions {
  readonly config: EnvironmentConfig;
  /** Group of the model's versions. */
  readonly group: string;
  /** The version that is meant. @default - the verb's own choice */
  readonly number?: number;
  /** Stands in the registry beside the decision. */
  readonly reason: string;
  /** Whether to wait until what was asked for has happened. */
  readonly wait: boolean;
}

const OPTIONS = {
  environment: { type: 'string' },
  env: { type: 'string' },
  dataset: { type: 'string' },
  reason: { type: 'string', default: 'by hand' },
  'no-wait': { type: 'boolean', default: false },
} as const;
const PROJECT = join(import.meta.dirname, '..', '..');

/** What was typed after a verb of serving; throws with `usage` when it makes no sense. */
export function verbOptions(args: readonly string[], usage: string): VerbOptions {
  const { context } = JSON.parse(readFileSync(join(PROJECT, 'cdk.json'), 'utf8'));
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [version, ...more] = positionals;
    if (more.length > 0 || (version !== undefined && !/^[1-9]\d*$/.test(version)))
      throw new Error(`"${positionals.join(' ')}" is not the number of a version`);
    const config = environmentNamed(values.environment ?? values.env ?? context.environment);
    const folder = values.dataset === undefined ? join(PROJECT, context.dataset) : resolve(values.dataset);
    return {
      config,
      group: fixedName(config, readDataset(folder).name),
      ...(version !== undefined && { number: Number(version) }),
      reason: values.reason,
      wait: !values['no-wait'],
    };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${usage}`);
  }
}
