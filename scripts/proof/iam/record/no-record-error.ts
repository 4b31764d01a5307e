/** Says that calls were not recorded, or not all that a proof needs, and what to run. */
export class NoRecordError extends Error {
  public constructor(missing: string, command: string) {
    super(`${missing}: run \`${command}\` first, which leaves the record of calls that least privilege is proven from`);
    this.name = 'NoRecordError';
  }
}
