import type { Check } from '../../scripts/proof/check';
import { apiAuthorization } from '../../scripts/proof/checks/api-authorization';
import { apiLogs } from '../../scripts/proof/checks/api-logs';
import { apiRequestValidation } from '../../scripts/proof/checks/api-request-validation';
import { apiThrottling } from '../../scripts/proof/checks/api-throttling';
import { closedNetwork } from '../../scripts/proof/checks/closed-network';
import { customerKeys } from '../../scripts/proof/checks/customer-keys';
import { noSecrets } from '../../scripts/proof/checks/no-secrets';
import { resourcePolicies } from '../../scripts/proof/checks/resource-policies';
import { roleTrust } from '../../scripts/proof/checks/role-trust';
import { sagemakerEndpointInstances } from '../../scripts/proof/checks/sagemaker-endpoint-instances';
import { sagemakerHostAccess } from '../../scripts/proof/checks/sagemaker-host-access';
import { sagemakerImageTags } from '../../scripts/proof/checks/sagemaker-image-tags';
import { sagemakerModelRole } from '../../scripts/proof/checks/sagemaker-model-role';
import { sagemakerModelVpc } from '../../scripts/proof/checks/sagemaker-model-vpc';
import { sagemakerNetworkIsolation } from '../../scripts/proof/checks/sagemaker-network-isolation';
import { sagemakerNotebook } from '../../scripts/proof/checks/sagemaker-notebook';
import { sagemakerPrivateRegistry } from '../../scripts/proof/checks/sagemaker-private-registry';
import { sagemakerTrafficEncryption } from '../../scripts/proof/checks/sagemaker-traffic-encryption';
import { findWhen } from './broken';

const CHECKS: readonly Check[] = [
  sagemakerNotebook,
  sagemakerEndpointInstances,
  sagemakerNetworkIsolation,
  sagemakerTrafficEncryption,
  sagemakerImageTags,
  sagemakerPrivateRegistry,
  sagemakerModelVpc,
  sagemakerModelRole,
  sagemakerHostAccess,
  customerKeys,
  roleTrust,
  resourcePolicies,
  closedNetwork,
  apiAuthorization,
  apiRequestValidation,
  apiThrottling,
  apiLogs,
  noSecrets,
];

test('a template that makes no sense stops no check', () => {
  for (const odd of [null, 'x', 7, [], [null], { 'Fn::If': [] }])
    for (const check of CHECKS)
      for (const type of [
        'AWS::SageMaker::Model',
        'AWS::SageMaker::EndpointConfig',
        'AWS::IAM::Role',
        'AWS::ApiGateway::Stage',
        'AWS::ApiGateway::Method',
      ])
        expect(() =>
          findWhen(check, type, ({ Properties }) => {
            for (const name of Object.keys(Properties)) Properties[name] = odd;
          }),
        ).not.toThrow();
});
