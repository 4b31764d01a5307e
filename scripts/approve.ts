import { changeApproval } from './serving/change-approval';
import { runVerb } from './serving/run-verb';

/** Approves a model version, which takes it into service, and waits until it serves. */

const USAGE = `npm run approve -- [options] [number of a version, default: the newest that waits]
  --environment <name>  default: the one in cdk.json; also --env
  --dataset <folder>    the dataset that was deployed, default: the one in cdk.json
  --reason <text>       stands in the registry, default: by hand
  --no-wait             do not wait until it has happened`;

await runVerb('approve', USAGE, (options, operator) => changeApproval('approve', options, operator));
