import { type Edit, put, remove } from './edits';
import type { Seed, Templates } from './fault';
import { isObject, type Json, type JsonObject, objectAt, valueAt } from './json';

/** Where resources of these types hold JSON as a text. */
const TEXTS: Readonly<Record<string, string>> = {
  'AWS::SageMaker::Pipeline': 'PipelineDefinition/PipelineDefinitionBody',
  'AWS::StepFunctions::StateMachine': 'DefinitionString',
  'AWS::CloudWatch::Dashboard': 'DashboardBody',
};

/** Changes a stack's template. */
export function template(stack: string, edit: Edit): Seed {
  return (templates) => edit(templateOf(templates, stack));
}

/** Changes a resource, named as `Serving/RealTimeModel`: the stack, and the logical id without the hash that CDK adds. */
export function resource(name: string, edit: Edit): Seed {
  return (templates) => edit(resourceNamed(templates, name).value);
}

/** Changes the only resource of a type in a stack, for those whose id is made anew with each change. */
export function onlyOfType(stack: string, type: string, edit: Edit): Seed {
  return (templates) => {
    const resources = Object.values(objectAt(templateOf(templates, stack), 'Resources'));
    const [only, ...others] = resources.filter((each) => isObject(each) && each.Type === type);
    if (!only || others.length > 0) throw new Error(`${stack} has not exactly one ${type}`);
    edit(only);
  };
}

/** Changes the properties of a resource. */
export function properties(name: string, edit: Edit): Seed {
  return resource(name, (value) => edit(valueAt(value, 'Properties')));
}

/** Changes the statements of a policy document that a resource holds. */
export function statements(name: string, edit: Edit): Seed {
  return properties(name, (value) => edit(valueAt(value, `${documentOf(value)}/Statement`)));
}

/** Changes JSON that a resource holds as a text, such as a pipeline's definition. */
export function definition(name: string, edit: Edit): Seed {
  return resource(name, (value) => {
    const path = `Properties/${TEXTS[String(valueAt(value, 'Type'))] ?? 'DefinitionString'}`;
    put(path, rewritten(valueAt(value, path), edit))(value);
  });
}

/** Puts a resource's logical id, hash and all, where an edit wants it. */
export function withIdOf(name: string, seed: (logicalId: string) => Seed): Seed {
  return (templates, manifest) => seed(resourceNamed(templates, name).logicalId)(templates, manifest);
}

/** Adds a resource to a stack. */
export function added(name: string, value: JsonObject): Seed {
  const [stack = '', logicalId = ''] = name.split('/');
  return template(stack, put(`Resources/${logicalId}`, value));
}

/** Takes away the export whose name holds a text. */
export function withoutExport(stack: string, text: string): Seed {
  return (templates) => {
    const outputs = Object.entries(objectAt(templateOf(templates, stack), 'Outputs'));
    const found = outputs.find(([, output]) => JSON.stringify(output).includes(text));
    if (!found) throw new Error(`${stack} exports no ${text}`);
    remove(`Outputs/${found[0]}`)(templateOf(templates, stack));
  };
}

/** Deploys a stack elsewhere than the others. */
export function deployedIn(stack: string, region: string): Seed {
  return (_, manifest) => put(`artifacts/${stack}/environment`, `aws://unknown-account/${region}`)(manifest);
}

/** Says whether a stack may be deleted by one call. */
export function withTerminationProtection(stack: string, isProtected: boolean): Seed {
  return (_, manifest) => put(`artifacts/${stack}/properties/terminationProtection`, isProtected)(manifest);
}

/** Several changes that make one fault. */
export function all(...seeds: readonly Seed[]): Seed {
  return (templates, manifest) => {
    for (const seed of seeds) seed(templates, manifest);
  };
}

/** The tags that every resource of the product carries. */
export const TAGS = [
  { Key: 'ml:cost-center', Value: 'ml-sandbox' },
  { Key: 'ml:environment', Value: 'sandbox' },
  { Key: 'ml:model', Value: 'churn' },
  { Key: 'ml:owner', Value: 'ml-platform' },
  { Key: 'ml:phase', Value: 'operations' },
  { Key: 'ml:project', Value: 'ml-lifecycle' },
] satisfies Json;

function templateOf(templates: Templates, stack: string): JsonObject {
  const found = templates[stack];
  if (!found) throw new Error(`there is no stack ${stack}`);
  return found;
}

function resourceNamed(templates: Templates, name: string): { logicalId: string; value: Json } {
  const [stack = '', wanted = ''] = name.split('/');
  const resources = Object.entries(objectAt(templateOf(templates, stack), 'Resources'));
  const found = resources.filter(([id]) => id === wanted || id.replace(/[0-9A-F]{8}$/, '') === wanted);
  const [only, ...others] = found;
  if (!only || others.length > 0) throw new Error(`${found.length} resources are called ${name}`);
  return { logicalId: only[0], value: only[1] };
}

function documentOf(value: Json): string {
  const documents = ['PolicyDocument', 'KeyPolicy', 'AssumeRolePolicyDocument'];
  return documents.find((name) => isObject(value) && name in value) ?? 'PolicyDocument';
}

/** JSON as a text with references in it: taken apart, changed and put together again. */
function rewritten(text: Json, edit: Edit): Json {
  if (typeof text === 'string') {
    const value = JSON.parse(text);
    edit(value);
    return JSON.stringify(value);
  }
  const parts = valueAt(text, 'Fn::Join/1') as Json[];
  const whole = parts.map((part, place) => (typeof part === 'string' ? part : `«${place}»`)).join('');
  const value = JSON.parse(whole);
  edit(value);
  const pieces = JSON.stringify(value).split(/«(\d+)»/);
  return { 'Fn::Join': ['', pieces.map((piece, place) => (place % 2 === 0 ? piece : (parts[Number(piece)] ?? '')))] };
}
