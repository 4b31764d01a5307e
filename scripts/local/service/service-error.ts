/** An error as AWS would send it: `code` becomes the error type on the wire, `message` its text. */
export class ServiceError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number = 400,
    /** Members of the error besides its message. */
    readonly members: object = {},
  ) {
    super(message);
    this.name = code;
  }
}

export const validationException = (message: string): ServiceError => new ServiceError('ValidationException', message);

export const resourceNotFound = (message: string): ServiceError => new ServiceError('ResourceNotFound', message);

export const conflictException = (message: string): ServiceError => new ServiceError('ConflictException', message);
