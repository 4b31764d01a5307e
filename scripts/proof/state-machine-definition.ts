import type { Assembly, Placed } from './assembly';
import { list, record } from './json';
import { textOf } from './text-of';

export type State = Readonly<Record<string, unknown>>;

/** What a state machine does, as Step Functions would read it; undefined if that is no JSON. */
export function stateMachineDefinition({ Properties, stack }: Placed, assembly: Assembly): State | undefined {
  const { Definition, DefinitionString } = Properties;
  if (DefinitionString === undefined) return Definition === undefined ? undefined : record(Definition);
  try {
    return record(JSON.parse(textOf(DefinitionString, { stack }, assembly)));
  } catch {
    return undefined;
  }
}

/** Every state, those within maps and parallels too. */
export function statesOf(definition: State | undefined): { readonly name: string; readonly state: State }[] {
  return Object.entries(record(definition?.States)).flatMap(([name, value]) => {
    const state = record(value);
    const inner = [state.ItemProcessor, state.Iterator, ...list(state.Branches)];
    return [{ name, state }, ...inner.flatMap((each) => statesOf(record(each)))];
  });
}
