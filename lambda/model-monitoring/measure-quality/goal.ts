import type dataset from 'dataset-description';

/** What the dataset description wants of a model in service. */
export type Goal = Pick<(typeof dataset)['businessGoal'], 'minimum' | 'outcomeValues' | 'currency'>;
/** The two values of what really happened. */
export type Target = Pick<(typeof dataset)['target'], 'positive' | 'negative'>;
