import { GetAccountCommand } from '@aws-sdk/client-api-gateway';
import type { Assembly } from '../proof/assembly';
import { record, records } from '../proof/json';
import { resourcesOf } from '../proof/resources-of';
import type { Judged } from './finding';
import type { Question } from './question';

/** API Gateway refuses a stage that logs as long as the account, region by region, has no role to log with. */
export const apiLogRole: Question = {
  id: 'api-log-role',
  needs: ['apigateway:GET'],
  async ask({ assembly, clients }) {
    const wants = loggingOf(assembly);
    if (!wants.logs) return [];
    const { cloudwatchRoleArn } = await clients.apiGateway.send(new GetAccountCommand({}));
    return judgeLogRole(wants, cloudwatchRoleArn);
  },
};

export interface ApiLogging {
  /** Whether a stage logs. */
  readonly logs: boolean;
  /** The name with which roles of the stack that sets the account's role begin; undefined if no template sets it. */
  readonly setBy?: string;
}

export function loggingOf(assembly: Assembly): ApiLogging {
  const logs = resourcesOf(assembly, 'AWS::ApiGateway::Stage').some(
    ({ Properties }) =>
      record(Properties.AccessLogSetting).DestinationArn !== undefined ||
      records(Properties.MethodSettings).some(({ LoggingLevel = 'OFF' }) => LoggingLevel !== 'OFF'),
  );
  const [account] = resourcesOf(assembly, 'AWS::ApiGateway::Account');
  return { logs, setBy: account?.stack.name };
}

/** @param role that the account has now */
export function judgeLogRole({ logs, setBy }: ApiLogging, role: string | undefined): Judged[] {
  if (!logs) return [];
  if (setBy === undefined)
    return role ? [] : [{ severity: 'blocks-deploy', message: 'API Gateway has no role to log with', command: SET }];
  if (!role || role.includes(`role/${setBy}-`)) return [];
  return [
    {
      severity: 'to-know',
      message: `API Gateway logs with ${role} in this region; ${setBy} puts its own role there, for every API of the account`,
      command: `aws apigateway update-account --patch-operations op=replace,path=/cloudwatchRoleArn,value=${role}`,
    },
  ];
}

const SET = 'aws apigateway update-account --patch-operations op=replace,path=/cloudwatchRoleArn,value=<arn of a role>';
