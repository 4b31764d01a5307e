import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { readServingStack } from '../state/serving-stack';
import { NO_VERSION, type ServingState } from '../state/serving-state';

/** A change of what serves is seen after so long at the latest; CloudFormation answers few requests a second. */
const FRESH_MILLISECONDS = 5_000;

/** Knows what serves, from the parameters of the Serving stack; asks CloudFormation as seldom as it can. */
export class ModelInService {
  private known?: { readonly state: ServingState; readonly time: number };

  public constructor(
    private readonly cloudFormation: CloudFormationClient,
    private readonly stackName: string,
  ) {}

  /** What serves at a request's time; nothing before the first approval. That there is nothing is never remembered. */
  public async at(time: number, deadline: AbortSignal): Promise<ServingState | undefined> {
    if (this.known && time - this.known.time < FRESH_MILLISECONDS) return this.known.state;
    return this.readAnew(time, deadline);
  }

  /** The same, whatever is remembered: for a request that found it to be wrong. */
  public async readAnew(time: number, deadline: AbortSignal): Promise<ServingState | undefined> {
    const { state } = await readServingStack(this.cloudFormation, this.stackName, deadline);
    this.known = state.version === NO_VERSION ? undefined : { state, time };
    return this.known?.state;
  }
}
