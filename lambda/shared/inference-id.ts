/** `<yyyyMMddHH in UTC>-<uuid>`: whoever looks for a prediction's features knows the hour of the log to read. */
export const INFERENCE_ID = /^\d{10}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Of every inference id, in characters; SageMaker takes up to 64 (InvokeEndpoint). */
export const INFERENCE_ID_LENGTH = 10 + 1 + 36;
