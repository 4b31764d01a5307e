import type { Check } from './check';
import type { Subject } from './subject';
import { ALARMS } from './subjects/alarms';
import { API } from './subjects/api';
import { COSTS } from './subjects/costs';
import { DATA } from './subjects/data';
import { EVENTS } from './subjects/events';
import { FUNCTIONS } from './subjects/functions';
import { PERMISSIONS } from './subjects/permissions';
import { PIPELINE } from './subjects/pipeline';
import { SERVING } from './subjects/serving';
import { STATE_MACHINES } from './subjects/state-machines';
import { TEMPLATES } from './subjects/templates';

/** Every check, by what it looks at. */
export const SUBJECTS: readonly Subject[] = [
  TEMPLATES,
  DATA,
  EVENTS,
  FUNCTIONS,
  STATE_MACHINES,
  PIPELINE,
  SERVING,
  API,
  PERMISSIONS,
  ALARMS,
  COSTS,
];

export const CHECKS: readonly Check[] = SUBJECTS.flatMap(({ checks }) => checks);
