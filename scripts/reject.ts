import { changeApproval } from './serving/change-approval';
import { runVerb } from './serving/run-verb';

/** Rejects a model version; the one in service gives way to the newest approved one with a lower number. */

const USAGE = `npm run reject -- [options] [number of a version, default: the one in service]
  --environment <name>  default: the one in cdk.json; also --env
  --dataset <folder>    the dataset that was deployed, default: the one in cdk.json
  --reason <text>       stands in the registry, default: by hand
  --no-wait             do not wait until it has happened`;

await runVerb('reject', USAGE, (options, operator) => changeApproval('reject', options, operator));
