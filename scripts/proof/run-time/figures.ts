import { FAULT_KINDS, type FaultKind } from './fault';
import { RUN_TIME_FAULTS } from './faults';

/** How many entry points a kind of fault was looked at for, and what came of it. */
export interface RunTimeFigures {
  readonly kind: FaultKind;
  readonly cells: number;
  /** Proven by the named tests. */
  readonly tested: number;
  /** Cannot happen there, for the reason that the table gives. */
  readonly notApplicable: number;
  /** True faults that are not mended yet. */
  readonly open: number;
}

/** The table of run-time faults in numbers, one row a kind. */
export function runTimeFigures(entryPoints = RUN_TIME_FAULTS): readonly RunTimeFigures[] {
  return FAULT_KINDS.map((kind) => {
    const cells = entryPoints.flatMap(({ faults }) => faults.filter(({ kinds }) => kinds.includes(kind)));
    const count = (member: string) => cells.filter((cell) => member in cell).length;
    return { kind, cells: cells.length, tested: count('proof'), notApplicable: count('cannot'), open: count('open') };
  });
}
