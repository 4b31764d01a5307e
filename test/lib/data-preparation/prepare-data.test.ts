import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { handlerBundles } from '../../../lib/config/bundle-handlers';
import type { Dataset } from '../../../lib/config/dataset';
import { ENVIRONMENTS } from '../../../lib/config/environments';
import { DataLakeStack } from '../../../lib/data-lake/data-lake-stack';
import { DataPreparationStack } from '../../../lib/data-preparation/data-preparation-stack';
import { FeatureStoreStack } from '../../../lib/feature-store/feature-store-stack';
import { FoundationStack } from '../../../lib/foundation/foundation-stack';
import { DATASETS } from '../../datasets';

const SCRIPTS = join(__dirname, '..', '..', '..', 'scripts', 'jobs', 'preparation');

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Variable: string; readonly IsPresent: boolean; readonly Next: string }[];
  readonly Catch?: readonly {
    readonly ErrorEquals: readonly string[];
    readonly ResultPath: unknown;
    readonly Next: string;
  }[];
  readonly Parameters?: Record<string, unknown>;
  readonly OutputPath?: string;
}

const dataset = DATASETS[0] as Dataset;
const app = new App();
const lifecycle = { config: ENVIRONMENTS.sandbox, dataset, ...handlerBundles(dataset) };
const foundation = new FoundationStack(app, 'Foundation', lifecycle);
const dataLake = new DataLakeStack(app, 'DataLake', lifecycle, foundation);
const featureStore = new FeatureStoreStack(app, 'FeatureStore', lifecycle, { foundation, dataLake });
const before = { foundation, dataLake, featureStore };
const dataPreparation = new DataPreparationStack(app, 'DataPreparation', lifecycle, before);
const template = Template.fromStack(dataPreparation as Stack);

const [machine] = Object.values(template.findResources('AWS::StepFunctions::StateMachine'));
/** The definition with every reference to another resource left out. */
const { StartAt, States } = JSON.parse(
  machine?.Properties.DefinitionString['Fn::Join'][1]
    .map((part: unknown) => (typeof part === 'string' ? part : ''))
    .join(''),
) as { StartAt: string; States: Record<string, State> };

/** The states that a run passes whose data have the members `present`, up to its end, when nothing fails. */
function states(present: readonly string[], from = StartAt): string[] {
  const { Choices, Next, Default } = States[from] as State;
  const chosen = Choices?.find(({ Variable, IsPresent }) => present.includes(Variable) === IsPresent);
  const next = chosen?.Next ?? Default ?? Next;
  return next === undefined ? [from] : [from, ...states(present, next)];
}

test('files that arrived are claimed, curated, made features and datasets of', () => {
  expect(states(['$.key'])).toEqual([
    'FilesArrived',
    'DescribeDelivery',
    'ClaimDelivery',
    'Curate',
    'IngestFeatures',
    'BuildDatasets',
    'Prepared',
  ]);
});

test('without a delivery nothing is claimed and only datasets are built', () => {
  expect(states([])).toEqual(['FilesArrived', 'DescribeRequest', 'BuildDatasets', 'Prepared']);
});

test.each(['Curate', 'IngestFeatures', 'BuildDatasets'])(
  'a failure in %s frees the delivery, if one was claimed',
  (name) => {
    const [caught] = States[name]?.Catch ?? [];

    expect(caught?.ErrorEquals).toEqual(['States.ALL']);
    expect(states(['$.delivery'], caught?.Next)).toEqual(['DeliveryClaimed', 'FreeDelivery', 'NotPrepared']);
    expect(states([], caught?.Next)).toEqual(['DeliveryClaimed', 'NotPrepared']);
  },
);

test('a claim that fails may have been written, so it is freed; what another run has claimed stays', () => {
  const [taken, failed] = States.ClaimDelivery?.Catch ?? [];
  const { Parameters, Catch } = States.FreeDelivery ?? {};

  expect(taken?.Next).toBe('AlreadyPrepared');
  expect(failed?.ErrorEquals).toEqual(['States.ALL']);
  expect(states(['$.delivery'], failed?.Next)).toEqual(['DeliveryClaimed', 'FreeDelivery', 'NotPrepared']);
  expect(Parameters).toMatchObject({
    ConditionExpression: '#execution = :execution',
    ExpressionAttributeNames: { '#execution': 'execution' },
    ExpressionAttributeValues: { ':execution': { 'S.$': '$$.Execution.Name' } },
  });
  // The error of the run stays the one that the claim failed of.
  expect(Catch).toEqual([
    { ErrorEquals: ['DynamoDB.ConditionalCheckFailedException'], ResultPath: null, Next: 'NotPrepared' },
  ]);
});

test('only a delivery is known by what has to be freed', () => {
  expect(States.DescribeDelivery?.Parameters).toHaveProperty(['delivery.$']);
  expect(States.DescribeRequest?.Parameters).not.toHaveProperty(['delivery.$']);
});

test('a run answers why and as of when it was asked for, and the day only of a delivery', () => {
  const asked = { outcome: 'prepared', dataset: dataset.name, 'cause.$': '$.cause', 'time.$': '$.arrivedAt' };
  const delivered = States.DescribeDelivery?.Parameters?.answer;
  const requested = States.DescribeRequest?.Parameters?.answer;

  expect(States.Prepared?.OutputPath).toBe('$.answer');
  expect(delivered).toEqual({
    ...asked,
    'datasets.$': expect.stringContaining('$$.Execution.Name'),
    'ingestDate.$': expect.stringContaining('$.key'),
  });
  expect(requested).toEqual({ ...asked, 'datasets.$': (delivered as Record<string, string>)['datasets.$'] });
});

test('a delivery that another run has claimed gets the same answer but for its outcome', () => {
  const [caught] = States.ClaimDelivery?.Catch ?? [];
  const answer = States[caught?.Next ?? '']?.Parameters ?? {};

  expect(caught?.ErrorEquals).toEqual(['DynamoDB.ConditionalCheckFailedException']);
  expect(answer.outcome).toBe('already-prepared');
  const members = (of: object | undefined) => Object.keys(of ?? {}).map((name) => name.replace('.$', ''));
  expect(members(answer).sort()).toEqual(members(States.DescribeDelivery?.Parameters?.answer as object).sort());
});

test('datasets are built from what was curated and from both logs', () => {
  expect(States.BuildDatasets?.Parameters?.Arguments).toEqual({
    '--curated': expect.stringMatching(`/curated/${dataset.name}/$`),
    '--predictions': expect.stringMatching(`/predictions/${dataset.name}/$`),
    '--outcomes': expect.stringMatching(`/outcomes/${dataset.name}/$`),
    '--datasets.$': "States.Format('{}/', $.datasets)",
  });
});

/** Prefixes, without the dataset, that the job's role may use `action` on. */
function zones(job: string, action: RegExp): string[] {
  const policies = Object.entries(template.findResources('AWS::IAM::Policy')).filter(([id]) => id.includes(job));
  const statements: { Action: string | string[]; Resource: unknown }[] = policies.flatMap(
    ([, { Properties }]) => Properties.PolicyDocument.Statement,
  );
  const text = JSON.stringify(statements.filter(({ Action }) => [Action].flat().some((each) => action.test(each))));
  return [
    ...new Set([...text.matchAll(new RegExp(`/([a-z-]+)/${dataset.name}/\\*`, 'g'))].map(([, zone]) => zone ?? '')),
  ].sort();
}

test('each job opens the zones that it works on and no others', () => {
  expect(zones('JobsCurate', /s3:GetObject/)).toEqual(['curated', 'feature-records', 'quarantine', 'raw']);
  expect(zones('JobsCurate', /s3:PutObject/)).toEqual(['curated', 'feature-records', 'quarantine']);
  expect(zones('JobsBuildDatasets', /s3:GetObject/)).toEqual(['curated', 'datasets', 'outcomes', 'predictions']);
  expect(zones('JobsBuildDatasets', /s3:PutObject/)).toEqual(['datasets']);
});

test('the jobs find every module of ours that they import', () => {
  const modules = readdirSync(SCRIPTS).filter((file) => file.endsWith('.py'));
  const imported = modules.flatMap((file) =>
    [...readFileSync(join(SCRIPTS, file), 'utf8').matchAll(/^\s*(?:from|import) (\w+)/gm)].map(
      ([, name]) => `${name}.py`,
    ),
  );
  const [job] = Object.values(template.findResources('AWS::Glue::Job'));
  const library = JSON.stringify(job?.Properties.DefaultArguments['--extra-py-files']);
  const [, hash] = /([0-9a-f]{64})\.zip/.exec(library) ?? [];

  expect(readdirSync(join(app.outdir, `asset.${hash}`)).sort()).toEqual(
    modules.filter((file) => imported.includes(file)).sort(),
  );
});
