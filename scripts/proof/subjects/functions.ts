import { concurrencyIsNotReserved } from '../checks/concurrency-is-not-reserved';
import { handlerCode } from '../checks/handler-code';
import { handlerEnvironment } from '../checks/handler-environment';
import { handlerVariables } from '../checks/handler-variables';
import { publishedAssets } from '../checks/published-assets';
import { variablesFitLambda } from '../checks/variables-fit-lambda';
import type { Subject } from '../subject';

export const FUNCTIONS: Subject = {
  title: 'Functions',
  checks: [
    concurrencyIsNotReserved,
    handlerCode,
    handlerEnvironment,
    handlerVariables,
    publishedAssets,
    variablesFitLambda,
  ],
};
