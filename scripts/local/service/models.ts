import type { CreateModelInput } from '@aws-sdk/client-sagemaker';
import { type Caller, epochSeconds, sageMakerArn } from './caller';
import { validationException } from './service-error';

interface Model {
  readonly summary: { readonly ModelName: string; readonly ModelArn: string; readonly CreationTime: number };
  readonly input: CreateModelInput;
}

/** What the Model steps of pipelines made. */
export class Models {
  private readonly models = new Map<string, Model>();

  /** Keeps the model and returns its ARN. */
  create(ModelName: string, input: CreateModelInput, caller: Caller): string {
    const ModelArn = sageMakerArn(caller, 'model', ModelName.toLowerCase());
    this.models.set(ModelName, { summary: { ModelName, ModelArn, CreationTime: epochSeconds() }, input });
    return ModelArn;
  }

  get(name: string): CreateModelInput {
    const model = this.models.get(name);
    if (!model) throw validationException(`Could not find model "${name}".`);
    return model.input;
  }

  /** Oldest first. */
  list(nameContains = ''): readonly object[] {
    const summaries = [...this.models.values()].map(({ summary }) => summary);
    return summaries.filter(({ ModelName }) => ModelName.includes(nameContains));
  }

  delete(name: string): void {
    this.get(name);
    this.models.delete(name);
  }
}
