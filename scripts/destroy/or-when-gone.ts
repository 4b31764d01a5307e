/** What services call something that does not exist (any more). */
const GONE: readonly string[] = [
  'EntityNotFoundException', // Glue
  'ExecutionDoesNotExist', // Step Functions
  'NoSuchBucket',
  'ResourceNotFound', // SageMaker
  'ResourceNotFoundException', // CloudWatch Logs
  'StateMachineDoesNotExist',
];
/** SageMaker also says it under a name that means other things too. */
const GONE_IN_WORDS = /does not exist|could not find/i;

/** The answer, or `otherwise` when what was asked about is gone; every other failure stays one. */
export async function orWhenGone<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const gone =
      GONE.includes(error.name) || (error.name === 'ValidationException' && GONE_IN_WORDS.test(error.message));
    if (gone) return otherwise;
    throw error;
  }
}
