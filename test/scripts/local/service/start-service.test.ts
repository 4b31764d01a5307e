import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startService } from '../../../../scripts/local/service/start-service';
import { temporaryFolder } from './job-fixtures';
import { MemoryCloud } from './memory-cloud';
import { RunningService, until } from './running-service';

jest.setTimeout(30_000);

const PROJECT = join(__dirname, '..', '..', '..', '..');

/** A process of its own that runs a service with one job that would take a minute; prints the job's pid. */
const HOST = `
import { startService } from '${PROJECT}/scripts/local/service/start-service';
const objects = { list: async () => [], read: async () => Buffer.from('import time; time.sleep(60)') };
const cloud = {
  actAs: async () => ({ objects, environment: {} }),
  announce: async () => {},
  glueJob: async (Name) => ({ Name, Command: { ScriptLocation: 's3://code/job.py' } }),
};
const { url } = await startService({ cloud, folder: process.argv[2], pythonFolder: '', containerScript: '' });
const headers = { 'x-amz-target': 'AWSGlue.StartJobRun' };
await fetch(url, { method: 'POST', headers, body: '{"JobName": "job"}' });
for (;;) {
  const { running } = await (await fetch(url + '/local/jobs')).json();
  if (running[0]) { console.log(running[0].pid); break; }
}
`;

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends the service and every job', async (signal) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'host.mts'), HOST);
  const host = spawn(process.execPath, ['--import', 'tsx', join(folder, 'host.mts'), folder], { cwd: PROJECT });
  let printed = '';
  host.stdout.on('data', (data) => {
    printed += data;
  });
  const ended = new Promise((resolve) => host.once('exit', (_code, by) => resolve(by)));
  const pid = await until(async () => Number(printed) || undefined);

  host.kill(signal);

  expect(await ended).toBe(signal);
  await until(async () => {
    try {
      process.kill(pid, 0);
      return undefined;
    } catch {
      return true;
    }
  });
});

test('a port that is taken is an error', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const options = { cloud: new MemoryCloud(), folder: temporaryFolder(), pythonFolder: '', containerScript: '' };

  await expect(startService({ ...options, port })).rejects.toThrow('EADDRINUSE');

  taken.close();
});

test('what cannot be delivered is reported, and the next is delivered all the same', async () => {
  const service = await RunningService.start();
  jest.spyOn(service.cloud, 'announce').mockRejectedValueOnce(new Error('nobody listens'));
  const Steps = [{ Name: 'No', Type: 'Fail', Arguments: { ErrorMessage: 'no' } }];

  await service.run({ Steps });
  await service.close();

  expect(service.reports).toEqual([expect.stringContaining('nobody listens')]);
  expect(service.cloud.changes.length).toBeGreaterThan(0);
});

test('changes are delivered in the order in which they happened, however long each takes', async () => {
  const service = await RunningService.start();
  const delivered: string[] = [];
  let delay = 40;
  jest.spyOn(service.cloud, 'announce').mockImplementation(async ({ detail }) => {
    const change = detail as Record<string, unknown>;
    delay -= 10;
    await new Promise((resolve) => setTimeout(resolve, delay));
    delivered.push(String(change.currentPipelineExecutionStatus ?? change.currentStepStatus));
  });

  await service.run({ Steps: [{ Name: 'No', Type: 'Fail', Arguments: { ErrorMessage: 'no' } }] });
  await service.close();

  expect(delivered).toEqual(['Executing', 'Executing', 'Failed', 'Failed']);
});

test('a closed service listens to no signal any more', async () => {
  const listeners = () => ['exit', 'SIGTERM', 'SIGINT', 'SIGHUP'].map((name) => process.listenerCount(name));
  const before = listeners();

  await (await RunningService.start()).close();

  expect(listeners()).toEqual(before);
});

test('a request that is no JSON is answered in the shape of AWS', async () => {
  const service = await RunningService.start();
  const headers = { 'x-amz-target': 'SageMaker.DescribePipeline' };

  const answer = await fetch(service.service.url, { method: 'POST', headers, body: '{' });

  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ __type: 'SerializationException' });
  await service.close();
});
