import { GLUE_EVENTS } from './events-glue';
import { OPERATIONS_EVENTS } from './events-operations';
import { S3_EVENTS } from './events-s3';
import { SAGEMAKER_EVENTS } from './events-sagemaker';
import type { RecordedEvent } from './events-shape';

/**
 * Events of AWS by source and type. The samples are shaped after the documentation of each source, which its file names; nobody
 * captured them, and where a page shows no sample or leaves fields out, the file says so.
 */
export const EVENTS: readonly RecordedEvent[] = [
  ...SAGEMAKER_EVENTS,
  ...S3_EVENTS,
  ...GLUE_EVENTS,
  ...OPERATIONS_EVENTS,
];
