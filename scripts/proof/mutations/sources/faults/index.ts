import type { SourceFault } from '../source-fault';
import { FEATURE_STORE_HANDLERS } from './feature-store';

/** Every fault of a source, handlers first, then the scripts of jobs. */
export const SOURCE_FAULTS: readonly SourceFault[] = [FEATURE_STORE_HANDLERS].flat();
