import { createHash } from 'node:crypto';

/** SHA-256 of the bytes in hex, taken as they come: an archive may be larger than the function's memory. */
export async function hashOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}
