import { givenArchive, SUBMIT, trainingArguments } from './job-fixtures';
import { RunningService } from './running-service';

jest.setTimeout(30_000);

let service: RunningService;

beforeEach(async () => {
  service = await RunningService.start();
  service.cloud.store.put('lake/train/train.csv', '1,2\n');
});

afterEach(() => service.close());

describe('a tuning job', () => {
  const SCORE = `
import os, sys
depth, eta = int(sys.argv[sys.argv.index('--depth') + 1]), float(sys.argv[sys.argv.index('--eta') + 1])
assert '--_tuning_objective_metric' not in sys.argv
assert '"_tuning_objective_metric":"objective:auc"' in open(os.environ['SM_INPUT_CONFIG_DIR'] + '/hyperparameters.json').read()
if depth == 3: raise ValueError('unlucky')
open(os.environ['SM_MODEL_DIR'] + '/model', 'w').write('trees')
print(f'auc={eta:.6f};')
`;
  const { HyperParameters: _, ...definition } = trainingArguments();
  const tuning = (more: object = {}) => ({
    Name: 'Tune',
    Type: 'Tuning',
    Arguments: {
      HyperParameterTuningJobConfig: {
        Strategy: 'Bayesian',
        HyperParameterTuningJobObjective: { Type: 'Maximize', MetricName: 'objective:auc' },
        ResourceLimits: { MaxNumberOfTrainingJobs: 4, MaxParallelTrainingJobs: 2 },
        ParameterRanges: {
          IntegerParameterRanges: [{ Name: 'depth', MinValue: '2', MaxValue: '5', ScalingType: 'Linear' }],
          ContinuousParameterRanges: [{ Name: 'eta', MinValue: '0.01', MaxValue: '0.5', ScalingType: 'Logarithmic' }],
        },
        ...more,
      },
      TrainingJobDefinition: { ...definition, StaticHyperParameters: SUBMIT },
    },
  });

  test('offers the job with the best last objective, and passes over those that fail', async () => {
    await givenArchive(service.cloud.store, 'lake/code/0123abcd.tar.gz', { 'train.py': SCORE });
    service.cloud.functions.set('echo', (event) => ({ payload: event }));
    const best = 'Steps.Tune.BestTrainingJob';
    const Arguments = {
      best: { Get: `${best}.TrainingJobName` },
      value: { Get: `${best}.FinalHyperParameterTuningJobObjectiveMetric.Value` },
      eta: { Get: `${best}.TunedHyperParameters.eta` },
      second: { Get: 'Steps.Tune.TrainingJobSummaries[1].FinalHyperParameterTuningJobObjectiveMetric.Value' },
    };
    const OutputParameters = Object.keys(Arguments).map((OutputName) => ({
      OutputName,
      OutputType: ['value', 'second'].includes(OutputName) ? 'Float' : 'String',
    }));
    const show = { Name: 'Show', Type: 'Lambda', FunctionArn: 'echo', Arguments, OutputParameters };

    const { execution, steps } = await service.run({ Steps: [tuning(), show] });

    expect(execution.PipelineExecutionStatus).toBe('Succeeded');
    const shown = Object.fromEntries(
      steps.Show.Metadata.Lambda.OutputParameters.map((each: { Name: string; Value: string }) => [
        each.Name,
        each.Value,
      ]),
    );
    expect(Number(shown.value)).toBeCloseTo(Number(shown.eta), 5);
    expect(Number(shown.value)).toBeGreaterThan(Number(shown.second));
    expect(service.cloud.store.keys).toContain(`models/runs/${shown.best}/output/model.tar.gz`);
    expect(shown.best).toMatch(/^[0-9a-f]{12}-Tune-[0-9a-f]{10}-00\d-[0-9a-f]{8}$/);
  });

  test('fails when all of its jobs fail', async () => {
    await givenArchive(service.cloud.store, 'lake/code/0123abcd.tar.gz', { 'train.py': 'raise ValueError()' });

    const { steps } = await service.run({ Steps: [tuning()] });

    expect(steps.Tune.FailureReason).toContain('No training job succeeded');
  });
});
