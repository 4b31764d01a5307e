/** Says of one call after the other whether it belongs to the share, as evenly as can be: of 0.25 it is every fourth. */
export function everyShare(share: number): () => boolean {
  let due = 0;
  return () => {
    due += share;
    // Ten times a tenth is a little less than one.
    if (due < 1 - 1e-9) return false;
    due -= 1;
    return true;
  };
}
