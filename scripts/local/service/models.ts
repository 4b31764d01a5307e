import type { CreateModelInput } from '@aws-sdk/client-sagemaker';
import { type Caller, epochSeconds, nameOf, sageMakerArn } from './caller';
import { validationException } from './service-error';

interface Model {
  readonly summary: { readonly ModelName: string; readonly ModelArn: string; readonly CreationTime: number };
  readonly input: CreateModelInput;
}

/** What stacks and the Model steps of pipelines made; names that differ in case only are the same, as in ARNs. */
export class Models {
  private readonly models = new Map<string, Model>();

  /** Keeps the model and returns its ARN. */
  create(ModelName: string, input: CreateModelInput, caller: Caller): string {
    const ModelArn = sageMakerArn(caller, 'model', ModelName.toLowerCase());
    if (this.has(ModelArn)) throw validationException(`Cannot create already existing model "${ModelArn}".`);
    this.models.set(key(ModelName), { summary: { ModelName, ModelArn, CreationTime: epochSeconds() }, input });
    return ModelArn;
  }

  has(arnOrName: string): boolean {
    return this.models.has(key(arnOrName));
  }

  get(arnOrName: string): Model {
    const model = this.models.get(key(arnOrName));
    if (!model) throw validationException(`Could not find model "${arnOrName}".`);
    return model;
  }

  /** Oldest first. */
  list(nameContains = ''): readonly object[] {
    const summaries = [...this.models.values()].map(({ summary }) => summary);
    return summaries.filter(({ ModelName }) => ModelName.includes(nameContains));
  }

  delete(arnOrName: string): void {
    this.get(arnOrName);
    this.models.delete(key(arnOrName));
  }
}

const key = (arnOrName: string): string => nameOf(arnOrName).toLowerCase();
