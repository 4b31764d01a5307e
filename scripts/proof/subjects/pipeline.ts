import { pipelineAccess } from '../checks/pipeline-access';
import { pipelineArguments } from '../checks/pipeline-arguments';
import { pipelineChannels } from '../checks/pipeline-channels';
import { pipelineCompleteness } from '../checks/pipeline-completeness';
import { pipelineConditions } from '../checks/pipeline-conditions';
import { pipelineContainers } from '../checks/pipeline-containers';
import { pipelineDocument } from '../checks/pipeline-document';
import { pipelineEncryption } from '../checks/pipeline-encryption';
import { pipelineGate } from '../checks/pipeline-gate';
import { pipelineImages } from '../checks/pipeline-images';
import { pipelineIsolation } from '../checks/pipeline-isolation';
import { pipelineLambdaArguments } from '../checks/pipeline-lambda-arguments';
import { pipelineLambdaSteps } from '../checks/pipeline-lambda-steps';
import { pipelineMachines } from '../checks/pipeline-machines';
import { pipelineMetrics } from '../checks/pipeline-metrics';
import { pipelineOrder } from '../checks/pipeline-order';
import { pipelineOutputs } from '../checks/pipeline-outputs';
import { pipelinePlaces } from '../checks/pipeline-places';
import { pipelinePrograms } from '../checks/pipeline-programs';
import { pipelineReferences } from '../checks/pipeline-references';
import { pipelineRegistration } from '../checks/pipeline-registration';
import { pipelineRetries } from '../checks/pipeline-retries';
import { pipelineRoles } from '../checks/pipeline-roles';
import { pipelineSecrets } from '../checks/pipeline-secrets';
import { pipelineSteps } from '../checks/pipeline-steps';
import { pipelineStopping } from '../checks/pipeline-stopping';
import { pipelineTags } from '../checks/pipeline-tags';
import { pipelineTransforms } from '../checks/pipeline-transforms';
import { pipelineTuning } from '../checks/pipeline-tuning';
import { pipelineUnused } from '../checks/pipeline-unused';
import type { Subject } from '../subject';

export const PIPELINE: Subject = {
  title: 'The pipeline definition',
  checks: [
    pipelineAccess,
    pipelineArguments,
    pipelineChannels,
    pipelineCompleteness,
    pipelineConditions,
    pipelineContainers,
    pipelineDocument,
    pipelineEncryption,
    pipelineGate,
    pipelineImages,
    pipelineIsolation,
    pipelineLambdaArguments,
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
  ],
};
