import {
  type CostExplorerClient,
  GetCostAndUsageCommand,
  type GetCostAndUsageCommandInput,
  type GetCostAndUsageCommandOutput,
  ListCostAllocationTagsCommand,
  type ListCostAllocationTagsCommandOutput,
} from '@aws-sdk/client-cost-explorer';
import type { Money } from '../../../lib/metrics';

/** Of one request, each page counted: https://aws.amazon.com/aws-cost-management/aws-cost-explorer/pricing/, November 2026. */
export const REQUEST_PRICE: Money = { currency: 'USD', micros: 10_000n };
/** No review makes more requests; what does not fit is left out and said. */
const MOST_REQUESTS = 6;

/** Thrown in place of a request that the review may not make any more. */
export class RequestsUsedUp extends Error {
  public override readonly name = 'RequestsUsedUp';
  public constructor() {
    super(`it needs more than the ${MOST_REQUESTS} Cost Explorer requests that a review may make`);
  }
}

/** Cost Explorer, counting what costs money: a request that was repeated, or that failed, counts as often as it was sent. */
export class MeteredCostExplorer {
  private sent = 0;

  public constructor(private readonly client: CostExplorerClient) {}

  public get requests(): number {
    return this.sent;
  }

  /** All pages of one question, each asked with the same parameters but the token. Throws `RequestsUsedUp`. */
  public async costs(input: GetCostAndUsageCommandInput): Promise<GetCostAndUsageCommandOutput[]> {
    const pages: GetCostAndUsageCommandOutput[] = [];
    let NextPageToken: string | undefined;
    do {
      const question = { ...input, ...(NextPageToken && { NextPageToken }) };
      const page = await this.count(() => this.client.send(new GetCostAndUsageCommand(question)));
      pages.push(page);
      NextPageToken = page.NextPageToken;
    } while (NextPageToken);
    return pages;
  }

  /** How the keys stand with the paying account. Throws `RequestsUsedUp`. */
  public async tags(TagKeys: string[]): Promise<ListCostAllocationTagsCommandOutput> {
    return this.count(() => this.client.send(new ListCostAllocationTagsCommand({ TagKeys, Type: 'UserDefined' })));
  }

  private async count<Output>(send: () => Promise<Output>): Promise<Output> {
    if (this.sent >= MOST_REQUESTS) throw new RequestsUsedUp();
    try {
      const output = await send();
      this.sent += attemptsOf(output);
      return output;
    } catch (error) {
      this.sent += attemptsOf(error);
      throw error;
    }
  }
}

function attemptsOf(result: unknown): number {
  return (result as { $metadata?: { attempts?: number } } | undefined)?.$metadata?.attempts ?? 1;
}
