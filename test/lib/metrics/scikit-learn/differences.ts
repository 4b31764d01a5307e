/** As near as sums in another order come. */
const TOLERANCE = 1e-12;

/**
 * Where our answer is not scikit-learn's, one line each. A number may stand for itself or be a metric's value; where
 * scikit-learn has none, ours is null: a metric's with a reason, or a curve that is not drawn.
 */
export function differences(ours: unknown, theirs: unknown, path: string): string[] {
  if (ours !== null && typeof ours === 'object' && 'value' in ours) {
    const isReasoned = ours.value !== null || ('reason' in ours && /^[a-z].*[^.]$/.test(String(ours.reason)));
    return isReasoned ? differences(ours.value, theirs, path) : [`${path} is undefined for no reason`];
  }
  if (typeof ours === 'number' && typeof theirs === 'number') {
    const isNear = Math.abs(ours - theirs) <= TOLERANCE * Math.max(1, Math.abs(theirs));
    return isNear ? [] : [`${path} is ${ours}, scikit-learn says ${theirs}`];
  }
  if (ours === null || theirs === null || typeof ours !== 'object' || typeof theirs !== 'object')
    return ours === theirs ? [] : [`${path} is ${JSON.stringify(ours)}, scikit-learn says ${JSON.stringify(theirs)}`];
  const [our, their] = [Object.entries(ours), new Map(Object.entries(theirs))];
  if (our.length !== their.size)
    return [`${path} has ${our.map(([name]) => name)}, scikit-learn has ${[...their.keys()]}`];
  return our.flatMap(([name, value]) => differences(value, their.get(name), `${path}.${name}`));
}
