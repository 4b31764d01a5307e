import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ENVIRONMENTS } from '../lib/config/environments';
import { CHECKS } from './proof/checks';
import { builtInValidation } from './proof/mutations/built-in-validation';
import { checksDetector } from './proof/mutations/detector';
import type { Fault } from './proof/mutations/fault';
import { FAULTS } from './proof/mutations/faults';
import { isCaught, type Outcome, runFaults } from './proof/mutations/run';
import { scoresOf, scoreText, shortfalls } from './proof/mutations/score';
import { synthesize } from './proof/mutations/synthesize';
import { WAIVERS } from './proof/waivers';

/** Seeds faults one at a time into what is synthesized and counts how many are found before anything is deployed. */

const USAGE = `npm run proof:mutations -- [--only <text>] [--found]
  --only <text>   only faults whose class or id holds the text
  --found         print what was found of each fault too`;

try {
  const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, found: { type: 'boolean' } } });
  const faults = FAULTS.filter((fault) => `${fault.class}/${fault.id}`.includes(values.only));
  if (faults.length === 0) throw new Error(`no fault is called ${values.only}\n${USAGE}`);
  const validation = builtInValidation();
  const outcomes: Outcome[] = [];
  for (const environment of Object.keys(ENVIRONMENTS)) {
    const ours = faults.filter((fault) => (fault.environment ?? 'sandbox') === environment);
    if (ours.length === 0) continue;
    const folder = resolve(await synthesize(environment));
    const detectors = [checksDetector(CHECKS, WAIVERS, environment), validation];
    outcomes.push(
      ...runFaults(folder, ours, detectors, { everything: values.found, progress: progress(outcomes.length, faults) }),
    );
    rmSync(folder, { recursive: true, force: true });
  }
  const inOrder = faults.flatMap((fault) => outcomes.filter((outcome) => outcome.fault === fault));
  const detectors = [{ name: 'checks' }, validation];
  if (values.found) for (const outcome of inOrder) console.log(foundText(outcome));
  console.log(scoreText(inOrder, detectors));
  const short = shortfalls(scoresOf(inOrder, detectors));
  for (const sentence of short) console.log(sentence);
  if (short.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(`proof of mutations failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

/** Says on standard error how far it is, every 25 faults. */
function progress(before: number, faults: readonly Fault[]): () => void {
  let done = before;
  return () => {
    done += 1;
    if (done % 25 === 0) console.error(`${done} of ${faults.length} faults`);
  };
}

function foundText(outcome: Outcome): string {
  const { fault, found, error } = outcome;
  const lines = Object.entries(found).flatMap(([name, findings]) => findings.map((each) => `    ${name}: ${each}`));
  const verdict = error ?? (isCaught(outcome) ? 'caught' : 'survived');
  return [`${fault.class}/${fault.id}: ${verdict}`, ...lines].join('\n');
}
