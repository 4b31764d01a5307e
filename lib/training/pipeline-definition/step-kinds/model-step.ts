import { get, type Reference, type Text } from '../expression';
import { API_RETRIES, type RetryPolicy } from '../retry-policies';
import { type Tag, tagList } from '../tag-list';

export interface ModelStepProps {
  readonly name: string;
  readonly roleArn: string;
  readonly image: string;
  readonly modelDataUri: Text;
  readonly tags: Readonly<Record<string, string>>;
}

/** A model that batch transform can run. */
export interface ModelStep {
  readonly Name: string;
  readonly Type: 'Model';
  readonly RetryPolicies: readonly RetryPolicy[];
  readonly Arguments: {
    readonly ExecutionRoleArn: string;
    readonly PrimaryContainer: { readonly Image: string; readonly ModelDataUrl: Text };
    readonly EnableNetworkIsolation: true;
    readonly Tags: readonly Tag[];
  };
}

/**
 * An isolated model in the image's algorithm mode: no Environment means that the container serves the archive's
 * `xgboost-model` by itself and leaves `code/` alone. A transform job is isolated by its model, not by itself.
 */
export function modelStep(props: ModelStepProps): ModelStep {
  return {
    Name: props.name,
    Type: 'Model',
    RetryPolicies: API_RETRIES,
    Arguments: {
      ExecutionRoleArn: props.roleArn,
      PrimaryContainer: { Image: props.image, ModelDataUrl: props.modelDataUri },
      EnableNetworkIsolation: true,
      Tags: tagList(props.tags),
    },
  };
}

/** The name that the service gave to the model. */
export function modelName(step: ModelStep): Reference {
  return get(`Steps.${step.Name}.ModelName`);
}
