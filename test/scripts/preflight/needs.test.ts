import { ENVIRONMENTS } from '../../../lib/config/environments';
import { judgeCosts } from '../../../scripts/preflight/always-costs';
import { loggingOf } from '../../../scripts/preflight/api-log-role';
import { mostAtOnce } from '../../../scripts/preflight/at-once';
import { bootstrapsOf } from '../../../scripts/preflight/bootstrap-version';
import { executionRolesOf } from '../../../scripts/preflight/execution-role';
import { concurrencyOf } from '../../../scripts/preflight/lambda-concurrency';
import { quotaNeeds } from '../../../scripts/preflight/quota-needs';
import { typesOf } from '../../../scripts/preflight/resource-types-known';
import { ASSEMBLIES } from '../../proof/broken';

describe('what runs at once', () => {
  const step = (name: string, instances: number, ...after: string[]) => ({ name, instances, after });

  test('is counted together unless one waits for the other', () => {
    expect(mostAtOnce([step('a', 2), step('b', 3)])).toBe(5);
    expect(mostAtOnce([step('a', 2), step('b', 3, 'a')])).toBe(3);
  });

  test('waits across what takes nothing itself', () => {
    expect(mostAtOnce([step('a', 2), step('gate', 0, 'a'), step('b', 3, 'gate')])).toBe(3);
  });

  test('is the largest of all sets, not the one that begins first', () => {
    expect(mostAtOnce([step('a', 1), step('b', 2, 'a'), step('c', 2, 'a'), step('d', 1)])).toBe(5);
  });

  test('ends also for steps that wait for each other', () => {
    expect(mostAtOnce([step('a', 1, 'b'), step('b', 1, 'a')])).toBe(1);
  });
});

describe.each(['sandbox', 'production'] as const)('in %s', (environment) => {
  const assembly = ASSEMBLIES[environment];
  const { training, serving, dataPreparation } = ENVIRONMENTS[environment];
  const need = (name: string) => quotaNeeds(assembly).find(({ quota }) => quota === name);

  test('the search and the baseline train at the same time', () => {
    const instances = training.parallelTuningJobs + 1;
    expect(need(`${training.trainingInstanceType} for training job usage`)).toMatchObject({ least: instances });
    expect(need('Number of instances across all training jobs')).toMatchObject({ least: instances });
  });

  test('three sets are scored at the same time', () => {
    expect(need(`${training.transformInstanceType} for transform job usage`)).toMatchObject({ least: 3 });
  });

  test('a monitor may come beside the assessment', () => {
    expect(need(`${training.processingInstanceType} for processing job usage`)).toMatchObject({ least: 1, wanted: 2 });
  });

  test('an endpoint needs twice what it scales to, and nothing at first while it is parked', () => {
    const { instanceType, initially, instances, maximumInstances } = serving.realTime;
    expect(need(`${instanceType} for endpoint usage`)).toMatchObject({
      least: initially === 'on' ? instances : 0,
      wanted: 2 * maximumInstances + 1,
    });
  });

  test('concurrency without instances is counted over the account', () => {
    expect(need('Maximum total concurrency that can be allocated across all serverless endpoints')).toMatchObject({
      least: serving.serverless.maximumConcurrency,
    });
  });

  test('Glue needs the workers of one job', () => {
    expect(need('Max task DPUs per account')).toMatchObject({ least: dataPreparation.workers });
  });

  test('functions run beside as many writers as ingest', () => {
    expect(concurrencyOf(assembly)).toBeGreaterThan(dataPreparation.parallelIngestions);
  });

  test('only an endpoint that is on from the beginning costs from the beginning', () => {
    expect(judgeCosts(assembly)).toHaveLength(serving.realTime.initially === 'on' ? 1 : 0);
  });

  test('the API logs with a role that its own template sets', () => {
    expect(loggingOf(assembly)).toEqual({ logs: true, setBy: `ml-lifecycle-${environment}-prediction` });
  });

  test('one bootstrap and one role of CloudFormation are asked for', () => {
    expect(bootstrapsOf(assembly.folder)).toEqual([
      { parameter: '/cdk-bootstrap/hnb659fds/version', least: expect.any(Number) },
    ]);
    expect(executionRolesOf({ assembly, account: '111122223333', partition: 'aws', region: 'us-east-1' })).toEqual([
      'arn:aws:iam::111122223333:role/cdk-hnb659fds-cfn-exec-role-111122223333-us-east-1',
    ]);
  });

  test('only types that CloudFormation registers are asked for', () => {
    expect(typesOf(assembly)).toContain('AWS::SageMaker::FeatureGroup');
    expect(typesOf(assembly).filter((type) => /^Custom::|^AWS::CDK::/.test(type))).toEqual([]);
  });
});
