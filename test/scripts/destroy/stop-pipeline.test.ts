import {
  ListPipelineExecutionsCommand,
  SageMakerClient,
  StopPipelineExecutionCommand,
} from '@aws-sdk/client-sagemaker';
import { mockClient } from 'aws-sdk-client-mock';
import { stopPipeline } from '../../../scripts/destroy/stop-pipeline';

const sleep = async () => {};

function given(...looks: readonly string[]) {
  const client = new SageMakerClient({});
  const mock = mockClient(client);
  const answers = looks.map((PipelineExecutionStatus) => ({
    PipelineExecutionSummaries: [{ PipelineExecutionArn: 'a', PipelineExecutionStatus }],
  }));
  mock.on(ListPipelineExecutionsCommand).callsFake(() => (answers.length > 1 ? answers.shift() : answers[0]));
  const refuse = (name: string, message: string) =>
    mock.on(StopPipelineExecutionCommand).rejects(Object.assign(new Error(message), { name }));
  return { client, mock, refuse };
}

test('an execution that ends by itself while it is being stopped is no error', async () => {
  const { client, refuse } = given('Executing', 'Succeeded');
  refuse('ConflictException', 'it has already ended');

  await expect(stopPipeline(client, 'churn', sleep)).resolves.toBe(1);
});

test('an execution that cannot be stopped is given up in the end, with what SageMaker says', async () => {
  const { client, refuse } = given('Executing');
  refuse('ValidationException', 'not in this state');

  await expect(stopPipeline(client, 'churn', sleep)).rejects.toThrow(
    /the pipeline churn did not happen within 20 minutes; SageMaker says: not in this state/,
  );
});

test('a missing permission is told at once', async () => {
  const { client, mock, refuse } = given('Executing');
  refuse('AccessDeniedException', 'not authorized to perform: sagemaker:StopPipelineExecution');

  await expect(stopPipeline(client, 'churn', sleep)).rejects.toThrow(/not authorized/);
  expect(mock.commandCalls(ListPipelineExecutionsCommand)).toHaveLength(1);
});

test('an execution that is stopping already is waited for and not stopped again', async () => {
  const { client, mock } = given('Stopping', 'Stopping', 'Stopped');

  await expect(stopPipeline(client, 'churn', sleep)).resolves.toBe(0);
  expect(mock.commandCalls(StopPipelineExecutionCommand)).toHaveLength(0);
});
