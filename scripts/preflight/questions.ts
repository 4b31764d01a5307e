import { alwaysCosts } from './always-costs';
import { apiLogRole } from './api-log-role';
import { bootstrapVersion } from './bootstrap-version';
import { budgetRights } from './budget-rights';
import { costTagsActive } from './cost-tags-active';
import { executionRole } from './execution-role';
import { lakeFormation } from './lake-formation';
import { lambdaConcurrency } from './lambda-concurrency';
import { modelMonitor } from './model-monitor';
import { namesTaken } from './names-taken';
import { payer } from './payer';
import type { Question } from './question';
import { quotas } from './quotas';
import { regionEnabled } from './region-enabled';
import { resourceTypesKnown } from './resource-types-known';
import { rolesRoom } from './roles-room';
import { stackStates } from './stack-states';

/** Everything that is asked of an account, in the order in which a deployment would meet it. */
export const QUESTIONS: readonly Question[] = [
  regionEnabled,
  bootstrapVersion,
  executionRole,
  resourceTypesKnown,
  stackStates,
  ...namesTaken,
  rolesRoom,
  apiLogRole,
  lakeFormation,
  lambdaConcurrency,
  quotas,
  modelMonitor,
  alwaysCosts,
  budgetRights,
  payer,
  costTagsActive,
];
