import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetDatabaseCommand } from '@aws-sdk/client-glue';
import { HeadBucketCommand } from '@aws-sdk/client-s3';
import {
  DescribeEndpointCommand,
  DescribeFeatureGroupCommand,
  DescribeModelPackageGroupCommand,
  DescribeMonitoringScheduleCommand,
  DescribePipelineCommand,
} from '@aws-sdk/client-sagemaker';
import { record } from '../proof/json';
import type { Clients } from './clients';

/** How to see whether there is a resource of a type and a name. */
export interface Named {
  /** The name within a template's properties. */
  readonly name: (properties: Readonly<Record<string, unknown>>) => unknown;
  readonly needs: string;
  readonly exists: (name: string, clients: Clients) => Promise<boolean>;
  readonly remove: (name: string) => string;
}

/** Types whose names templates may fix. Not asked: the alias of a key, names of state machines and functions (none is fixed). */
export const NAMED: Readonly<Record<string, Named>> = {
  'AWS::SageMaker::FeatureGroup': {
    name: ({ FeatureGroupName }) => FeatureGroupName,
    needs: 'sagemaker:DescribeFeatureGroup',
    exists: (FeatureGroupName, { sageMaker }) =>
      there(sageMaker.send(new DescribeFeatureGroupCommand({ FeatureGroupName }))),
    remove: (name) => `aws sagemaker delete-feature-group --feature-group-name ${name}`,
  },
  'AWS::SageMaker::ModelPackageGroup': {
    name: ({ ModelPackageGroupName }) => ModelPackageGroupName,
    needs: 'sagemaker:DescribeModelPackageGroup',
    exists: (ModelPackageGroupName, { sageMaker }) =>
      there(sageMaker.send(new DescribeModelPackageGroupCommand({ ModelPackageGroupName }))),
    remove: (name) => `aws sagemaker delete-model-package-group --model-package-group-name ${name}`,
  },
  'AWS::SageMaker::Pipeline': {
    name: ({ PipelineName }) => PipelineName,
    needs: 'sagemaker:DescribePipeline',
    exists: (PipelineName, { sageMaker }) => there(sageMaker.send(new DescribePipelineCommand({ PipelineName }))),
    remove: (name) => `aws sagemaker delete-pipeline --pipeline-name ${name}`,
  },
  'AWS::SageMaker::Endpoint': {
    name: ({ EndpointName }) => EndpointName,
    needs: 'sagemaker:DescribeEndpoint',
    exists: (EndpointName, { sageMaker }) => there(sageMaker.send(new DescribeEndpointCommand({ EndpointName }))),
    remove: (name) => `aws sagemaker delete-endpoint --endpoint-name ${name}`,
  },
  'AWS::SageMaker::MonitoringSchedule': {
    name: ({ MonitoringScheduleName }) => MonitoringScheduleName,
    needs: 'sagemaker:DescribeMonitoringSchedule',
    exists: (MonitoringScheduleName, { sageMaker }) =>
      there(sageMaker.send(new DescribeMonitoringScheduleCommand({ MonitoringScheduleName }))),
    remove: (name) => `aws sagemaker delete-monitoring-schedule --monitoring-schedule-name ${name}`,
  },
  'AWS::Glue::Database': {
    name: ({ DatabaseInput }) => record(DatabaseInput).Name,
    needs: 'glue:GetDatabase',
    exists: (Name, { glue }) => there(glue.send(new GetDatabaseCommand({ Name }))),
    remove: (name) => `aws glue delete-database --name ${name}`,
  },
  'AWS::Logs::LogGroup': {
    name: ({ LogGroupName }) => LogGroupName,
    needs: 'logs:DescribeLogGroups',
    exists: async (logGroupNamePrefix, { logs }) => {
      const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix }));
      return logGroups.some(({ logGroupName }) => logGroupName === logGroupNamePrefix);
    },
    remove: (name) => `aws logs delete-log-group --log-group-name ${name}`,
  },
  'AWS::CloudWatch::Alarm': {
    name: ({ AlarmName }) => AlarmName,
    needs: 'cloudwatch:DescribeAlarms',
    exists: async (name, { cloudWatch }) => {
      const { MetricAlarms = [] } = await cloudWatch.send(new DescribeAlarmsCommand({ AlarmNames: [name] }));
      return MetricAlarms.length > 0;
    },
    remove: (name) => `aws cloudwatch delete-alarms --alarm-names ${name}`,
  },
  // The names of buckets are everybody's: one of another account is there too, and answers 403.
  'AWS::S3::Bucket': {
    name: ({ BucketName }) => BucketName,
    needs: 's3:ListBucket',
    exists: (Bucket, { s3 }) =>
      there(
        s3.send(new HeadBucketCommand({ Bucket })).catch((error: Error) => {
          if (!/^(403|Forbidden|301)$/.test(error.name)) throw error;
        }),
      ),
    remove: (name) => `aws s3 rb s3://${name}`,
  },
};

const GONE = /NotFound|NoSuch|EntityNotFound/;

/** SageMaker says that something is not there with a ValidationException, and differently for each type. */
async function there(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return true;
  } catch (error) {
    const { name, message } = error as Error;
    if (
      GONE.test(name) ||
      (name === 'ValidationException' && /not (find|exist)|could not find|does not exist/i.test(message))
    )
      return false;
    throw error;
  }
}
