import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { about, type Check } from '../../scripts/proof/check';
import { AssemblyCopy } from '../../scripts/proof/mutations/assembly-copy';
import { builtInValidation } from '../../scripts/proof/mutations/built-in-validation';
import type { Detector } from '../../scripts/proof/mutations/detector';
import { checksDetector } from '../../scripts/proof/mutations/detector';
import { put } from '../../scripts/proof/mutations/edits';
import type { Fault } from '../../scripts/proof/mutations/fault';
import { FAULTS } from '../../scripts/proof/mutations/faults';
import { afterGiven, isCaught, trialsIn } from '../../scripts/proof/mutations/run';
import { scoresOf, scoreText, shortfalls } from '../../scripts/proof/mutations/score';
import { added, properties } from '../../scripts/proof/mutations/seeds';
import { SOURCE_FAULTS } from '../../scripts/proof/mutations/sources/faults';
import { seededText } from '../../scripts/proof/mutations/sources/source-fault';
import { resourcesOf } from '../../scripts/proof/resources-of';
import { ASSEMBLIES } from './broken';

const FOLDER = ASSEMBLIES.sandbox.folder;
const QUEUE = 'Training/DeadLetters';
const SHORT: Fault = {
  id: 'short',
  class: 'queues',
  title: 'an hour',
  seed: properties(QUEUE, put('MessageRetentionPeriod', 3600)),
};
const LONG: Fault = {
  id: 'long',
  class: 'queues',
  title: 'a day',
  seed: properties(QUEUE, put('MessageRetentionPeriod', 86_400)),
};
const GONE: Fault = {
  id: 'gone',
  class: 'queues',
  title: 'no place',
  seed: properties('Training/Letters', put('FifoQueue', true)),
};
const SPARE = { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 60 } };
const SPARED: Fault = {
  id: 'spared',
  class: 'more queues',
  title: 'a spare queue with another name',
  given: added('Training/Spare', SPARE),
  seed: properties('Training/Spare', put('QueueName', 'spare')),
};

function runFaults(folder: string, faults: readonly Fault[], detectors: readonly Detector[]) {
  const trials = trialsIn(folder, detectors);
  try {
    return faults.map((fault) => trials.outcomeOf(fault));
  } finally {
    trials.close();
  }
}

/** Made up: queues keep letters for more than two hours. */
const CHECK: Check = {
  id: 'queues-keep-letters',
  rule: 'queues keep letters for more than two hours',
  find: (assembly) =>
    resourcesOf(assembly, 'AWS::SQS::Queue')
      .filter(({ Properties }) => Number(Properties.MessageRetentionPeriod) <= 7200)
      .map((queue) =>
        about(queue, `keeps for ${queue.Properties.MessageRetentionPeriod} s, more than 7200 were expected`),
      ),
};
const WAIVER = { check: CHECK.id, resource: `${QUEUE}*`, environments: ['sandbox'], reason: 'made up' };

test('there are at least a hundred faults, each with an id of its own, and at least five of each class', () => {
  expect(FAULTS.length).toBeGreaterThanOrEqual(100);
  const ids = [...FAULTS, ...SOURCE_FAULTS].map((fault) => `${fault.class}/${fault.id}`);
  expect(new Set(ids).size).toBe(ids.length);
  const sizes = scoresOf([...FAULTS, ...SOURCE_FAULTS].map((fault) => ({ fault, found: {} }))).classes;
  expect(sizes.filter(({ seeded }) => seeded < 5)).toEqual([]);
});

test.each(Object.keys(ASSEMBLIES) as (keyof typeof ASSEMBLIES)[])(
  'every fault of %s has its place there and changes something',
  (environment) => {
    const copy = new AssemblyCopy(ASSEMBLIES[environment].folder);
    const errors = FAULTS.filter((fault) => (fault.environment ?? 'sandbox') === environment).flatMap((fault) => {
      try {
        copy.seeded(afterGiven(fault));
        return [];
      } catch (error) {
        return [`${fault.class}/${fault.id}: ${(error as Error).message}`];
      }
    });
    copy.remove();
    expect(errors).toEqual([]);
  },
);

test('every fault of a source has its place there once and changes it', () => {
  const errors = SOURCE_FAULTS.flatMap((fault) => {
    const text = readFileSync(join(__dirname, '..', '..', fault.file), 'utf8');
    try {
      return seededText(fault, text) === text ? [`${fault.class}/${fault.id}: nothing was changed`] : [];
    } catch (error) {
      return [`${fault.class}/${fault.id}: ${(error as Error).message}`];
    }
  });
  expect(errors).toEqual([]);
});

test('what is new with a fault catches it, and a fault without its place is an error', () => {
  const outcomes = runFaults(FOLDER, [SHORT, LONG, GONE], [checksDetector([CHECK], [], 'sandbox')]);
  expect(outcomes.map(isCaught)).toEqual([true, false, false]);
  expect(outcomes[0]?.found).toEqual({
    checks: [expect.stringContaining('keeps for 3600 s')],
  });
  expect(outcomes[2]?.error).toMatch(/Training\/Letters/);
});

test('what was found before the fault, or is waived, catches nothing', () => {
  expect(runFaults(FOLDER, [SPARED], [checksDetector([CHECK], [], 'sandbox')]).map(isCaught)).toEqual([false]);
  expect(runFaults(FOLDER, [SHORT], [checksDetector([CHECK], [WAIVER], 'sandbox')]).map(isCaught)).toEqual([false]);
});

test('the built-in validation catches what it warns of', () => {
  const outcomes = runFaults(
    FOLDER,
    [{ ...SHORT, seed: properties(QUEUE, put('Colour', 'red')) }, SHORT],
    [builtInValidation()],
  );
  expect(outcomes.map(isCaught)).toEqual([true, false]);
});

test('the score counts by class and by who caught, names the survivors, and is short below its goals', () => {
  const detector = checksDetector([CHECK], [], 'sandbox');
  const outcomes = runFaults(FOLDER, [SHORT, { ...LONG, reason: 'a day is enough' }, SPARED], [detector]);
  const scores = scoresOf(outcomes);
  expect(scores.classes).toEqual([
    { name: 'queues', seeded: 2, caught: 1, caughtBy: { checks: 1 } },
    { name: 'more queues', seeded: 1, caught: 0, caughtBy: {} },
  ]);
  expect(shortfalls(scores)).toHaveLength(3);
  expect(scoreText(outcomes)).toMatchInlineSnapshot(`
"class        caught  seeded          by checks
queues            1       2  50.0 %          1
more queues       0       1   0.0 %          0
all               1       3  33.3 %          1
survivors: 2
  queues/long: a day (a day is enough)
  more queues/spared: a spare queue with another name"
`);
  expect(shortfalls(scoresOf(outcomes.filter(isCaught)))).toEqual([]);
});
