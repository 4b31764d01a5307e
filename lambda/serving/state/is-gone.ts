/** Whether an error says that something of SageMaker does not exist; its name alone means other things too. */
export function isGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isNotFound = error.name === 'ValidationException' && /could not find|does not exist/i.test(error.message);
  return isNotFound || error.name === 'ResourceNotFound';
}
