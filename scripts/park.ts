import { runVerb } from './serving/run-verb';
import { switchRealTime } from './serving/switch-real-time';

/** Parks the real-time endpoint: the model is served on demand, and no instance costs money. */

const USAGE = `npm run park -- [options]
  --environment <name>  default: the one in cdk.json; also --env
  --dataset <folder>    the dataset that was deployed, default: the one in cdk.json
  --no-wait             do not wait until it has happened`;

await runVerb('park', USAGE, (options, operator) => switchRealTime('park', options, operator));
