import { isAbout, watchedMetrics } from '../alarm-metrics';
import type { Assembly, Placed } from '../assembly';
import { about, type Check } from '../check';
import { resourcesOf } from '../resources-of';
import { stateMachineDefinition } from '../state-machine-definition';

/** How work that nobody waits for ends badly. Step Functions counts a timeout apart from a failure. */
const ENDS = [
  {
    type: 'AWS::StepFunctions::StateMachine',
    namespace: 'AWS/States',
    dimension: 'StateMachineArn',
    nameProperty: 'StateMachineName',
    metrics: (machine: Placed, assembly: Assembly) =>
      stateMachineDefinition(machine, assembly)?.TimeoutSeconds === undefined
        ? ['ExecutionsFailed']
        : ['ExecutionsFailed', 'ExecutionsTimedOut'],
  },
  {
    type: 'AWS::SageMaker::Pipeline',
    namespace: 'AWS/Sagemaker/ModelBuildingPipeline',
    dimension: 'PipelineName',
    nameProperty: 'PipelineName',
    metrics: () => ['ExecutionFailed'],
  },
] as const;

/** work that is started by events has nobody who sees it fail. */
export const backgroundWorkIsWatched: Check = {
  id: 'background-work-is-watched',
  rule: 'Every state machine and pipeline has an alarm on each way in which it ends badly (R-05)',
  find: (assembly) =>
    ENDS.flatMap(({ type, namespace, dimension, nameProperty, metrics }) =>
      resourcesOf(assembly, type).flatMap((resource) =>
        metrics(resource, assembly)
          .filter(
            (name) =>
              !watchedMetrics(assembly).some(
                (metric) =>
                  metric.namespace === namespace &&
                  metric.name === name &&
                  isAbout(metric, dimension, resource, nameProperty, assembly),
              ),
          )
          .map((name) => about(resource, `no alarm watches ${namespace} ${name} of it`)),
      ),
    ),
};
