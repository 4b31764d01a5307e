import { Fn } from 'aws-cdk-lib';
import { CfnMonitoringSchedule } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import { PhaseStack } from '../shared/phase-stack';

export interface MonitorScheduleProps {
  readonly type: 'DataQuality' | 'ModelQuality' | 'ModelBias' | 'ModelExplainability';
  /** ARN of the job definition. */
  readonly definitionArn: string;
  /** Hour of the day, UTC. */
  readonly hour: number;
}

/** Runs one monitor's job every day. A new definition changes the schedule in place; its name never changes. */
export class MonitorSchedule extends Construct {
  public constructor(scope: Construct, id: string, { type, definitionArn, hour }: MonitorScheduleProps) {
    super(scope, id);
    const name = type.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();
    new CfnMonitoringSchedule(this, 'Resource', {
      // CloudFormation insists on a name here.
      monitoringScheduleName: PhaseStack.of(this).fixedName(name),
      monitoringScheduleConfig: {
        scheduleConfig: { scheduleExpression: `cron(0 ${hour} ? * * *)` },
        // CloudFormation tells a definition's ARN only, `arn:…:<kind>-job-definition/<name>`.
        monitoringJobDefinitionName: Fn.select(1, Fn.split('/', definitionArn)),
        monitoringType: type,
      },
    });
  }
}
