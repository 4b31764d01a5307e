import type { Check } from '../check';
import { alarmsCanRing } from './alarms-can-ring';
import { alarmsTellSomebody } from './alarms-tell-somebody';
import { alarmsWatchWhatAwsEmits } from './alarms-watch-what-aws-emits';
import { apiAuthorization } from './api-authorization';
import { apiLogs } from './api-logs';
import { apiModels } from './api-models';
import { apiRequestValidation } from './api-request-validation';
import { apiThrottling } from './api-throttling';
import { apiWiring } from './api-wiring';
import { asyncEdgesRetryAndPark } from './async-edges-retry-and-park';
import { autoScaling } from './auto-scaling';
import { backgroundWorkIsWatched } from './background-work-is-watched';
import { bucketAccessLogs } from './bucket-access-logs';
import { bucketEncryption } from './bucket-encryption';
import { bucketLifecycle } from './bucket-lifecycle';
import { bucketPrivacy } from './bucket-privacy';
import { bucketVersioning } from './bucket-versioning';
import { cdkNag } from './cdk-nag';
import { closedNetwork } from './closed-network';
import { concurrencyIsNotReserved } from './concurrency-is-not-reserved';
import { containerImages } from './container-images';
import { creationOrder } from './creation-order';
import { customerKeys } from './customer-keys';
import { dashboards } from './dashboards';
import { dataCapture } from './data-capture';
import { dataOutliveTheirStack } from './data-outlive-their-stack';
import { deadLetterQueuesAdmit } from './dead-letter-queues-admit';
import { deadLetterQueuesAreWatched } from './dead-letter-queues-are-watched';
import { endpointDeployments } from './endpoint-deployments';
import { endpointVariants } from './endpoint-variants';
import { eventPatternsMatch } from './event-patterns-match';
import { eventTargets } from './event-targets';
import { failureDestinations } from './failure-destinations';
import { featureGroups } from './feature-groups';
import { firehoseStreams } from './firehose-streams';
import { glueJobs } from './glue-jobs';
import { glueLibraries } from './glue-libraries';
import { glueTables } from './glue-tables';
import { handlerCode } from './handler-code';
import { handlerEnvironment } from './handler-environment';
import { iamConditionKeysFit } from './iam-condition-keys-fit';
import { iamDeadStatement } from './iam-dead-statement';
import { iamKnownActions } from './iam-known-actions';
import { iamNoManagedFullAccess } from './iam-no-managed-full-access';
import { iamNoWildcardAction } from './iam-no-wildcard-action';
import { iamPassRole } from './iam-pass-role';
import { iamResourceFitsAction } from './iam-resource-fits-action';
import { iamResourcePolicies } from './iam-resource-policies';
import { iamWellFormed } from './iam-well-formed';
import { importsMeetExports } from './imports-meet-exports';
import { instanceTypes } from './instance-types';
import { kmsKeys } from './kms-keys';
import { lambdaPermissions } from './lambda-permissions';
import { logEncryption } from './log-encryption';
import { logRetention } from './log-retention';
import { modelContainers } from './model-containers';
import { monitoringJobs } from './monitoring-jobs';
import { monitoringSchedules } from './monitoring-schedules';
import { namesExist } from './names-exist';
import { noSecrets } from './no-secrets';
import { ownMetrics } from './own-metrics';
import { physicalNames } from './physical-names';
import { pipelineArguments } from './pipeline-arguments';
import { pipelineCompleteness } from './pipeline-completeness';
import { pipelineConditions } from './pipeline-conditions';
import { pipelineContainers } from './pipeline-containers';
import { pipelineDocument } from './pipeline-document';
import { pipelineEncryption } from './pipeline-encryption';
import { pipelineGate } from './pipeline-gate';
import { pipelineImages } from './pipeline-images';
import { pipelineIsolation } from './pipeline-isolation';
import { pipelineLambdaSteps } from './pipeline-lambda-steps';
import { pipelineMachines } from './pipeline-machines';
import { pipelineMetrics } from './pipeline-metrics';
import { pipelineOrder } from './pipeline-order';
import { pipelineOutputs } from './pipeline-outputs';
import { pipelinePlaces } from './pipeline-places';
import { pipelinePrograms } from './pipeline-programs';
import { pipelineReferences } from './pipeline-references';
import { pipelineRegistration } from './pipeline-registration';
import { pipelineRetries } from './pipeline-retries';
import { pipelineRoles } from './pipeline-roles';
import { pipelineSecrets } from './pipeline-secrets';
import { pipelineSteps } from './pipeline-steps';
import { pipelineStopping } from './pipeline-stopping';
import { pipelineTags } from './pipeline-tags';
import { pipelineTransforms } from './pipeline-transforms';
import { pipelineTuning } from './pipeline-tuning';
import { pipelineUnused } from './pipeline-unused';
import { propertyNames } from './property-names';
import { publishedAssets } from './published-assets';
import { referenceAttributes } from './reference-attributes';
import { referencesExist } from './references-exist';
import { replacementHazards } from './replacement-hazards';
import { resourcePolicies } from './resource-policies';
import { rightKind } from './right-kind';
import { roleTrust } from './role-trust';
import { roles } from './roles';
import { rollBackAlarms } from './roll-back-alarms';
import { ruleInputsExist } from './rule-inputs-exist';
import { rulesFire } from './rules-fire';
import { sagemakerEndpointInstances } from './sagemaker-endpoint-instances';
import { sagemakerHostAccess } from './sagemaker-host-access';
import { sagemakerImageTags } from './sagemaker-image-tags';
import { sagemakerModelRole } from './sagemaker-model-role';
import { sagemakerModelVpc } from './sagemaker-model-vpc';
import { sagemakerNetworkIsolation } from './sagemaker-network-isolation';
import { sagemakerNotebook } from './sagemaker-notebook';
import { sagemakerPrivateRegistry } from './sagemaker-private-registry';
import { sagemakerTrafficEncryption } from './sagemaker-traffic-encryption';
import { scalingPolicies } from './scaling-policies';
import { serverlessEndpoints } from './serverless-endpoints';
import { silenceIsJudged } from './silence-is-judged';
import { stateMachineAnswers } from './state-machine-answers';
import { stateMachineCalls } from './state-machine-calls';
import { stateMachineData } from './state-machine-data';
import { stateMachineErrors } from './state-machine-errors';
import { stateMachineFlow } from './state-machine-flow';
import { stateMachineLogs } from './state-machine-logs';
import { stateMachinePaths } from './state-machine-paths';
import { stateMachineTargets } from './state-machine-targets';
import { storageForgets } from './storage-forgets';
import { streamEncryption } from './stream-encryption';
import { streamPrefixes } from './stream-prefixes';
import { targetsMayBeCalled } from './targets-may-be-called';
import { templateParameters } from './template-parameters';
import { timeoutsNest } from './timeouts-nest';
import { tlsOnly } from './tls-only';
import { volumeKeys } from './volume-keys';
import { watchedNames } from './watched-names';
import { withinReach } from './within-reach';

/** Every check, by name. */
export const CHECKS: readonly Check[] = [
  alarmsCanRing,
  alarmsTellSomebody,
  alarmsWatchWhatAwsEmits,
  apiAuthorization,
  apiLogs,
  apiModels,
  apiRequestValidation,
  apiThrottling,
  apiWiring,
  asyncEdgesRetryAndPark,
  autoScaling,
  backgroundWorkIsWatched,
  bucketAccessLogs,
  bucketEncryption,
  bucketLifecycle,
  bucketPrivacy,
  bucketVersioning,
  cdkNag,
  closedNetwork,
  concurrencyIsNotReserved,
  containerImages,
  creationOrder,
  customerKeys,
  dashboards,
  dataCapture,
  dataOutliveTheirStack,
  deadLetterQueuesAdmit,
  deadLetterQueuesAreWatched,
  endpointDeployments,
  endpointVariants,
  eventPatternsMatch,
  eventTargets,
  failureDestinations,
  featureGroups,
  firehoseStreams,
  glueJobs,
  glueLibraries,
  glueTables,
  handlerCode,
  handlerEnvironment,
  iamConditionKeysFit,
  iamDeadStatement,
  iamKnownActions,
  iamNoManagedFullAccess,
  iamNoWildcardAction,
  iamPassRole,
  iamResourceFitsAction,
  iamResourcePolicies,
  iamWellFormed,
  importsMeetExports,
  instanceTypes,
  kmsKeys,
  lambdaPermissions,
  logEncryption,
  logRetention,
  modelContainers,
  monitoringJobs,
  monitoringSchedules,
  namesExist,
  noSecrets,
  ownMetrics,
  physicalNames,
  pipelineArguments,
  pipelineCompleteness,
  pipelineConditions,
  pipelineContainers,
  pipelineDocument,
  pipelineEncryption,
  pipelineGate,
  pipelineImages,
  pipelineIsolation,
  pipelineLambdaSteps,
  pipelineMachines,
  pipelineMetrics,
  pipelineOrder,
  pipelineOutputs,
  pipelinePlaces,
  pipelinePrograms,
  pipelineReferences,
  pipelineRegistration,
  pipelineRetries,
  pipelineRoles,
  pipelineSecrets,
  pipelineSteps,
  pipelineStopping,
  pipelineTags,
  pipelineTransforms,
  pipelineTuning,
  pipelineUnused,
  propertyNames,
  publishedAssets,
  referenceAttributes,
  referencesExist,
  replacementHazards,
  resourcePolicies,
  rightKind,
  roleTrust,
  roles,
  rollBackAlarms,
  ruleInputsExist,
  rulesFire,
  sagemakerEndpointInstances,
  sagemakerHostAccess,
  sagemakerImageTags,
  sagemakerModelRole,
  sagemakerModelVpc,
  sagemakerNetworkIsolation,
  sagemakerNotebook,
  sagemakerPrivateRegistry,
  sagemakerTrafficEncryption,
  scalingPolicies,
  serverlessEndpoints,
  silenceIsJudged,
  stateMachineAnswers,
  stateMachineCalls,
  stateMachineData,
  stateMachineErrors,
  stateMachineFlow,
  stateMachineLogs,
  stateMachinePaths,
  stateMachineTargets,
  storageForgets,
  streamEncryption,
  streamPrefixes,
  targetsMayBeCalled,
  templateParameters,
  timeoutsNest,
  tlsOnly,
  volumeKeys,
  watchedNames,
  withinReach,
];
