import { autoScaling } from '../checks/auto-scaling';
import { containerImages } from '../checks/container-images';
import { dataCapture } from '../checks/data-capture';
import { endpointDeployments } from '../checks/endpoint-deployments';
import { endpointVariants } from '../checks/endpoint-variants';
import { instanceTypes } from '../checks/instance-types';
import { modelContainers } from '../checks/model-containers';
import { monitoringAccess } from '../checks/monitoring-access';
import { monitoringEnvironment } from '../checks/monitoring-environment';
import { monitoringJobs } from '../checks/monitoring-jobs';
import { monitoringSchedules } from '../checks/monitoring-schedules';
import { replacedModelsStay } from '../checks/replaced-models-stay';
import { sagemakerEndpointInstances } from '../checks/sagemaker-endpoint-instances';
import { sagemakerHostAccess } from '../checks/sagemaker-host-access';
import { sagemakerImageTags } from '../checks/sagemaker-image-tags';
import { sagemakerModelRole } from '../checks/sagemaker-model-role';
import { sagemakerModelVpc } from '../checks/sagemaker-model-vpc';
import { sagemakerNetworkIsolation } from '../checks/sagemaker-network-isolation';
import { sagemakerNotebook } from '../checks/sagemaker-notebook';
import { sagemakerPrivateRegistry } from '../checks/sagemaker-private-registry';
import { sagemakerTrafficEncryption } from '../checks/sagemaker-traffic-encryption';
import { scalingPolicies } from '../checks/scaling-policies';
import { serverlessEndpoints } from '../checks/serverless-endpoints';
import type { Subject } from '../subject';

export const SERVING: Subject = {
  title: 'Models, endpoints and monitors',
  checks: [
    autoScaling,
    containerImages,
    dataCapture,
    endpointDeployments,
    endpointVariants,
    instanceTypes,
    modelContainers,
    monitoringAccess,
    monitoringEnvironment,
    monitoringJobs,
    monitoringSchedules,
    replacedModelsStay,
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
  ],
};
