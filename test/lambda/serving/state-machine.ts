interface Awaited {
  readonly ErrorEquals: readonly string[];
}
/** A state of a JSONPath state machine, as far as ours use the language. */
interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly End?: boolean;
  readonly Parameters?: object;
  readonly ResultPath?: string | null;
  readonly Resource?: string;
  readonly Retry?: readonly (Awaited & { readonly MaxAttempts?: number })[];
  readonly Catch?: readonly (Awaited & { readonly ResultPath?: string | null; readonly Next: string })[];
  readonly Choices?: readonly { readonly Variable: string; readonly StringEquals: string; readonly Next: string }[];
  readonly Default?: string;
  readonly ResultSelector?: object;
  readonly Error?: string;
  readonly ErrorPath?: string;
  readonly CausePath?: string;
}
export interface Definition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

type Data = Record<string, unknown>;
/** Does a task's work; what it throws is the state's error, with its name. */
export type Tasks = (state: string, input: Data, resource: string) => Promise<unknown>;

export interface Ending {
  readonly status: 'SUCCEEDED' | 'FAILED';
  readonly output?: Data;
  readonly error?: string;
  readonly cause?: string;
}

/**
 * Runs a definition state by state, yielding the name of each before it is entered, so that a test can let runs overlap
 * and time pass. A failing task is retried at once.
 */
export async function* execute(
  { StartAt, States }: Definition,
  input: Data,
  tasks: Tasks,
  context: () => Data,
): AsyncGenerator<string, Ending> {
  let data: Data = input;
  for (let place = StartAt; ; ) {
    yield place;
    const state = States[place];
    if (!state) throw new Error(`there is no state ${place}`);
    const effective = () => (state.Parameters ? (render(state.Parameters, data, context()) as Data) : data);
    let next = state.Next;
    switch (state.Type) {
      case 'Pass':
        data = withResult(data, state.ResultPath, effective());
        break;
      case 'Task':
        try {
          const result = await retried(state, () => tasks(place, effective(), state.Resource ?? ''));
          const selected = state.ResultSelector ? render(state.ResultSelector, result as Data, {}) : result;
          data = withResult(data, state.ResultPath, selected);
        } catch (error) {
          const caught = awaiting(error, state.Catch);
          if (!caught) throw error;
          const { name, message } = error as Error;
          data = withResult(data, caught.ResultPath, { Error: name, Cause: message });
          next = caught.Next;
        }
        break;
      case 'Choice':
        next = state.Choices?.find((each) => at(each.Variable, data) === each.StringEquals)?.Next ?? state.Default;
        break;
      case 'Wait':
        break;
      case 'Fail':
        return {
          status: 'FAILED',
          error: state.Error ?? String(at(state.ErrorPath ?? '', data)),
          cause: String(evaluate(state.CausePath ?? '', data, {})),
        };
      default:
        throw new Error(`${place} is of the type ${state.Type}, which this test cannot run`);
    }
    if (state.End) return { status: 'SUCCEEDED', output: data };
    if (!next) throw new Error(`nothing follows ${place}`);
    place = next;
  }
}

/** The first entry that means an error by its name, as Step Functions looks for it. */
function awaiting<Entry extends Awaited>(error: unknown, entries: readonly Entry[] = []): Entry | undefined {
  const names = [(error as Error).name, 'States.ALL', 'States.TaskFailed'];
  return entries.find(({ ErrorEquals }) => ErrorEquals.some((each) => names.includes(each)));
}

async function retried(state: State, work: () => Promise<unknown>): Promise<unknown> {
  const attempts = new Map<Awaited, number>();
  for (;;)
    try {
      return await work();
    } catch (error) {
      const retrier = awaiting(error, state.Retry);
      if (!retrier) throw error;
      const { MaxAttempts = 3 } = retrier;
      const made = attempts.get(retrier) ?? 0;
      if (made >= MaxAttempts) throw error;
      attempts.set(retrier, made + 1);
    }
}

/** A path that leads nowhere fails the run, as Step Functions does. */
function at(path: string, data: Data, context: Data = {}): unknown {
  if (path === '$') return data;
  const [root, ...keys] = path.split('.');
  let value: unknown = root === '$$' ? context : data;
  for (const key of keys) value = (value as Data | undefined)?.[key];
  if (value === undefined) throw new Error(`${path} is not in ${JSON.stringify(data)}`);
  return value;
}

function render(template: unknown, data: Data, context: Data): unknown {
  if (Array.isArray(template)) return template.map((each) => render(each, data, context));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) =>
      key.endsWith('.$') ? [key.slice(0, -2), evaluate(value, data, context)] : [key, render(value, data, context)],
    ),
  );
}

function evaluate(expression: string, data: Data, context: Data): unknown {
  const [, format, paths = ''] = /^States\.Format\('([^']*)'((?:, [^,]+)*)\)$/.exec(expression) ?? [];
  if (format === undefined) return at(expression, data, context);
  const values = paths.split(', ').slice(1);
  return format.replaceAll('{}', () => String(at(values.shift() ?? '', data, context)));
}

function withResult(data: Data, path: string | null | undefined, result: unknown): Data {
  if (path === null) return data;
  if (path === undefined) return result as Data;
  // As JSON, since that is what a state hands on.
  return { ...data, [path.replace('$.', '')]: JSON.parse(JSON.stringify(result ?? {})) };
}
