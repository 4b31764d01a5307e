import { DATA_PHASES } from './data-phases';
import type { EntryPoint } from './fault';
import { GOVERNANCE_PHASE } from './governance-phase';
import { MODEL_PHASES } from './model-phases';
import { MONITORING_PHASE } from './monitoring-phase';
import { PARKING } from './parking';
import { PREDICTION_PHASE } from './prediction-phase';
import { EVENT_SOURCES } from './rules';
import { SCHEDULES_PHASE } from './schedules-phase';
import { SERVING_PHASE } from './serving-phase';
import { STREAMS } from './streams';

/** What every kind of fault does to everything that is set to work: who tries again, where the rest waits, which alarm rings. */
export const RUN_TIME_FAULTS: readonly EntryPoint[] = [
  ...DATA_PHASES,
  ...MODEL_PHASES,
  ...SERVING_PHASE,
  ...PREDICTION_PHASE,
  ...MONITORING_PHASE,
  ...GOVERNANCE_PHASE,
  ...PARKING,
  ...SCHEDULES_PHASE,
  ...STREAMS,
  ...EVENT_SOURCES,
];
