import type { Placed } from '../proof/assembly';

/** What a resource is called, without the hash that ends its logical id. */
export function nameOf({ logicalId }: Pick<Placed, 'logicalId'>): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}
