import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, Condition, Fail, JsonPath, Pass, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { LakeStorage } from '../data-lake/lake-storage';
import { NOT_OURS } from '../shared/items-of-a-run';
import { PhaseStack } from '../shared/phase-stack';
import type { DeliveryClaims } from './delivery-claims';
import type { PreparationJobs } from './preparation-jobs';
import { PreparationSteps } from './preparation-steps';

export interface PreparationFlowProps {
  readonly storage: LakeStorage;
  readonly jobs: PreparationJobs;
  readonly claims: DeliveryClaims;
  readonly ingestFeatures: IFunction;
}

/** The states of `PrepareData` in their order; every failure ends in one state, which frees a claimed delivery first. */
export function preparationFlow(scope: Construct, { claims, ...props }: PreparationFlowProps): Choice {
  const steps = new PreparationSteps(scope, props);
  const { describeDelivery, describeRequest } = descriptions(scope, props.storage);
  const delivery = JsonPath.stringAt('$.delivery');

  const notPrepared = new Fail(scope, 'NotPrepared', {
    errorPath: at('failure.Error'),
    causePath: at('failure.Cause'),
  });
  const free = claims.release(scope, 'FreeDelivery', delivery);
  free.addCatch(notPrepared, { errors: [NOT_OURS], resultPath: JsonPath.DISCARD });
  const failed = new Choice(scope, 'DeliveryClaimed')
    .when(Condition.isPresent('$.delivery'), free.next(notPrepared))
    .otherwise(notPrepared);
  const catchAll = { resultPath: '$.failure' };
  const build = steps.buildDatasets
    .addCatch(failed, catchAll)
    .next(new Pass(scope, 'Prepared', { outputPath: '$.answer' }));

  const claim = claims.claim(scope, 'ClaimDelivery', delivery);
  claim.addCatch(nothingNew(scope), { errors: [NOT_OURS], resultPath: JsonPath.DISCARD });
  // A claim that failed may have been written all the same.
  claim.addCatch(failed, catchAll);
  describeDelivery
    .next(claim)
    .next(steps.curate.addCatch(failed, catchAll))
    .next(steps.ingest.addCatch(failed, catchAll))
    .next(build);
  describeRequest.next(build);
  return new Choice(scope, 'FilesArrived')
    .when(Condition.isPresent('$.key'), describeDelivery)
    .otherwise(describeRequest);
}

/** Two states that make of an input what the steps read, and the answer that a run which comes to its end gives. */
function descriptions(scope: Construct, storage: LakeStorage): { describeDelivery: Pass; describeRequest: Pass } {
  const { dataset } = PhaseStack.of(scope).lifecycle;
  const arrivedAt = at('arrivedAt');
  const datasets = JsonPath.format(`${storage.datasets.uri}/{}`, JsonPath.executionName);
  const answer = { outcome: 'prepared', dataset: dataset.name, datasets, cause: at('cause'), time: arrivedAt };
  // raw/<dataset>/ingest_date=<day>/_SUCCESS
  const ingestDate = JsonPath.arrayGetItem(JsonPath.stringSplit(at('key'), '/='), 3);
  const delivery = JsonPath.format('{}/{}#{}', at('bucket'), at('key'), at('version'));
  return {
    describeDelivery: new Pass(scope, 'DescribeDelivery', {
      parameters: { delivery, ingestDate, arrivedAt, datasets, answer: { ...answer, ingestDate } },
    }),
    describeRequest: new Pass(scope, 'DescribeRequest', { parameters: { datasets, answer } }),
  };
}

/** Ends quietly, with the answer that another run has given or will give. */
function nothingNew(scope: Construct): Pass {
  const same = ['dataset', 'datasets', 'cause', 'time', 'ingestDate'];
  const answer = Object.fromEntries(same.map((field) => [field, at(`answer.${field}`)]));
  const already = new Pass(scope, 'AlreadyPrepared', { parameters: { ...answer, outcome: 'already-prepared' } });
  already.next(new Succeed(scope, 'Nothing new'));
  return already;
}

function at(field: string): string {
  return JsonPath.stringAt(`$.${field}`);
}
