import type { Assembly, Placed } from './assembly';
import { under } from './leaves';
import { textOf } from './points-to';
import { resourcesOf } from './resources-of';

export type Fields = Readonly<Record<string, unknown>>;

/** States that hand over to each other: those of a machine, of a map's processor or of one branch. */
export interface Flow {
  /** Empty for the machine itself, else the names of the states around it. */
  readonly within: string;
  readonly startAt: unknown;
  readonly states: Readonly<Record<string, Fields>>;
  /** Whether its states speak JSONata unless they say something else. */
  readonly jsonata: boolean;
}

export interface Machine {
  readonly resource: Placed;
  /** Undefined when the definition is no JSON object. */
  readonly definition?: Fields;
  readonly flows: readonly Flow[];
}

/** Every state machine of an assembly, its definition parsed. */
export function machinesOf(assembly: Assembly): Machine[] {
  return resourcesOf(assembly, 'AWS::StepFunctions::StateMachine').map((resource) => {
    const definition = definitionOf(resource, assembly);
    return {
      resource,
      definition,
      flows: definition ? flowsIn(definition, '', definition.QueryLanguage === 'JSONata') : [],
    };
  });
}

/** Every state of a machine, with what to call it. */
export function statesOf({ flows }: Machine): { name: string; state: Fields; flow: Flow; jsonata: boolean }[] {
  return flows.flatMap((flow) =>
    Object.entries(flow.states).map(([id, state]) => ({
      name: `${flow.within}${id}`,
      state,
      flow,
      jsonata: state.QueryLanguage === undefined ? flow.jsonata : state.QueryLanguage === 'JSONata',
    })),
  );
}

/** Where a state may go on. */
export function nextOf(state: Fields): unknown[] {
  const of = (each: unknown) => under(each, 'Next');
  const rules = [...array(state.Choices), ...array(state.Catch)];
  return [state.Next, state.Default, ...rules.map(of)].filter((each) => each !== undefined);
}

export function array(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function definitionOf({ Properties, stack }: Placed, assembly: Assembly): Fields | undefined {
  const { Definition, DefinitionString } = Properties;
  if (isFields(Definition)) return Definition;
  try {
    const parsed: unknown = JSON.parse(textOf(DefinitionString, stack, assembly));
    return isFields(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function flowsIn(holder: Fields, within: string, jsonata: boolean): Flow[] {
  const all = isFields(holder.States) ? holder.States : {};
  const states = Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, Fields] => isFields(entry[1])),
  );
  const inner = Object.entries(states).flatMap(([id, state]) =>
    [state.ItemProcessor, state.Iterator, ...array(state.Branches)]
      .filter(isFields)
      .flatMap((each) => flowsIn(each, `${within}${id} / `, jsonata)),
  );
  return [{ within, startAt: holder.StartAt, states, jsonata }, ...inner];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
