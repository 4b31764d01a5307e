import type { SourceFault } from '../source-fault';
import { FEATURE_STORE_HANDLERS } from './feature-store';
import { OTHER_HANDLERS } from './others';
import { PREPARATION_JOBS } from './preparation-jobs';
import { PREDICTION_HANDLERS, SERVING_HANDLERS } from './serving';
import { TRAINING_HANDLERS } from './training';
import { TRAINING_JOBS } from './training-jobs';

/** Every fault of a source, handlers first, then the scripts of jobs. */
export const SOURCE_FAULTS: readonly SourceFault[] = [
  FEATURE_STORE_HANDLERS,
  SERVING_HANDLERS,
  PREDICTION_HANDLERS,
  TRAINING_HANDLERS,
  OTHER_HANDLERS,
  PREPARATION_JOBS,
  TRAINING_JOBS,
].flat();
