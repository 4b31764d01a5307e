import { apiAuthorization } from '../checks/api-authorization';
import { apiLogs } from '../checks/api-logs';
import { apiMethods } from '../checks/api-methods';
import { apiModels } from '../checks/api-models';
import { apiModelsFitHandlers } from '../checks/api-models-fit-handlers';
import { apiRequestValidation } from '../checks/api-request-validation';
import { apiThrottling } from '../checks/api-throttling';
import { apiWiring } from '../checks/api-wiring';
import type { Subject } from '../subject';

export const API: Subject = {
  title: 'The API',
  checks: [
    apiAuthorization,
    apiLogs,
    apiMethods,
    apiModelsFitHandlers,
    apiModels,
    apiRequestValidation,
    apiThrottling,
    apiWiring,
  ],
};
