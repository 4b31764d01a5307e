import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ENVIRONMENTS } from '../lib/config/environments';
import type { Described } from './proof/mutations/fault';
import { FAULTS } from './proof/mutations/faults';
import { runInProcesses } from './proof/mutations/in-processes';
import { keepScore } from './proof/mutations/kept-score';
import { isCaught, type Outcome } from './proof/mutations/run';
import { scoresOf, scoreText, shortfalls } from './proof/mutations/score';
import { SOURCE_FAULTS } from './proof/mutations/sources/faults';
import { runSourceFaults } from './proof/mutations/sources/run-sources';
import { synthesize } from './proof/mutations/synthesize';

/** Seeds faults one at a time into what is synthesized and into sources, and counts how many are found before a deploy. */

const USAGE = `npm run proof:mutations -- [--only <text>] [--found]
  --only <text>   only faults whose class and id, as class/id, hold the text
  --found         print what was found of each fault too
  --keep          keep the score of the classes that ran in docs/mutation-score.json, for the documents that quote it`;

try {
  const { values } = parseArgs({
    options: { only: { type: 'string', default: '' }, found: { type: 'boolean' }, keep: { type: 'boolean' } },
  });
  const isWanted = (fault: Described) => `${fault.class}/${fault.id}`.includes(values.only);
  const [templates, sources] = [FAULTS.filter(isWanted), SOURCE_FAULTS.filter(isWanted)];
  const all = templates.length + sources.length;
  if (all === 0) throw new Error(`no fault is called ${values.only}\n${USAGE}`);
  const progress = counted(all);
  const count = availableParallelism();
  const outcomes: Outcome[] = [];
  for (const environment of Object.keys(ENVIRONMENTS)) {
    const ours = templates.filter((fault) => (fault.environment ?? 'sandbox') === environment);
    if (ours.length === 0) continue;
    const folder = resolve(await synthesize(environment));
    const where = { folder, environment, everything: values.found ?? false };
    outcomes.push(...(await runInProcesses(ours, { ...where, count, progress })));
    rmSync(folder, { recursive: true, force: true });
  }
  outcomes.push(...(await runSourceFaults(sources, { copies: count, progress })));
  const inOrder = [...templates, ...sources].flatMap((fault) => outcomes.filter((outcome) => outcome.fault === fault));
  if (values.found) for (const outcome of inOrder) console.log(foundText(outcome));
  console.log(scoreText(inOrder));
  if (values.keep) keepScore(inOrder);
  const short = shortfalls(scoresOf(inOrder));
  for (const sentence of short) console.log(sentence);
  if (short.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(`proof of mutations failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

/** Says on standard error how far it is, every 25 faults. */
function counted(all: number): () => void {
  let done = 0;
  return () => {
    done += 1;
    if (done % 25 === 0) console.error(`${done} of ${all} faults`);
  };
}

function foundText(outcome: Outcome): string {
  const { fault, found, error } = outcome;
  const lines = Object.entries(found).flatMap(([name, findings]) => findings.map((each) => `    ${name}: ${each}`));
  const verdict = error ?? (isCaught(outcome) ? 'caught' : 'survived');
  return [`${fault.class}/${fault.id}: ${verdict}`, ...lines].join('\n');
}
