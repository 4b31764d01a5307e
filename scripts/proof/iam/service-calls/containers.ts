import type { Stack } from '../../assembly';
import { SERVICE_ACTIONS } from '../../facts/service-role-actions';
import { type Asked, ask } from './world';

const IMAGE = /^(\d{12})\.dkr\.ecr\.([\w-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)/;

/** What SageMaker does with a role to run an image: it pulls it, keeps its log and its metrics. */
export function runs(role: string, image: string, kind: string, stack: Stack): Asked[] {
  const [, account, region, repository] = IMAGE.exec(image) ?? [];
  const log = `arn:aws:logs:${stack.region}:111111111111:log-group:/aws/sagemaker/${kind}:log-stream:stream`;
  return [
    ...ask(role, SERVICE_ACTIONS.registryToken, '*'),
    ...(account === undefined
      ? []
      : ask(role, SERVICE_ACTIONS.image, `arn:aws:ecr:${region}:${account}:repository/${repository}`)),
    ...ask(role, SERVICE_ACTIONS.containerLogs, log),
    ...ask(role, SERVICE_ACTIONS.containerMetrics, '*', { 'cloudwatch:namespace': `/aws/sagemaker/${kind}` }),
  ];
}

/** The volume of a job or an endpoint under a customer's key: SageMaker opens it by a grant that the role makes. */
export function onVolume(role: string, key: string): Asked[] {
  return key === '' ? [] : ask(role, SERVICE_ACTIONS.volume, key, { 'kms:GrantIsForAWSResource': true });
}
