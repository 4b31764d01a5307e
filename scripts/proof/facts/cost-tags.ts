/** The keys that the bill is read by (S-03). */
export const COST_KEYS = [
  'ml:project',
  'ml:environment',
  'ml:phase',
  'ml:owner',
  'ml:cost-center',
  'ml:model',
] as const;

/** Keys whose values change while a resource lives; they stay off what a changed tag replaces. */
export const CHANGING_KEYS: readonly string[] = ['ml:owner', 'ml:cost-center'];
/** Keys with one value over all stacks of an environment. */
export const SHARED_KEYS: readonly string[] = ['ml:project', 'ml:environment', 'ml:model'];
/** Keys whose value stands in the name of every stack. */
export const NAMING_KEYS: readonly string[] = ['ml:project', 'ml:environment'];
