import { isRecord, listAt, textAt } from './read-json';

const BRANCHES = ['IfSteps', 'ElseSteps'] as const;

/** The branch of a condition step that a step stands in. */
export interface Branch {
  readonly condition: string;
  readonly branch: (typeof BRANCHES)[number];
}

/** A step and the branches around it, outermost first. */
export interface PlacedStep {
  readonly name: string;
  readonly type: string;
  /** The step without the steps nested in it. */
  readonly own: unknown;
  readonly branches: readonly Branch[];
}

/** Every step of the list, nested ones after the condition they stand in. */
export function placeSteps(steps: readonly unknown[], branches: readonly Branch[] = []): readonly PlacedStep[] {
  return steps.flatMap((step) => {
    const name = textAt(step, 'Name');
    const placed: PlacedStep = { name, type: textAt(step, 'Type'), own: withoutBranches(step), branches };
    const nested = BRANCHES.flatMap((branch) =>
      placeSteps(listAt(step, 'Arguments', branch), [...branches, { condition: name, branch }]),
    );
    return [placed, ...nested];
  });
}

function withoutBranches(step: unknown): unknown {
  if (!isRecord(step) || step.Type !== 'Condition' || !isRecord(step.Arguments)) return step;
  const own = Object.entries(step.Arguments).filter(([key]) => !BRANCHES.some((branch) => branch === key));
  return { ...step, Arguments: Object.fromEntries(own) };
}

/** Whether `step` always ran when `reader` runs: it stands in no branch, or in one that `reader` stands in too. */
export function isVisibleTo(reader: PlacedStep, step: PlacedStep): boolean {
  return step.branches.every(({ condition, branch }, depth) => {
    const around = reader.branches[depth];
    return around?.condition === condition && around.branch === branch;
  });
}
