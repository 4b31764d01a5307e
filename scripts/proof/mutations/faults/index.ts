import type { Fault } from '../fault';
import { ALARMS } from './alarms';
import { API } from './api';
import { COSTS } from './costs';
import { DASHBOARDS } from './dashboard';
import { DEAD_LETTERS } from './dead-letters';
import { ENCRYPTION } from './encryption';
import { ENDPOINTS } from './endpoints';
import { ENVIRONMENT_VARIABLES } from './environment-variables';
import { EVENTS } from './events';
import { FEATURE_STORE } from './feature-store';
import { FUNCTIONS } from './functions';
import { GLUE } from './glue';
import { IAM_MISSING } from './iam-missing';
import { IAM_STATEMENTS } from './iam-statements';
import { LETTER_CASE } from './letter-case';
import { MONITORING } from './monitoring';
import { PIPELINE_JOBS } from './pipeline-jobs';
import { PIPELINE_STRUCTURE } from './pipeline-structure';
import { PROPERTIES } from './properties';
import { REFERENCES } from './references';
import { REPLACEMENT } from './replacement';
import { RESOURCE_POLICIES } from './resource-policies';
import { RETENTION } from './retention';
import { ROLES } from './roles';
import { STATE_MACHINES } from './state-machines';
import { VALUES } from './values';

/** Every fault, class by class: first what any template may get wrong, then what ours may. */
export const FAULTS: readonly Fault[] = [
  PROPERTIES,
  VALUES,
  REFERENCES,
  LETTER_CASE,
  REPLACEMENT,
  FEATURE_STORE,
  ENDPOINTS,
  MONITORING,
  PIPELINE_STRUCTURE,
  PIPELINE_JOBS,
  STATE_MACHINES,
  FUNCTIONS,
  ENVIRONMENT_VARIABLES,
  GLUE,
  EVENTS,
  DEAD_LETTERS,
  ALARMS,
  DASHBOARDS,
  API,
  ROLES,
  IAM_STATEMENTS,
  IAM_MISSING,
  RESOURCE_POLICIES,
  ENCRYPTION,
  RETENTION,
  COSTS,
].flat();
