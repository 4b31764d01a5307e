import type { Check } from '../check';
import { DEFINITIONS } from '../facts/monitor-schedules';
import { findInEach } from '../find-in-each';
import { record } from '../json';

/** What the containers of Model Monitor and Clarify read. Source: SageMaker developer guide, "Container Contract Inputs". */
const READ = `baseline_constraints baseline_statistics dataset_format dataset_source end_time metric_time output_path
  post_analytics_processor_script publish_cloudwatch_metrics record_preprocessor_script sagemaker_endpoint_name
  sagemaker_monitoring_schedule_name start_time`.split(/\s+/);
const PUBLISH = 'publish_cloudwatch_metrics';

/** A variable under another name is read by nobody, and a monitor that publishes nothing rings no alarm. */
export const monitoringEnvironment: Check = {
  id: 'monitoring-environment',
  rule: 'A monitoring job says whether it publishes metrics, by the variables that its container reads, spelled as it reads them',
  find: findInEach(Object.values(DEFINITIONS), ({ Type, Properties }) => {
    const kind = Object.keys(DEFINITIONS).find((each) => DEFINITIONS[each] === Type) ?? '';
    const application = record(Properties[`${kind}AppSpecification`]);
    const names = Object.keys(record(application.Environment));
    return [
      ...names.map((name) => {
        const meant = READ.find((each) => fold(each) === fold(name) && each !== name);
        return meant !== undefined && `it sets ${name}, and its container reads ${meant}`;
      }),
      !names.includes(PUBLISH) && `it does not set ${PUBLISH}, so no alarm ever hears of it`,
      ...names.map(
        (name) =>
          (name.length > 256 || !/^[a-zA-Z_][\w]*$/.test(name)) && `it sets "${name}", which is no name of a variable`,
      ),
    ];
  }),
};

const fold = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
