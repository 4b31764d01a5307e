import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { TAG_KEYS } from '../../../lib/config/cost-tags';
import { UNTAGGABLE_COSTS } from '../../../lib/governance/untaggable-costs';
import { whyUnbilled } from '../../../scripts/cost/unbilled-types';
import type { Placed } from '../../../scripts/proof/assembly';
import { isRecord } from '../../../scripts/proof/json-at';
import { pipelinesOf } from '../../../scripts/proof/pipeline-definition';
import { resourceType } from '../../../scripts/proof/resource-types';
import { resourcesOf } from '../../../scripts/proof/resources-of';
import { inputOf } from '../../../scripts/proof/sdk-models';
import { callsOf } from '../../../scripts/proof/state-calls';
import { machinesOf } from '../../../scripts/proof/state-machine';
import { ASSEMBLIES } from '../../proof/broken';

const DATABASE = loadAwsServiceSpecSync();
/** As types and requests call what holds tags. */
const HOLDS_TAGS = /^(tags|resourceTags)$/i;
const MAY_CHANGE = ['ml:owner', 'ml:cost-center'];
const SERVICES = [
  'cloudformation',
  'cloudwatch',
  'dynamodb',
  'firehose',
  'glue',
  'lambda',
  's3',
  'sagemaker',
  'sfn',
  'sns',
  'sqs',
];
/** Clients for what exists already. */
const MAKE_NOTHING = ['cost-explorer', 'sagemaker-featurestore-runtime', 'sagemaker-runtime'];

/** What a step of a pipeline asks SageMaker for; steps that ask it for nothing are not here. */
const REQUESTS: Readonly<Record<string, string>> = {
  Training: 'sagemaker:createTrainingJob',
  Tuning: 'sagemaker:createHyperParameterTuningJob',
  Processing: 'sagemaker:createProcessingJob',
  Transform: 'sagemaker:createTransformJob',
  Model: 'sagemaker:createModel',
};
const ASK_NOTHING = ['Condition', 'Fail', 'Lambda'];
/** A version has its group's tags, and SageMaker refuses others. */
const OF_THE_GROUP = ['RegisterModel'];

/** Requests of state machines that could bring tags and need not. */
const NEED_NONE: Readonly<Record<string, string>> = {
  'cloudformation:updateStack': 'a stack that is updated without tags keeps its own',
};

const takesTags = (operation: string) => {
  const shape = inputOf(operation);
  return shape !== undefined && 'members' in shape && [...shape.members.keys()].some((name) => HOLDS_TAGS.test(name));
};

const LAMBDA = join(__dirname, '..', '..', '..', 'lambda');
/** Every operation of AWS that the code of a handler names, by the client that it takes it from. */
const CALLS = readdirSync(LAMBDA, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) => [
    ...readFileSync(join(LAMBDA, path), 'utf8').matchAll(/import \{([^}]*)\} from '@aws-sdk\/client-([a-z0-9-]+)'/g),
  ])
  .flatMap(([, names = '', client = '']) =>
    [...names.matchAll(/\b([A-Z]\w+)Command\b/g)].map(([, name = '']) => ({
      client,
      operation: `${client}:${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    })),
  );

/** Keys of a list of tags, or of a map. */
function keysOf(tags: unknown): string[] {
  if (Array.isArray(tags)) return tags.map((tag) => String(isRecord(tag) ? tag.Key : tag));
  return isRecord(tags) ? Object.keys(tags) : [];
}

/** Places within a type that hold tags: its own property, whether the database calls it one for tags or not, or one in a list. */
function placesOf({ Type, Properties }: Placed): unknown[] {
  const [found] = DATABASE.lookup('resource', 'cloudFormationType', 'equals', Type);
  const own = Object.keys(found?.properties ?? {}).filter((name) => HOLDS_TAGS.test(name));
  if (own.length > 0) return own.map((name) => Properties[name]);
  const inLists = Object.values(Properties).filter(Array.isArray).flat().filter(isRecord);
  return inLists.flatMap((each) => ('Tags' in each ? [each.Tags] : []));
}

describe.each(Object.entries(ASSEMBLIES))('in %s', (_, assembly) => {
  const all = resourcesOf(assembly);

  test('whatever has a place for tags carries them there, also where the database does not call it one', () => {
    const places = all
      .filter(({ Type }) => !Type.startsWith('Custom::'))
      .flatMap((resource) => placesOf(resource).map((tags) => ({ resource, keys: keysOf(tags) })));
    const wrong = places.filter(({ resource: { Type }, keys }) => {
      const replaces = [...(resourceType(Type)?.replacing ?? [])].some((name) => HOLDS_TAGS.test(name));
      return TAG_KEYS.some((key) => keys.includes(key) === (replaces && MAY_CHANGE.includes(key)));
    });

    expect(wrong.map(({ resource }) => `${resource.stack.id}/${resource.logicalId}`)).toEqual([]);
    const types = places.map(({ resource }) => resource.Type);
    expect(types).toEqual(expect.arrayContaining(['AWS::Budgets::Budget', 'AWS::DynamoDB::GlobalTable']));
  });

  test('a type without a place for tags has no price of its own, or stands in the list of untaggable costs', () => {
    const untaggable = all.filter(
      (resource) => !resource.Type.startsWith('Custom::') && placesOf(resource).length === 0,
    );

    expect(untaggable.length).toBeGreaterThan(20);
    const priced = untaggable.filter((resource) => whyUnbilled(resource) === undefined).map(({ Type }) => Type);
    expect([...new Set(priced)].sort()).toEqual(UNTAGGABLE_COSTS.flatMap(({ type }) => type ?? []).sort());
  });

  test('every request of a pipeline that can bring tags brings all six, by the SDK’s own model', () => {
    const steps = pipelinesOf(assembly).flatMap((pipeline) => pipeline.steps);
    const unknown = steps.filter(
      ({ type }) => ![...Object.keys(REQUESTS), ...ASK_NOTHING, ...OF_THE_GROUP].includes(type),
    );
    const asking = steps.filter(({ type }) => takesTags(REQUESTS[type] ?? ''));

    expect(unknown.map(({ type }) => type)).toEqual([]);
    expect(asking.length).toBeGreaterThanOrEqual(5);
    for (const { name, args } of asking)
      expect({ name, keys: keysOf(args.Tags).sort() }).toEqual({ name, keys: [...TAG_KEYS].sort() });
  });

  test('no state of a machine makes anything that would go without tags', () => {
    const calls = machinesOf(assembly).flatMap((machine) => callsOf(machine, assembly));
    const untagged = calls.filter(({ operation }) => operation && takesTags(operation));

    expect(calls.length).toBeGreaterThan(10);
    expect(
      [...new Set(untagged.map(({ operation }) => operation))].filter((each) => !(String(each) in NEED_NONE)),
    ).toEqual([]);
  });
});

test('no handler makes anything that would go without tags', () => {
  const [known, others] = [
    CALLS.filter(({ client }) => SERVICES.includes(client)),
    CALLS.filter(({ client }) => !SERVICES.includes(client)),
  ];

  expect(known.length).toBeGreaterThan(20);
  expect(known.filter(({ operation }) => takesTags(operation))).toEqual([]);
  expect(others.filter(({ client }) => !MAKE_NOTHING.includes(client))).toEqual([]);
});

test('the model of a request tells one that takes tags from one that does not', () => {
  expect(Object.values(REQUESTS).filter((operation) => !takesTags(operation))).toEqual([]);
  expect(['sagemaker:startPipelineExecution', 's3:putObject', 'glue:startJobRun'].filter(takesTags)).toEqual([]);
});

test('every untaggable cost says what it is and why, once', () => {
  expect(new Set(UNTAGGABLE_COSTS.map(({ what }) => what)).size).toBe(UNTAGGABLE_COSTS.length);
  const bills = UNTAGGABLE_COSTS.flatMap(({ bill }) =>
    'recordType' in bill ? [bill.recordType] : (bill.usageTypes ?? ['']).map((usage) => `${bill.serviceCode} ${usage}`),
  );
  expect(new Set(bills).size).toBe(bills.length);
});
