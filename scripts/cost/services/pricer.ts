import type { Assembly, Placed } from '../../proof/assembly';
import type { Unpriced, Usage } from '../line';

/** A usage, or why something that costs cannot be priced. */
export type Found = Usage | Pick<Unpriced, 'what' | 'reason'>;

/** What one resource uses in an idle month; a sentence where it costs something that nobody can tell. */
export type Pricer = (resource: Placed, assembly: Assembly) => readonly Found[];
