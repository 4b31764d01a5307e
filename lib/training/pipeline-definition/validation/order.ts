import { isVisibleTo, type PlacedStep } from './placed-step';
import { listAt } from './read-json';
import { referencesIn, stepProperty } from './references-in';
import type { Rule, Subject } from './rule';

/** Steps can be put in an order: what a step waits for exists, surely runs, and does not wait for that step. */
export const order: Rule = (subject) => {
  const problems = subject.steps.flatMap((step) => [
    ...dependsOnProblems(step, subject),
    ...awaited(step, subject)
      .filter((other) => !isVisibleTo(step, other))
      .map(
        (other) => `Step ${step.name} waits for ${other.name}, which runs only in a branch of ${conditionOf(other)}.`,
      ),
  ]);
  return [...problems, ...cycles(subject)];
};

function dependsOnProblems({ name, own }: PlacedStep, { steps }: Subject): readonly string[] {
  return listAt(own, 'DependsOn').flatMap((dependency) => {
    const step = steps.find((candidate) => candidate.name === dependency);
    if (step === undefined) return [`Step ${name} depends on ${dependency}, but no step is called so.`];
    return step.type === 'Fail' ? [`Step ${name} depends on ${dependency}, which ends the execution.`] : [];
  });
}

/** The steps that `step` names, each once, without the condition around it. */
function awaited({ own }: PlacedStep, { steps }: Subject): readonly PlacedStep[] {
  const referenced = referencesIn(own).map(({ path }) => stepProperty(path)?.step);
  const names = new Set([...referenced, ...listAt(own, 'DependsOn')]);
  return steps.filter(({ name, type }) => names.has(name) && type !== 'Fail');
}

function conditionOf({ branches }: PlacedStep): string {
  return branches.at(-1)?.condition ?? '';
}

/** Every circle of steps that wait for each other, each told once. */
function cycles(subject: Subject): readonly string[] {
  const told = new Map<string, string>();
  const done = new Set<PlacedStep>();
  const visit = (step: PlacedStep, road: readonly PlacedStep[]): void => {
    const start = road.indexOf(step);
    if (start >= 0) {
      const circle = road.slice(start).map(({ name }) => name);
      told.set([...circle].sort().join(), `Steps wait for each other: ${[...circle, step.name].join(' → ')}.`);
      return;
    }
    if (done.has(step)) return;
    for (const next of before(step, subject)) visit(next, [...road, step]);
    done.add(step);
  };
  for (const step of subject.steps) visit(step, []);
  return [...told.values()];
}

function before(step: PlacedStep, subject: Subject): readonly PlacedStep[] {
  const around = step.branches.at(-1)?.condition;
  const conditions = subject.steps.filter(({ name }) => name === around);
  return [...awaited(step, subject).filter((other) => isVisibleTo(step, other)), ...conditions];
}
