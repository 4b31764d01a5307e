import { parseArgs } from 'node:util';
import type { AccountKind } from './service/monitoring/model-monitor';

export interface LocalArguments {
  /** Leaves everything running at the end and prints where it answers. */
  readonly keep: boolean;
  /** Folder with `description.json`, and data files unless the table is a made one. */
  readonly dataset: string;
  readonly seed: string;
  /** Customers to make, for a made table. @default - as many as its description says */
  readonly rows?: string;
  /** How the account stands with SageMaker Model Monitor, which takes no new customers. */
  readonly account: AccountKind;
}

const USAGE = `npm start -- [options]
  --keep              leave everything running and print where it answers; Ctrl-C ends it
  --dataset <folder>  another table: a folder with description.json and its data files
  --seed <n>          another sample, same rules (default 1)
  --rows <n>          customers in the sample
  --account existing  as in an account that may use SageMaker Model Monitor (default: new, which is refused)`;

/** The options of `npm start`; an unknown one ends the run with the usage. */
export function localArguments(args: readonly string[], sampleDataset: string): LocalArguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        keep: { type: 'boolean', default: false },
        dataset: { type: 'string', default: sampleDataset },
        seed: { type: 'string', default: '1' },
        rows: { type: 'string' },
        account: { type: 'string', default: 'new' },
      },
    });
    const { account, ...rest } = values;
    if (account !== 'new' && account !== 'existing') throw new Error(`--account is new or existing, not ${account}`);
    return { ...rest, account };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}
