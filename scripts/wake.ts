import { runVerb } from './serving/run-verb';
import { switchRealTime } from './serving/switch-real-time';

/** Wakes the real-time endpoint with the model in service; it needs the account's quota for its instance type. */

const USAGE = `npm run wake -- [options]
  --environment <name>  default: the one in cdk.json; also --env
  --dataset <folder>    the dataset that was deployed, default: the one in cdk.json
  --no-wait             do not wait until it has happened`;

await runVerb('wake', USAGE, (options, operator) => switchRealTime('wake', options, operator));
