import { Stack } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { PhaseStack } from '../shared/phase-stack';
import { rollBackAlarmNames } from './endpoint-names';

/** Lets `grantee` see the state of the alarms that roll a deployment back, which stand in a stack that exports nothing. */
export function grantSeeRollBackAlarms(grantee: IGrantable & IConstruct): Grant {
  const names = Object.values(rollBackAlarmNames(PhaseStack.of(grantee).lifecycle.config));
  const resourceArns = names.map((name) =>
    Stack.of(grantee).formatArn({ service: 'cloudwatch', resource: `alarm:${name}` }),
  );
  return Grant.addToPrincipal({ grantee, actions: ['cloudwatch:DescribeAlarms'], resourceArns });
}
