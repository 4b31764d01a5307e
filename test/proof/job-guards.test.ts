import { COST_KEYS } from '../../scripts/proof/facts/cost-tags';
import type { Context } from '../../scripts/proof/iam/conditions';
import { type Decision, decide } from '../../scripts/proof/iam/decide';
import { roleStatements } from '../../scripts/proof/iam/role-statements';
import { serviceCalls } from '../../scripts/proof/iam/service-calls';
import { callsOf } from '../../scripts/proof/state-calls';
import { machinesOf } from '../../scripts/proof/state-machine';
import { ASSEMBLIES } from './broken';

const TYPES = 'sagemaker:InstanceTypes';
const TIME = 'sagemaker:MaxRuntimeInSeconds';
const JOB = /^sagemaker:Create(Training|HyperParameterTuning|Processing|Transform)Job$/;
const TIMED = /^sagemaker:Create(Training|HyperParameterTuning|Processing)Job$/;
const CREATES = /^sagemaker:Create(\w+Job|Model)$/;

type Environment = keyof typeof ASSEMBLIES;

/** The statements of a role, and the calls that SageMaker makes with it for what the templates say. */
function role(environment: Environment, id: RegExp) {
  const assembly = ASSEMBLIES[environment];
  const found = roleStatements(assembly).find(({ role: { logicalId } }) => id.test(logicalId));
  if (!found) throw new Error(`there is no role ${id}`);
  const calls = serviceCalls(assembly).filter((call) => call.role === `${found.role.stack.id}/${found.role.logicalId}`);
  return { statements: found.statements, calls };
}

function pipelineJobs(environment: Environment, kind: RegExp) {
  const { statements, calls } = role(environment, /^PipelineRolesPipeline/);
  const jobs = calls.filter(({ action }) => kind.test(action));
  /** What IAM answers for each job of the pipeline when it says something else. */
  const answers = (change: (context: Context) => Context): Decision[] =>
    jobs.map(({ action, resource = '', context }) =>
      decide({ statements, action, resource, context: change(context) }),
    );
  return { jobs, answers };
}

const same = (context: Context) => context;
const saying = (more: Context) => (context: Context) => ({ ...context, ...more });
const without = (key: string) => (context: Context) =>
  Object.fromEntries(Object.entries(context).filter(([name]) => name !== key));
const all = <T>(length: number, value: T): T[] => Array.from({ length }, () => value);

describe.each(['sandbox', 'production'] as const)('in %s', (environment) => {
  test('every job of the pipeline is allowed as it stands in the template, of each kind at least one', () => {
    const { jobs, answers } = pipelineJobs(environment, CREATES);

    expect(new Set(jobs.map(({ action }) => action)).size).toBe(5);
    expect(answers(same)).toEqual(all(jobs.length, 'allowed'));
  });

  test.each([
    ['another machine', saying({ [TYPES]: ['ml.p5.48xlarge'] })],
    ['a larger one of the same family', saying({ [TYPES]: ['ml.m5.24xlarge'] })],
    ['one of its machines and another', saying({ [TYPES]: ['ml.m5.large', 'ml.m5.xlarge', 'ml.g5.xlarge'] })],
    ['a machine that it does not name', without(TYPES)],
  ])('no job runs on %s', (_, change) => {
    const { jobs, answers } = pipelineJobs(environment, JOB);

    expect(answers(change)).toEqual(all(jobs.length, 'explicitly-denied'));
  });

  test('no job of which IAM learns the time runs for a second longer than the environment says, or without an end', () => {
    const { jobs, answers } = pipelineJobs(environment, TIMED);
    const longest = Math.max(...jobs.map(({ context }) => Number(context[TIME])));

    expect(longest).toBe({ sandbox: 1800, production: 7200 }[environment]);
    expect(answers(saying({ [TIME]: longest }))).toEqual(all(jobs.length, 'allowed'));
    expect(answers(saying({ [TIME]: longest + 1 }))).toEqual(all(jobs.length, 'explicitly-denied'));
    expect(answers(without(TIME))).toEqual(all(jobs.length, 'explicitly-denied'));
  });

  test.each(COST_KEYS)('no job and no model is made without the tag %s', (key) => {
    const { jobs, answers } = pipelineJobs(environment, CREATES);

    expect(answers(without(`aws:RequestTag/${key}`))).toEqual(all(jobs.length, 'explicitly-denied'));
  });

  test('the endpoint that explains runs on the machine that its plan names, and on no other', () => {
    const { statements } = role(environment, /^MonitorAccessRole/);
    const resource = `arn:aws:sagemaker:us-east-1:111111111111:endpoint-config/ml-lifecycle-${environment}-clarify-1`;
    const on = (types: readonly string[] | undefined) =>
      decide({
        statements,
        action: 'sagemaker:CreateEndpointConfig',
        resource,
        context: types ? { [TYPES]: types } : {},
      });

    expect(on(['ml.m5.large'])).toBe('allowed');
    expect([on(['ml.p5.48xlarge']), on(['ml.m5.large', 'ml.m5.xlarge']), on(undefined)]).toEqual(
      all(3, 'explicitly-denied'),
    );
  });

  test('IAM knows no key for jobs of Glue: who starts them says neither workers nor time, so that their own hold', () => {
    const assembly = ASSEMBLIES[environment];
    const starts = machinesOf(assembly)
      .flatMap((machine) => callsOf(machine, assembly))
      .filter(({ operation }) => operation === 'glue:startJobRun');

    expect(starts).toHaveLength(2);
    for (const { parameters } of starts) expect(Object.keys(parameters).sort()).toEqual(['Arguments', 'JobName']);
  });
});
