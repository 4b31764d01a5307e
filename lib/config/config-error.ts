/** A configuration that cannot be deployed: says which field, what was found and the way out. Stops synth. */
export class ConfigError extends Error {
  public constructor(field: string, found: unknown, wayOut: string) {
    super(`${field}: found ${found === undefined ? 'nothing' : JSON.stringify(found)}; ${wayOut}`);
    this.name = 'ConfigError';
  }
}
