import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { environmentNamed } from '../../lib/config/check-environment';
import { readDescription } from '../../lib/config/read-dataset';
import { collectEvidence } from './evidence';
import { localArguments } from './local-arguments';
import { LocalCloud } from './local-cloud';
import { PROJECT } from './project-folder';
import { checkTools, ensurePythonEnvironment } from './python-environment';
import { writeReport } from './report/write-report';
import { goRound } from './round';
import { Stages } from './stages';
import { summary } from './summary';

const RUN_FOLDER = join(PROJECT, '.local', 'run');
const REPORT = join(PROJECT, 'out', 'report', 'index.html');
const SAMPLE_DATASET = join('lib', 'config', 'datasets', 'churn');

/** The whole local run; resolves with the exit code. */
async function start(args: readonly string[], stopped: Promise<never>): Promise<void> {
  const { keep, dataset, seed, rows, account } = localArguments(args, SAMPLE_DATASET);
  const datasetFolder = resolve(PROJECT, dataset);
  const description = readDescription(datasetFolder);
  const config = environmentNamed('sandbox');
  const stages = new Stages();
  rmSync(RUN_FOLDER, { recursive: true, force: true });
  mkdirSync(RUN_FOLDER, { recursive: true });

  const installLog = join(RUN_FOLDER, 'install.log');
  await stages.run('Check tools, install Python packages', () => {
    checkTools();
    ensurePythonEnvironment(installLog);
  });
  const cloud = await stages.run('Start emulator, local SageMaker and Glue', () =>
    LocalCloud.start({ folder: RUN_FOLDER, region: config.region, account }),
  );
  try {
    Object.assign(process.env, cloud.environment);
    const options = { stages, cloud, config, description, datasetFolder, runFolder: RUN_FOLDER };
    const round = goRound({ ...options, seed: Number(seed), customers: rows === undefined ? undefined : Number(rows) });
    const { lifecycle, version, loop, versions } = await Promise.race([round, stopped]);
    const evidence = await collectEvidence(lifecycle, version);
    writeReport(REPORT, { description, evidence, loop, stages: stages.results });
    console.log(
      summary({
        description,
        evidence,
        loop,
        versions,
        stages: stages.results,
        totalSeconds: stages.totalSeconds,
        report: REPORT,
      }),
    );
    if (keep) {
      console.log(`\nrunning: AWS_ENDPOINT_URL=${cloud.url} AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test`);
      console.log(`logs: ${RUN_FOLDER}\nCtrl-C ends it`);
      await stopped.catch(() => {});
    }
  } finally {
    await cloud.close();
  }
}

class Interrupted extends Error {}

const stopped = new Promise<never>((_resolve, reject) => {
  // `on`, not `once`: a listener that has gone would let the signal end the process before it has tidied up.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => reject(new Interrupted(signal)));
});
// Nobody may be waiting when it comes; `start` looks at it in its own time.
stopped.catch(() => {});

try {
  await start(process.argv.slice(2), stopped);
  process.exit(0);
} catch (error) {
  const interrupted = error instanceof Interrupted;
  console.error(interrupted ? '\nstopped; nothing is left running' : `\n${(error as Error).message}`);
  process.exit(interrupted ? 130 : 1);
}
