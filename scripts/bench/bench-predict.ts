import { randomUUID } from 'node:crypto';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { FirehoseClient } from '@aws-sdk/client-firehose';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SageMakerFeatureStoreRuntimeClient } from '@aws-sdk/client-sagemaker-featurestore-runtime';
import { SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import { ModelInService } from '../../lambda/serving/serve-predictions/model-in-service';
import { servePredictions } from '../../lambda/serving/serve-predictions/serve-predictions';
import { Thresholds } from '../../lambda/serving/serve-predictions/thresholds';
import { readDataset } from '../../lib/config/read-dataset';

/**
 * Measures the time that the prediction function itself takes for a request, from body to answer, with AWS clients that
 * answer at once in this process: what is left is ours. Fails above the limit at the median.
 */

const LIMIT_MILLISECONDS = 5;
/** A function that is called often has its code compiled by then. */
const WARM_UP = 500;
const REQUESTS = 1000;
const COUNTS = [1, 10, 100];
const VERSION = 'arn:aws:sagemaker:us-east-1:111111111111:model-package/churn/1';

const dataset = readDataset(join(import.meta.dirname, '..', '..', 'lib', 'config', 'datasets', 'churn'));

/** A client that answers every command at once. */
function answering<Client extends { send: unknown }>(client: Client, answer: () => object): Client {
  return Object.assign(client, { send: async () => answer() });
}

const recordIds = Array.from({ length: Math.max(...COUNTS) }, (_, index) => `customer-${index}`);

// Made beforehand, since what the stubs take counts as ours.
const Records = recordIds.map((id) => ({
  RecordIdentifierValueAsString: id,
  Record: [
    { FeatureName: dataset.recordId.name, ValueAsString: id },
    { FeatureName: dataset.eventTime.name, ValueAsString: '2026-11-20T00:00:00Z' },
    ...dataset.features.map(({ name }, index) => ({ FeatureName: name, ValueAsString: String(index + 0.5) })),
  ],
}));
const scores = (rows: number) => Buffer.from(Array(rows).fill('0.123456').join('\n'));

function serviceWith(mode: 'real-time' | 'serverless', count: number) {
  const region = 'us-east-1';
  const Parameters = [
    { ParameterKey: 'ApprovedModelVersion', ParameterValue: VERSION },
    { ParameterKey: 'RealTime', ParameterValue: mode === 'real-time' ? 'on' : 'parked' },
  ];
  const stack = answering(new CloudFormationClient({ region }), () => ({ Stacks: [{ Parameters }] }));
  const registry = answering(new SageMakerClient({ region }), () => ({
    CustomerMetadataProperties: { threshold: '0.5' },
  }));
  const found = { Records: Records.slice(0, count) };
  const scored = { Body: scores(mode === 'real-time' ? 1 : count), CustomAttributes: VERSION };
  return {
    dataset,
    featureGroupName: 'features',
    endpoints: { realTime: 'real-time', serverless: 'serverless' },
    stream: 'log',
    featureStore: answering(new SageMakerFeatureStoreRuntimeClient({ region }), () => found),
    runtime: answering(new SageMakerRuntimeClient({ region }), () => scored),
    firehose: answering(new FirehoseClient({ region }), () => ({ FailedPutCount: 0 })),
    modelInService: new ModelInService(stack, 'serving'),
    thresholds: new Thresholds(registry),
    uuid: randomUUID,
    sleep: async () => {},
    random: Math.random,
  };
}

async function measure(mode: 'real-time' | 'serverless', count: number) {
  const service = serviceWith(mode, count);
  const request = {
    body: JSON.stringify({ recordIds: recordIds.slice(0, count) }),
    requestContext: { requestTimeEpoch: Date.now() },
  };
  const times: number[] = [];
  let cpu = process.cpuUsage();
  for (let index = -WARM_UP; index < REQUESTS; index++) {
    if (index === 0) cpu = process.cpuUsage();
    const deadline = AbortSignal.timeout(30_000);
    const begin = performance.now();
    const { statusCode } = await servePredictions(request, service, deadline);
    if (index >= 0) times.push(performance.now() - begin);
    if (statusCode !== 200) throw new Error(`answered ${statusCode}: this measures nothing`);
  }
  const { user, system } = process.cpuUsage(cpu);
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(share * times.length)] as number;
  return { mode, records: count, median: at(0.5), p99: at(0.99), cpu: (user + system) / 1000 / REQUESTS };
}

const results: Awaited<ReturnType<typeof measure>>[] = [];
for (const mode of ['real-time', 'serverless'] as const)
  for (const count of COUNTS) results.push(await measure(mode, count));

console.log(
  `Own time of serve-predictions, AWS calls aside: ${REQUESTS} requests, ${dataset.features.length} features`,
);
console.log('mode         records   median ms      p99 ms      cpu ms   of the limit   ms a record');
for (const { mode, records, median, p99, cpu } of results) {
  const ofLimit = `${((100 * median) / LIMIT_MILLISECONDS).toFixed(1)} %`;
  const cells = [...[median, p99, cpu].map((each) => each.toFixed(3).padStart(12)), ofLimit.padStart(15)];
  console.log(
    mode.padEnd(13) + String(records).padStart(7) + cells.join('') + (median / records).toFixed(4).padStart(14),
  );
}
const [load = 0] = loadavg();
console.log(
  `load ${load.toFixed(1)} on ${availableParallelism()} cores: above one a core, others' work counts in median and p99`,
);
const slowest = Math.max(...results.map(({ median }) => median));
console.log(`slowest median ${slowest.toFixed(3)} ms, limit ${LIMIT_MILLISECONDS} ms`);
if (slowest > LIMIT_MILLISECONDS) process.exitCode = 1;
