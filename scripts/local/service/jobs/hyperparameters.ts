export interface Hyperparameter {
  readonly name: string;
  /** As the script gets it after `--name`: Python's text of the JSON value. */
  readonly argument: string;
  /** As it stands in SM_HPS and SM_USER_ARGS. */
  readonly json: string;
  /** As it stands in SM_HP_<NAME>. */
  readonly environment: string;
}

const OURS = /^(sagemaker_|_tuning_objective_metric$)/;

/**
 * The script's own hyperparameters, sorted by name: each value is read as JSON where it is JSON and stays raw text
 * where it is not, and the container toolkit keeps its own (`sagemaker_*`, the tuner's objective) to itself
 * (sagemaker-containers `_env.py`, `_mapping.py`, `_params.py`).
 */
export function scriptHyperparameters(raw: Readonly<Record<string, string>>): readonly Hyperparameter[] {
  const names = Object.keys(raw).filter((name) => !OURS.test(name));
  return names.sort().map((name) => ({ name, ...texts(raw[name] ?? '') }));
}

/** One hyperparameter as the toolkit reads it. */
export function decodeHyperparameter(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `--name value`, or `-n value` for a name of one letter. */
export function scriptArguments(hyperparameters: readonly Hyperparameter[]): readonly string[] {
  return hyperparameters.flatMap(({ name, argument }) => [`${name.length === 1 ? '-' : '--'}${name}`, argument]);
}

function texts(raw: string): Omit<Hyperparameter, 'name'> {
  const value = decodeHyperparameter(raw);
  if (typeof value === 'string') return { argument: value, json: JSON.stringify(value), environment: value };
  if (value === null) return { argument: '', json: 'null', environment: '' };
  if (typeof value === 'number') {
    const text = pythonNumber(raw.trim());
    return { argument: text, json: text, environment: text };
  }
  const json = JSON.stringify(value);
  return { argument: typeof value === 'boolean' ? (value ? 'True' : 'False') : json, json, environment: json };
}

/** Python's `repr` of a JSON number: whole numbers stay whole, all others are shortest floats. */
function pythonNumber(text: string): string {
  if (/^-?\d+$/.test(text)) return text;
  const value = Number(text);
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude < 1e-4 || magnitude >= 1e16)) {
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
