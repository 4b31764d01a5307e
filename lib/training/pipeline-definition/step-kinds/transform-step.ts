import { get, type Reference, type Text } from '../expression';
import { JOB_RETRIES, type RetryPolicy } from '../retry-policies';
import { type Tag, tagList } from '../tag-list';
import { volumeKey } from '../volume-key';

// The service's defaults. Stated, because the service else asks the container, and not every mode of it answers.
const MAXIMUM_PAYLOAD_MB = 6;
const CONCURRENT_REQUESTS = 1;

export interface TransformStepProps {
  readonly name: string;
  readonly modelName: Text;
  /** One CSV object (or a prefix of several), without a header. */
  readonly inputUri: Text;
  /** Which columns of a row the model sees, as JSONPath over its indexes, e.g. `$[1:]`. */
  readonly inputFilter: string;
  /** Which columns of the row with the score behind it are written, e.g. `$[0,-1]`. */
  readonly outputFilter: string;
  /** Receives `<object name>.out`. */
  readonly outputUri: Text;
  readonly instanceType: string;
  readonly kmsKeyArn: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** A batch transform job over CSV. */
export interface TransformStep {
  readonly Name: string;
  readonly Type: 'Transform';
  readonly RetryPolicies: readonly RetryPolicy[];
  readonly Arguments: {
    readonly ModelName: Text;
    readonly TransformInput: {
      readonly DataSource: { readonly S3DataSource: { readonly S3DataType: 'S3Prefix'; readonly S3Uri: Text } };
      readonly ContentType: 'text/csv';
      readonly SplitType: 'Line';
    };
    readonly TransformOutput: {
      readonly S3OutputPath: Text;
      readonly Accept: 'text/csv';
      readonly AssembleWith: 'Line';
      readonly KmsKeyId: string;
    };
    readonly TransformResources: {
      readonly InstanceType: string;
      readonly InstanceCount: number;
      readonly VolumeKmsKeyId?: string;
    };
    readonly BatchStrategy: 'MultiRecord';
    readonly MaxPayloadInMB: number;
    readonly MaxConcurrentTransforms: number;
    readonly DataProcessing: {
      readonly InputFilter: string;
      readonly JoinSource: 'Input';
      readonly OutputFilter: string;
    };
    readonly Tags: readonly Tag[];
  };
}

/** Scores CSV rows and writes each with its score behind it: CSV on both sides, or the service could not join them. */
export function transformStep(props: TransformStepProps): TransformStep {
  return {
    Name: props.name,
    Type: 'Transform',
    RetryPolicies: JOB_RETRIES,
    Arguments: {
      ModelName: props.modelName,
      TransformInput: {
        DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: props.inputUri } },
        ContentType: 'text/csv',
        SplitType: 'Line',
      },
      TransformOutput: {
        S3OutputPath: props.outputUri,
        Accept: 'text/csv',
        AssembleWith: 'Line',
        KmsKeyId: props.kmsKeyArn,
      },
      TransformResources: {
        InstanceType: props.instanceType,
        InstanceCount: 1,
        ...volumeKey(props.instanceType, props.kmsKeyArn),
      },
      BatchStrategy: 'MultiRecord',
      MaxPayloadInMB: MAXIMUM_PAYLOAD_MB,
      MaxConcurrentTransforms: CONCURRENT_REQUESTS,
      DataProcessing: { InputFilter: props.inputFilter, JoinSource: 'Input', OutputFilter: props.outputFilter },
      Tags: tagList(props.tags),
    },
  };
}

/** S3 URI of the folder that the step writes to. */
export function transformOutput(step: TransformStep): Reference {
  return get(`Steps.${step.Name}.TransformOutput.S3OutputPath`);
}
