/** Thrown for rows that cannot be read as what they should be; reading them again would not help. */
export class BadRowsError extends Error {
  public override readonly name = 'BadRowsError';
}
