import type dataset from 'dataset-description';

/** What the dataset description wants of a model. */
export type BusinessGoal = (typeof dataset)['businessGoal'];
