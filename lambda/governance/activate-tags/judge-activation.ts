/** What AWS answered about the keys, in its own words. */
export interface Answers {
  readonly keys: readonly string[];
  /** Active before, or from this look on. */
  readonly active: readonly string[];
  /** Why a key could not be seen or activated. */
  readonly refusals: ReadonlyMap<string, string>;
}

export interface TagActivation {
  readonly active: readonly string[];
  /** Not met on any bill yet, which takes up to a day after the first resource carries them. */
  readonly unmet: readonly string[];
  readonly refused: readonly string[];
  /** How things stand, and what a person has to do, in whole sentences. */
  readonly words: string;
}

const LINKED_ACCOUNT = /linked account/i;

/** Says how the activation stands. A key that nobody refused and that is not active is one that AWS has not met yet. */
export function judgeActivation({ keys, active, refusals }: Answers): TagActivation {
  const refused = keys.filter((key) => refusals.has(key));
  const unmet = keys.filter((key) => !active.includes(key) && !refusals.has(key));
  const sentences = [
    ...(active.length === keys.length ? ['All cost tags are active.'] : []),
    ...(unmet.length > 0
      ? [`AWS has met no bill with ${unmet.join(', ')} yet, which takes up to a day: tomorrow’s look asks again.`]
      : []),
    ...(refused.length > 0 ? [sayRefusal(refused, [...new Set(refusals.values())].join(' '))] : []),
  ];
  return { active, unmet, refused, words: sentences.join(' ') };
}

function sayRefusal(keys: readonly string[], reason: string): string {
  const click = `opens Billing and Cost Management, Cost allocation tags, User-defined cost allocation tags, marks ${keys.join(', ')} and chooses Activate`;
  if (LINKED_ACCOUNT.test(reason))
    return `Another account pays for this one (“${reason}”): somebody in the paying account ${click}. This account cannot see that it was done, so set governance.activateTags to false afterwards, and deploy.`;
  return `AWS refused (“${reason}”): somebody who may manage billing ${click}.`;
}
