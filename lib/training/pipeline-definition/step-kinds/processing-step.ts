import { get, type Join, type JsonGet, join, jsonGet, type Reference, type Text } from '../expression';
import { JOB_RETRIES, type RetryPolicy } from '../retry-policies';
import { type Tag, tagList } from '../tag-list';
import { volumeKey } from '../volume-key';

export interface ProcessingStepProps<Output extends string, File extends string> {
  readonly name: string;
  readonly roleArn: string;
  readonly image: string;
  readonly entrypoint: readonly string[];
  readonly arguments: readonly Text[];
  /** S3 URIs by input name; each fills the folder `inputFolder(name)`. */
  readonly inputs: Readonly<Record<string, Text>>;
  /** Each is read from the folder `outputFolder(name)` and goes to `<outputUri>/<name>`. */
  readonly outputs: readonly Output[];
  readonly outputUri: Text;
  /** JSON files among the outputs that later steps read values from. */
  readonly propertyFiles: Readonly<Record<File, { readonly output: NoInfer<Output>; readonly path: string }>>;
  readonly instanceType: string;
  readonly volumeSizeInGB: number;
  readonly kmsKeyArn: string;
  readonly maximumRuntimeSeconds: number;
  readonly tags: Readonly<Record<string, string>>;
}

/** A container that reads folders and writes folders. */
export interface ProcessingStep<Output extends string = string, File extends string = string> {
  readonly Name: string;
  readonly Type: 'Processing';
  readonly RetryPolicies: readonly RetryPolicy[];
  readonly Arguments: {
    readonly AppSpecification: {
      readonly ImageUri: string;
      readonly ContainerEntrypoint: readonly string[];
      readonly ContainerArguments: readonly Text[];
    };
    readonly ProcessingResources: {
      readonly ClusterConfig: {
        readonly InstanceType: string;
        readonly InstanceCount: number;
        readonly VolumeSizeInGB: number;
        readonly VolumeKmsKeyId?: string;
      };
    };
    readonly ProcessingInputs: readonly ProcessingInput[];
    readonly ProcessingOutputConfig: {
      readonly KmsKeyId: string;
      readonly Outputs: readonly ProcessingOutput<Output>[];
    };
    readonly StoppingCondition: { readonly MaxRuntimeInSeconds: number };
    readonly NetworkConfig: { readonly EnableNetworkIsolation: true };
    readonly RoleArn: string;
    readonly Tags: readonly Tag[];
  };
  readonly PropertyFiles: readonly PropertyFile<Output, File>[];
}

interface ProcessingInput {
  readonly InputName: string;
  readonly S3Input: {
    readonly S3Uri: Text;
    readonly LocalPath: string;
    readonly S3DataType: 'S3Prefix';
    readonly S3InputMode: 'File';
    readonly S3DataDistributionType: 'FullyReplicated';
  };
}

interface ProcessingOutput<Output extends string> {
  readonly OutputName: Output;
  readonly S3Output: { readonly S3Uri: Text; readonly LocalPath: string; readonly S3UploadMode: 'EndOfJob' };
}

interface PropertyFile<Output extends string, File extends string> {
  readonly PropertyFileName: File;
  readonly OutputName: Output;
  readonly FilePath: string;
}

/** An isolated processing job on one machine, where there is no traffic between containers to encrypt. */
export function processingStep<Output extends string, File extends string>(
  props: ProcessingStepProps<Output, File>,
): ProcessingStep<Output, File> {
  const files = Object.entries(props.propertyFiles) as [File, { output: Output; path: string }][];
  return {
    Name: props.name,
    Type: 'Processing',
    RetryPolicies: JOB_RETRIES,
    Arguments: {
      AppSpecification: {
        ImageUri: props.image,
        ContainerEntrypoint: props.entrypoint,
        ContainerArguments: props.arguments,
      },
      ProcessingResources: {
        ClusterConfig: {
          InstanceType: props.instanceType,
          InstanceCount: 1,
          VolumeSizeInGB: props.volumeSizeInGB,
          ...volumeKey(props.instanceType, props.kmsKeyArn),
        },
      },
      ProcessingInputs: Object.entries(props.inputs).map(processingInput),
      ProcessingOutputConfig: {
        KmsKeyId: props.kmsKeyArn,
        Outputs: props.outputs.map((output) => processingOutput(output, props.outputUri)),
      },
      StoppingCondition: { MaxRuntimeInSeconds: props.maximumRuntimeSeconds },
      NetworkConfig: { EnableNetworkIsolation: true },
      RoleArn: props.roleArn,
      Tags: tagList(props.tags),
    },
    PropertyFiles: files.map(([file, { output, path }]) => ({
      PropertyFileName: file,
      OutputName: output,
      FilePath: path,
    })),
  };
}

function processingInput([name, uri]: [string, Text]): ProcessingInput {
  return {
    InputName: name,
    S3Input: {
      S3Uri: uri,
      LocalPath: inputFolder(name),
      S3DataType: 'S3Prefix',
      S3InputMode: 'File',
      S3DataDistributionType: 'FullyReplicated',
    },
  };
}

function processingOutput<Output extends string>(name: Output, folder: Text): ProcessingOutput<Output> {
  return {
    OutputName: name,
    S3Output: { S3Uri: join('/', [folder, name]), LocalPath: outputFolder(name), S3UploadMode: 'EndOfJob' },
  };
}

/** Where the container finds the input. */
export function inputFolder(input: string): string {
  return `/opt/ml/processing/input/${input}`;
}

/** Where the container leaves the output. */
export function outputFolder(output: string): string {
  return `/opt/ml/processing/output/${output}`;
}

/** S3 URI of the folder that an output of the finished step went to, without a slash at the end. */
export function outputUri<Output extends string>(step: ProcessingStep<Output>, output: NoInfer<Output>): Reference {
  return get(`Steps.${step.Name}.ProcessingOutputConfig.Outputs['${output}'].S3Output.S3Uri`);
}

/** S3 URI of the file `path` within the output of the finished step. */
export function outputFile<Output extends string>(
  step: ProcessingStep<Output>,
  output: NoInfer<Output>,
  path: string,
): Join {
  return join('/', [outputUri(step, output), path]);
}

/** The value at `path` of a property file of the finished step. */
export function fromPropertyFile<File extends string>(
  step: ProcessingStep<string, File>,
  file: NoInfer<File>,
  path: string,
): JsonGet {
  return jsonGet(step.Name, file, path);
}
