import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { environmentNamed } from '../lib/config/check-environment';
import { PredictionClient } from './prediction/prediction-client';

/** Asks the deployed model about records, with the shell's credentials, and prints the answer as JSON. */

const USAGE = `npm run predict -- [options] <record id> …
  --environment <name>  default: the one in cdk.json
  --url <url>           the API, default: what the prediction stack says`;

function options() {
  try {
    const options = { environment: { type: 'string' }, url: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length === 0) throw new Error('name at least one record');
    return { ...values, recordIds: positionals };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

try {
  const { environment, url, recordIds } = options();
  const { context } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'cdk.json'), 'utf8'));
  const client = await PredictionClient.of(environmentNamed(environment ?? context.environment), url);
  console.log(JSON.stringify(await client.predict(recordIds), null, 2));
} catch (error) {
  console.error(`predict failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
