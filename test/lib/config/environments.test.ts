import { checkEnvironment, environmentNamed } from '../../../lib/config/check-environment';
import { ENVIRONMENTS } from '../../../lib/config/environments';

const { sandbox } = ENVIRONMENTS;

test.each(Object.keys(ENVIRONMENTS))('%s can be deployed', (name) => {
  expect(environmentNamed(name).environment).toBe(name);
});

test.each([
  [
    'an environment nobody described',
    () => environmentNamed('staging'),
    /environment: found "staging".*sandbox or production/,
  ],
  [
    'a region without images for our containers',
    () => checkEnvironment({ ...sandbox, region: 'mx-central-1' }),
    /region: found "mx-central-1".*us-east-1/,
  ],
  [
    'a name that S3 would refuse',
    () => checkEnvironment({ ...sandbox, project: 'ML_Lifecycle' }),
    /project: found "ML_Lifecycle"/,
  ],
  [
    'a name that leaves no room for others',
    () => checkEnvironment({ ...sandbox, project: 'a-very-long-project-name' }),
    /project: .*shorten/,
  ],
  [
    'an instance type of another service',
    () => checkEnvironment({ ...sandbox, training: { ...sandbox.training, trainingInstanceType: 'm5.large' } }),
    /training\.trainingInstanceType: found "m5.large".*ml\.m5\.large/,
  ],
  [
    'more jobs at a time than in all',
    () => checkEnvironment({ ...sandbox, training: { ...sandbox.training, parallelTuningJobs: 5 } }),
    /parallelTuningJobs: found 5/,
  ],
  [
    'one Glue worker',
    () => checkEnvironment({ ...sandbox, dataPreparation: { ...sandbox.dataPreparation, workers: 1 } }),
    /workers: found 1.*at least 2/,
  ],
  [
    'a region without images for the schedules',
    () => checkEnvironment({ ...sandbox, region: 'ca-west-1' }),
    /modelMonitoring\.modelMonitorSchedules: found true.*ca-west-1: switch it off.*us-east-1/,
  ],
  [
    'an outcome before its prediction',
    () => checkEnvironment({ ...sandbox, modelMonitoring: { ...sandbox.modelMonitoring, outcomesAfterDays: -1 } }),
    /modelMonitoring\.outcomesAfterDays: found -1/,
  ],
  [
    'a budget of nothing',
    () => checkEnvironment({ ...sandbox, governance: { ...sandbox.governance, budget: { monthlyDollars: 0 } } }),
    /governance\.budget\.monthlyDollars: found 0; give more than 0 dollars, or 'budget: "none"'/,
  ],
  [
    'an anomaly that gains money',
    () => checkEnvironment({ ...sandbox, governance: { ...sandbox.governance, costAnomalies: { leastDollars: -1 } } }),
    /governance\.costAnomalies\.leastDollars: found -1; .*'costAnomalies: "none"'/,
  ],
  ['a list of addresses', () => checkEnvironment({ ...sandbox, operatorsEmail: 'a@x.org b@x.org' }), /operatorsEmail/],
])('%s is refused with field, value and way out', (_what, check, message) => {
  expect(check).toThrow(message);
});

test('an environment without budget, anomalies and categories can be deployed', () => {
  const governance = { activateTags: false, budget: 'none', costAnomalies: 'none', costCategories: false } as const;
  expect(checkEnvironment({ ...sandbox, governance }).governance).toBe(governance);
});

test('a region without images for the schedules will do where they are switched off', () => {
  const modelMonitoring = { ...sandbox.modelMonitoring, modelMonitorSchedules: false };
  expect(checkEnvironment({ ...sandbox, region: 'ca-west-1', modelMonitoring }).region).toBe('ca-west-1');
});
