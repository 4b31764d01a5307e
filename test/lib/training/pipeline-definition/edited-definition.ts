import type { PipelineDefinition } from '../../../../lib/training/pipeline-definition/pipeline-definition';
import { trainingPipeline } from '../../../../lib/training/pipeline-definition/training-pipeline';
import { validatePipelineDefinition } from '../../../../lib/training/pipeline-definition/validate-pipeline-definition';
import { EXAMPLE_EXPECTATIONS, EXAMPLE_INPUTS } from './example-inputs';

type Json = Record<string, unknown>;
export type Edit = (definition: Json) => void;

/** Puts `value` at `path`: a step's name or `$` for the document, then keys and list indexes, with slashes between. */
export function set(path: string, value: unknown): Edit {
  return (definition) => {
    const { parent, key } = locate(definition, path);
    parent[key] = value;
  };
}

/** Takes away what stands at `path`. */
export function remove(path: string): Edit {
  return (definition) => {
    const { parent, key } = locate(definition, path);
    if (!(key in parent)) throw new Error(`nothing to remove at ${path}`);
    delete parent[key];
  };
}

/** Adds `values` to the list at `path`, which is made where there is none. */
export function add(path: string, ...values: readonly unknown[]): Edit {
  return (definition) => {
    const { parent, key } = locate(definition, path);
    const list = Array.isArray(parent[key]) ? parent[key] : [];
    parent[key] = [...list, ...values];
  };
}

/** The sound example definition with `edits`. */
export function editedDefinition(...edits: readonly Edit[]): PipelineDefinition {
  const definition = JSON.parse(JSON.stringify(trainingPipeline(EXAMPLE_INPUTS)));
  for (const edit of edits) edit(definition);
  return definition;
}

/** What the validator says about the example definition with `edits`. */
export function problemsAfter(...edits: readonly Edit[]): readonly string[] {
  return validatePipelineDefinition(editedDefinition(...edits), EXAMPLE_EXPECTATIONS);
}

function locate(definition: Json, path: string): { parent: Json; key: string } {
  const [start = '', ...keys] = path.split('/');
  const key = keys.pop() ?? '';
  let parent = start === '$' ? definition : stepNamed(start, definition.Steps);
  for (const next of keys) parent = parent?.[next] as Json | undefined;
  if (parent === undefined) throw new Error(`nothing at ${path}`);
  return { parent, key };
}

function stepNamed(name: string, steps: unknown): Json | undefined {
  for (const step of (steps ?? []) as Json[]) {
    if (step.Name === name) return step;
    const { IfSteps, ElseSteps } = (step.Arguments ?? {}) as Json;
    const nested = stepNamed(name, IfSteps) ?? stepNamed(name, ElseSteps);
    if (nested !== undefined) return nested;
  }
  return undefined;
}
