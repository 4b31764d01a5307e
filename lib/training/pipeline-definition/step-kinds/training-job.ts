import type { Text } from '../expression';
import { volumeKey } from '../volume-key';

/** What a training step and each job of a tuning step have in common. */
export interface TrainingJob {
  readonly roleArn: string;
  readonly image: string;
  readonly instanceType: string;
  readonly volumeSizeInGB: number;
  readonly kmsKeyArn: string;
  readonly maximumRuntimeSeconds: number;
  readonly channels: readonly Channel[];
  /** The service adds `<job name>/output/model.tar.gz`. */
  readonly outputUri: Text;
  /** Numbers that the script prints; regular expressions over its output with one group, the number. */
  readonly metrics: Readonly<Record<string, string>>;
}

/** One folder under `/opt/ml/input/data`, filled with the objects whose keys begin with `uri`. */
interface Channel {
  readonly name: string;
  readonly uri: Text;
  readonly contentType?: string;
}

interface TrainingChannel {
  readonly ChannelName: string;
  readonly ContentType?: string;
  readonly DataSource: {
    readonly S3DataSource: {
      readonly S3DataType: 'S3Prefix';
      readonly S3Uri: Text;
      readonly S3DataDistributionType: 'FullyReplicated';
    };
  };
}

export interface TrainingJobArguments {
  readonly AlgorithmSpecification: {
    readonly TrainingImage: string;
    readonly TrainingInputMode: 'File';
    readonly MetricDefinitions: readonly { readonly Name: string; readonly Regex: string }[];
  };
  readonly InputDataConfig: readonly TrainingChannel[];
  readonly OutputDataConfig: { readonly S3OutputPath: Text; readonly KmsKeyId: string };
  readonly ResourceConfig: {
    readonly InstanceType: string;
    readonly InstanceCount: number;
    readonly VolumeSizeInGB: number;
    readonly VolumeKmsKeyId?: string;
  };
  readonly StoppingCondition: { readonly MaxRuntimeInSeconds: number };
  readonly EnableNetworkIsolation: true;
  readonly RoleArn: string;
}

/** The arguments of one isolated job on one machine, where there is no traffic between containers to encrypt. */
export function trainingJobArguments(job: TrainingJob): TrainingJobArguments {
  return {
    AlgorithmSpecification: {
      TrainingImage: job.image,
      TrainingInputMode: 'File',
      MetricDefinitions: Object.entries(job.metrics).map(([Name, Regex]) => ({ Name, Regex })),
    },
    InputDataConfig: job.channels.map(trainingChannel),
    OutputDataConfig: { S3OutputPath: job.outputUri, KmsKeyId: job.kmsKeyArn },
    ResourceConfig: {
      InstanceType: job.instanceType,
      InstanceCount: 1,
      VolumeSizeInGB: job.volumeSizeInGB,
      ...volumeKey(job.instanceType, job.kmsKeyArn),
    },
    StoppingCondition: { MaxRuntimeInSeconds: job.maximumRuntimeSeconds },
    EnableNetworkIsolation: true,
    RoleArn: job.roleArn,
  };
}

function trainingChannel({ name, uri, contentType }: Channel): TrainingChannel {
  return {
    ChannelName: name,
    ...(contentType === undefined ? {} : { ContentType: contentType }),
    DataSource: {
      S3DataSource: { S3DataType: 'S3Prefix', S3Uri: uri, S3DataDistributionType: 'FullyReplicated' },
    },
  };
}
