import type { Assembly, Placed } from '../proof/assembly';
import { resourcesOf } from '../proof/resources-of';
import { answeringUse } from './endpoint-costs';
import type { PlacedUsage, Usage } from './line';
import { nameOf } from './name-of';
import { pipelineSteps } from './pass/pipeline-steps';
import { preparation } from './pass/preparation';
import type { PassStep } from './pass/step';
import { assumed } from './pass-usage';
import { placed } from './placed';
import { quantity, times } from './quantity';
import { replacement, variantsOf } from './services/endpoints';
import { functionRuns } from './services/function-run';
import { machineRuns } from './services/machine-run';
import { startsOf } from './services/scheduled-runs';
import { standing } from './standing';
import { KILOBYTE } from './units';
import { wayOfPredictions } from './way-of-predictions';

/** One round through the lifecycle, from files that arrive to predictions that are watched, step by step. */
export function onePass(assembly: Assembly): readonly PassStep[] {
  const { steps: prepared, machines } = preparation(assembly);
  return [
    ...prepared,
    ...pipelineSteps(assembly),
    approval(assembly, machines),
    smokeTest(assembly),
    monitors(assembly),
    everywhere(assembly),
  ];
}

/** Every machine that prepares nothing runs once: what serves is decided, applied, followed and parked. */
function approval(assembly: Assembly, others: readonly Placed[]): PassStep {
  const machines = resourcesOf(assembly, 'AWS::StepFunctions::StateMachine').filter((each) => !others.includes(each));
  const runs = quantity(1n);
  const entries = assumed('stateEntries');
  const usages = [
    ...machines.flatMap((machine) => placed(machine, machineRuns({ machine, assembly, runs, entries }))),
    ...standing(assembly).flatMap((endpoint) => placed(endpoint, replacement(endpoint, assembly))),
  ];
  return { name: 'approval and serving update', usages, unpriced: [] };
}

/** Predictions through the API, answered by the endpoint that stands in every environment. */
function smokeTest(assembly: Assembly): PassStep {
  const count = assumed('smokePredictions');
  const serverless = resourcesOf(assembly, 'AWS::SageMaker::Endpoint').flatMap((endpoint) =>
    variantsOf(endpoint, assembly)
      .filter(({ kind }) => kind === 'serverless')
      .flatMap((variant) =>
        placed(
          endpoint,
          answeringUse(variant).map((usage) => repeated(usage, count)),
        ),
      ),
  );
  const { usages, unpriced } = wayOfPredictions(assembly, count);
  return { name: 'smoke test', usages: [...usages, ...serverless], unpriced };
}

/** Every scheduled function runs once on the predictions of the pass. */
function monitors(assembly: Assembly): PassStep {
  const usages = startsOf(resourcesOf(assembly), assembly)
    .flatMap(({ started }) => (started?.Type === 'AWS::Lambda::Function' ? [started] : []))
    .flatMap((started) => {
      const runs = functionRuns(started, `function ${nameOf(started)}`, quantity(1n), assumed('monitorSeconds'));
      return placed(started, runs);
    });
  return { name: 'monitors', usages, unpriced: [] };
}

/** What is spread over all steps, and assumed for the whole pass. */
function everywhere(assembly: Assembly): PassStep {
  const [key] = resourcesOf(assembly, 'AWS::KMS::Key');
  const logGigabytes = times(assumed('logMegabytes'), KILOBYTE, 1000n);
  const all: PlacedUsage[] = [
    { what: 'objects written', price: 's3-write', quantity: quantity(assumed('objectsWritten')) },
    { what: 'objects read', price: 's3-read', quantity: quantity(assumed('objectsRead')) },
    { what: 'logs', price: 'cloudwatch-logs', quantity: logGigabytes },
    ...(key ? [{ what: 'requests to the key', price: 'kms-request', quantity: quantity(assumed('keyRequests')) }] : []),
  ].map((usage) => ({ ...usage, phase: 'all phases', from: 'all steps' }));
  return { name: 'storage, keys and logs of all steps', usages: all, unpriced: [] };
}

function repeated(usage: Usage, count: string): Usage {
  return { ...usage, quantity: times(usage.quantity, count) };
}
