import type { Cloud } from '../cloud';
import type { JobProcesses } from './job-processes';

/** What jobs run on: this computer, and the cloud it plays a part of. */
export interface Machine {
  readonly cloud: Cloud;
  readonly processes: JobProcesses;
  /** Everything that jobs leave stands below it: `jobs/<job>/` and `logs/<job>.log`. */
  readonly folder: string;
  /** Folder with `python3` and the libraries of the container images. */
  readonly pythonFolder: string;
  /** The script that plays a serving container. */
  readonly containerScript: string;
}
