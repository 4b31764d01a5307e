import { SERVICE_ACTIONS } from '../../facts/service-role-actions';
import { valueAt } from '../../value-at';
import { record } from '../statement';
import { ask, type Caller, objectArn } from './world';

/** Arguments that Glue itself reads from S3, not the script. Source: Glue, "Using job parameters in AWS Glue jobs". */
const FETCHED = ['--extra-py-files', '--extra-jars', '--extra-files', '--additional-python-modules'];
/** Where Glue's own log streams are. Source: Glue, "Logging for AWS Glue jobs". */
const LOG_GROUPS = ['/aws-glue/jobs/output', '/aws-glue/jobs/error'];

/** What Glue does with the role of a job: it fetches script and libraries, writes logs and metrics. */
export const ofGlueJob: Caller = ({ Properties, stack }, world) => {
  const role = world.roleOf(Properties.Role, stack);
  const told = record(Properties.DefaultArguments);
  const files = [valueAt(Properties, 'Command', 'ScriptLocation'), ...FETCHED.map((name) => told[name])]
    .flatMap((value) => (value === undefined ? [] : world.text(value, stack).split(',')))
    .flatMap((uri) => objectArn(uri) ?? []);
  const groups =
    told['--enable-continuous-cloudwatch-log'] === 'true' ? [...LOG_GROUPS, '/aws-glue/jobs/logs-v2'] : LOG_GROUPS;
  return [
    ...files.flatMap((file) => ask(role, SERVICE_ACTIONS.input, file)),
    ...groups.flatMap((group) =>
      ask(role, SERVICE_ACTIONS.jobLogs, `arn:aws:logs:${stack.region}:111111111111:log-group:${group}:log-stream:run`),
    ),
    ...(told['--enable-metrics'] === undefined
      ? []
      : ask(role, SERVICE_ACTIONS.jobMetrics, '*', { 'cloudwatch:namespace': 'Glue' })),
  ];
};
