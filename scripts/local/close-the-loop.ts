import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fate } from '../sample/make-delivery';
import { madeFiles } from './delivered-files';
import type { RoundOptions } from './deploy';
import { deliver, type FirstHalf } from './first-half';
import { PassingDays } from './passing-days';
import type { Answer } from './running-model';
import type { Served } from './serve-model';
import { type SideBySide, sideBySide } from './side-by-side';

/** Other customers, of a world that moved this far (`--drift` of the sample generator). */
const SEED_APART = 1000;
const DRIFT = 1.25;
const DRIFTED_CUSTOMERS = 3600;
/** So many of them are never told about: the two versions are judged on them. */
const HELD_BACK = 1000;
/** Outcomes of the first customers: too few for a training. */
const FIRST_OUTCOMES = 400;

/** The emulator's Firehose writes within half a second. */
const DELIVERY_MILLISECONDS = 1000;

const DRIFT_MONITOR = { stack: 'model-monitoring', logicalId: 'MonitorsDriftLook' } as const;
const QUALITY_MONITOR = { stack: 'model-monitoring', logicalId: 'MonitorsQualityLook' } as const;

/** One look of a monitor, as far as the page draws it. */
export interface DriftLook {
  readonly sentence: string;
  readonly versions: readonly {
    readonly inService: boolean;
    readonly features?: readonly { readonly name: string; readonly psi: number; readonly limit: number }[];
  }[];
}

/** What the second half of a round showed. */
export interface LoopResult {
  readonly comparison: SideBySide;
  readonly calm: DriftLook;
  readonly drifted: DriftLook;
  readonly quality: string;
}

/** The world moves, the monitors notice, another version is trained and takes over. */
export async function closeTheLoop(options: RoundOptions, first: FirstHalf, served: Served): Promise<LoopResult> {
  const { stages, description, runFolder, seed, cloud } = options;
  const { lifecycle, delivered } = first;
  const { model, operator } = served;
  const days = new PassingDays(lifecycle);
  const say = (line: string) => stages.say(line);
  const jobs = { logFile: cloud.jobsFolder };
  const look = async (monitor: typeof DRIFT_MONITOR | typeof QUALITY_MONITOR, day: number, hour: number) => {
    // A day is long enough for the streams to deliver; here that takes as long as it takes.
    await wait(DELIVERY_MILLISECONDS);
    const report = (await days.schedule(monitor, { days: day, hour })) as DriftLook;
    say(report.sentence);
    return report;
  };
  /** The preparation that a look sets off, and the training after it if there is one. */
  const prepared = async (work: () => Promise<unknown>) => {
    const known = await lifecycle.preparations();
    await work();
    const { status, cause } = await lifecycle.preparation(known, say);
    if (status !== 'SUCCEEDED') throw new Error(`the state machine ended ${status}: ${cause}`);
  };

  const calm = await stages.run('A day passes: outcomes come, the monitors look', async () => {
    await model.tell(outcomesOf(served.answers.slice(0, FIRST_OUTCOMES), fatesOf(delivered)));
    const found = await look(DRIFT_MONITOR, 1, 3);
    await look(QUALITY_MONITOR, 1, 4);
    for (const name of ['DataDrift', 'PredictionDrift', 'ModelQuality'])
      if (await days.isInAlarm(name)) throw new Error(`${name} went off although nothing had changed`);
    return found;
  });

  const later = madeFiles(description, join(runFolder, 'drifted'), {
    seed: seed + SEED_APART,
    customers: DRIFTED_CUSTOMERS,
    drift: DRIFT,
    unlabelled: true,
    ingestDate: dayAfter(delivered.day),
  });
  const trainings = await lifecycle.trainings();
  await stages.run('Drifted customers arrive, without labels', () => prepared(() => deliver(lifecycle, later)), jobs);
  const fates = fatesOf(later);
  const asked = await stages.run(
    'Predict drifted customers',
    () => model.predict(later.fates.map(({ recordId }) => recordId)),
    { detail: (answers) => `${answers.length} records` },
  );
  const [judges, told] = [asked.slice(0, HELD_BACK), asked.slice(HELD_BACK)];
  const drifted = await stages.run(
    'A day passes: the data drifted, too few labels to train',
    async () => {
      let found: DriftLook | undefined;
      await prepared(async () => {
        found = await look(DRIFT_MONITOR, 2, 3);
        await days.untilAlarm('DataDrift');
      });
      await days.untilAlarm('TooFewLabels');
      if ((await lifecycle.trainings()).length > trainings.length) throw new Error('a training began without labels');
      return found as DriftLook;
    },
    jobs,
  );
  const quality = await stages.run(
    'Outcomes come: quality dropped, prepared again, trained again',
    async () => {
      await model.tell(outcomesOf(told, fates));
      let found = '';
      await prepared(async () => {
        found = (await look(QUALITY_MONITOR, 3, 4)).sentence;
        await days.untilAlarm('ModelQuality');
      });
      const { status, reason } = await lifecycle.training(trainings, say);
      if (status !== 'Succeeded') throw new Error(`the pipeline ended ${status}: ${reason}`);
      return found;
    },
    jobs,
  );
  await stages.run('Approve the retrained version: blue/green', () => operator.approve(undefined, say));
  const comparison = await stages.run('Old and new, on drifted customers that neither has seen', async () => {
    const again = await model.predict(judges.map(({ recordId }) => recordId));
    const { outcomeValues } = description.businessGoal;
    return sideBySide(judged(judges, fates), judged(again, fates), outcomeValues);
  });
  await stages.run('Park the endpoint: serverless answers on', async () => {
    await operator.park(say);
    const [answer] = await model.predict(judges.slice(0, 1).map(({ recordId }) => recordId));
    if (answer?.servedBy !== 'serverless') throw new Error(`parked, and served by ${answer?.servedBy}`);
    if (answer.modelVersion !== comparison.retrained.version) throw new Error('parking changed the model');
  });
  return { comparison, calm, drifted, quality };
}

function fatesOf(delivered: object): ReadonlyMap<string, boolean> {
  const fates = 'fates' in delivered ? (delivered.fates as readonly Fate[]) : [];
  return new Map(fates.map(({ recordId, positive }) => [recordId, positive]));
}

function outcomesOf(answers: readonly Answer[], fates: ReadonlyMap<string, boolean>) {
  return answers.map(({ inferenceId, recordId }) => ({ inferenceId, positive: fates.get(recordId) === true }));
}

function judged(answers: readonly Answer[], fates: ReadonlyMap<string, boolean>) {
  const versions = new Set(answers.map(({ modelVersion }) => modelVersion));
  const [version = ''] = versions;
  if (versions.size !== 1) throw new Error(`${versions.size} versions answered: ${[...versions].join(', ')}`);
  return { version, answers: answers.map((each) => ({ ...each, positive: fates.get(each.recordId) === true })) };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
