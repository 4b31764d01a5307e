import {
  DeleteEndpointCommand,
  DeleteEndpointConfigCommand,
  DeleteModelCommand,
  DescribeEndpointCommand,
  ListEndpointConfigsCommand,
  ListModelsCommand,
  ListMonitoringExecutionsCommand,
  ListTagsCommand,
  type SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import type { AwsStub } from 'aws-sdk-client-mock';
import type { FakeAccount } from './fake-account';
import { failure, page } from './fake-answers';

// biome-ignore lint/suspicious/noExplicitAny: the mock's own types want every command's input at once
type SageMakerMock = AwsStub<any, any, SageMakerClient['config']>;

const arnOf = (kind: string, name: string) => `arn:aws:sagemaker:us-east-1:111122223333:${kind}/${name}`;

/** What SageMaker answers about models, endpoints, their configurations, and the jobs that watch them. */
export function answerServed(mock: SageMakerMock, account: FakeAccount): void {
  const remove = (from: Set<string>, name: string) => {
    if (!from.delete(name)) throw failure('ValidationException', `Could not find "${name}".`);
    account.tags.delete(name);
    return {};
  };
  mock.on(ListModelsCommand).callsFake(({ NameContains = '', NextToken }) => {
    const names = [...account.models].filter((name) => name.includes(NameContains));
    const { items, next } = page(names, NextToken);
    return { Models: items.map((name) => ({ ModelName: name, ModelArn: arnOf('model', name) })), NextToken: next };
  });
  mock.on(DeleteModelCommand).callsFake(({ ModelName }) => remove(account.models, ModelName));
  mock.on(ListEndpointConfigsCommand).callsFake(({ NextToken }) => {
    const { items, next } = page([...account.endpointConfigs], NextToken);
    const EndpointConfigs = items.map((name) => ({
      EndpointConfigName: name,
      EndpointConfigArn: arnOf('endpoint-config', name),
    }));
    return { EndpointConfigs, NextToken: next };
  });
  mock.on(DeleteEndpointConfigCommand).callsFake(({ EndpointConfigName }) => {
    if ([...account.endpoints.values()].includes(EndpointConfigName))
      throw failure('ValidationException', 'It is in use by an endpoint.');
    return remove(account.endpointConfigs, EndpointConfigName);
  });
  mock.on(DescribeEndpointCommand).callsFake(({ EndpointName }) => {
    if (!account.endpoints.has(EndpointName))
      throw failure('ValidationException', `Could not find endpoint "${EndpointName}".`);
    return { EndpointName, EndpointArn: arnOf('endpoint', EndpointName), EndpointStatus: 'InService' };
  });
  mock.on(DeleteEndpointCommand).callsFake(({ EndpointName }) => {
    account.endpointsBeingDeleted.add(EndpointName);
    return {};
  });
  mock.on(ListTagsCommand).callsFake(({ ResourceArn }) => {
    const tags = account.tags.get(ResourceArn.split('/').at(-1)) ?? {};
    return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
  });
  mock.on(ListMonitoringExecutionsCommand).callsFake(({ MonitoringScheduleName, NextToken }) => {
    const jobs = account.monitoringJobs.get(MonitoringScheduleName);
    if (!jobs) throw failure('ResourceNotFound');
    const { items, next } = page(jobs, NextToken);
    const MonitoringExecutionSummaries = items.map((job) =>
      job === '' ? {} : { ProcessingJobArn: arnOf('processing-job', job) },
    );
    return { MonitoringExecutionSummaries, NextToken: next };
  });
}
