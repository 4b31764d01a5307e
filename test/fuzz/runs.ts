/** How many inputs a test tries: few with the unit tests, all of them with `npm run proof:fuzz`. */
export const RUNS = Number((globalThis as { FUZZ_RUNS?: number }).FUZZ_RUNS ?? 2_000);

/** Inputs come in blocks, each with its own seed and its own service, so that what a stub records does not pile up. */
const BLOCK = 1_000;

export function blocks(): { readonly seed: number; readonly numRuns: number }[] {
  return Array.from({ length: Math.ceil(RUNS / BLOCK) }, (_, block) => ({
    seed: block + 1,
    numRuns: Math.min(BLOCK, RUNS - block * BLOCK),
  }));
}
