import type { Assembly } from '../proof/assembly';
import type { Clients } from './clients';
import type { Judged } from './finding';

/** Where the deployment would go, and with what. */
export interface Place {
  readonly account: string;
  /** As `aws` or `aws-cn`. */
  readonly partition: string;
  readonly region: string;
  /** What would be deployed. */
  readonly assembly: Assembly;
  readonly clients: Clients;
}

/** Something that is asked of an account, in read-only calls. What it does not foresee it throws: `ask` tells it. */
export interface Question {
  /** Kebab-case, as its file is named, and of what if the file has several. */
  readonly id: string;
  /** What somebody needs to ask it, as `ssm:GetParameter`. */
  readonly needs: readonly string[];
  ask(place: Place): Promise<readonly Judged[]>;
}
