import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE = `npm run cost:estimate -- [options]
  --environment <name>   default: the one in cdk.json; also --env
  --assembly <cdk.out>   read this folder and do not synthesize
  --region <region>      prices of another region than the environment's: selects a table, changes no resource
  --assumptions          also print every number that no template says
  --json                 everything, each line with its price row, source and date
  --page <file>          also write a page with charts`;

const OPTIONS = {
  environment: { type: 'string' },
  env: { type: 'string' },
  assembly: { type: 'string' },
  region: { type: 'string' },
  assumptions: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  page: { type: 'string' },
} as const;

export interface EstimateOptions {
  /** @default - the one in cdk.json */
  readonly environment?: string;
  /** @default - it is synthesized */
  readonly assembly?: string;
  /** @default - the environment's */
  readonly region?: string;
  readonly assumptions: boolean;
  readonly json: boolean;
  /** @default - no page */
  readonly page?: string;
}

/** Reads the command line. Throws on an option that there is not, and on two different environments. */
export function estimateOptions(args: readonly string[]): EstimateOptions {
  const { env, environment = env, assembly, page, ...others } = parseArgs({ args: [...args], options: OPTIONS }).values;
  if (env !== undefined && env !== environment) throw new Error(`--env is ${env}, --environment is ${environment}`);
  return {
    ...others,
    ...(environment !== undefined && { environment }),
    ...(assembly !== undefined && { assembly: resolve(assembly) }),
    ...(page !== undefined && { page: resolve(page) }),
  };
}
