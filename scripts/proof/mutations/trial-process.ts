import { join } from 'node:path';
import { CHECKS } from '../checks';
import { iamDetector } from '../iam/iam-detector';
import { readRecord } from '../iam/record/read-record';
import { readAssembly } from '../read-assembly';
import { WAIVERS } from '../waivers';
import { builtInValidation } from './built-in-validation';
import { checksDetector } from './detector';
import { FAULTS } from './faults';
import type { Answer, Order } from './in-processes';
import { type Trials, trialsIn } from './run';

/** Tries the faults that its parent names, one after the other, until the parent is gone. */

const RECORD = join(import.meta.dirname, '..', '..', '..', '.local');

let trials: Trials | undefined;

process.on('message', (order: Order) => {
  if ('folder' in order) {
    const recording = readRecord(RECORD, readAssembly(order.folder));
    const detectors = [
      checksDetector(CHECKS, WAIVERS, order.environment),
      iamDetector(recording, order.environment),
      builtInValidation(),
    ];
    trials = trialsIn(order.folder, detectors, { everything: order.everything });
    return;
  }
  const fault = FAULTS[order.place];
  if (!fault || !trials) throw new Error(`there is no fault ${order.place} to try`);
  const { found, error } = trials.outcomeOf(fault);
  process.send?.({ place: order.place, found, error } satisfies Answer);
});

process.once('disconnect', () => {
  trials?.close();
  process.exit();
});
