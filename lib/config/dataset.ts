import type { DatasetDescription, DescribedColumn } from './dataset-description';

/** One column of a table: where it stands in the file (`source`) and what it is called from then on (`name`). */
export type Column = Omit<DescribedColumn, 'name'> & { readonly source: string; readonly name: string };

/** One number of the model's input vector and how it comes from its column. */
export type Feature = {
  readonly name: string;
  readonly column: string;
  /** Whole numbers only: the feature store keeps it as Integral, otherwise as Fractional. */
  readonly integral: boolean;
} & (
  | { readonly encoding: 'number' | 'boolean' | 'days-before' }
  | { readonly encoding: 'one-hot'; readonly value: string }
  | { readonly encoding: 'ordinal'; readonly values: readonly string[] }
);

/** A group that the model must not treat much differently from everybody else. */
export type Facet = DatasetDescription['facets'][number];
export type BusinessGoal = DatasetDescription['businessGoal'];

/**
 * A dataset as every phase sees it: names made safe, the model's features in their one order. It travels as one
 * content-hashed JSON file; jobs get it as an input, Lambdas import it as `dataset-description`.
 */
export interface Dataset {
  readonly name: string;
  readonly title: string;
  readonly problemType: DatasetDescription['problemType'];
  readonly recordId: { readonly name: string; readonly by: 'column' | 'row' };
  readonly eventTime: { readonly name: string; readonly by: 'column' | 'arrival' };
  readonly columns: readonly Column[];
  readonly features: readonly Feature[];
  readonly target: { readonly name: string; readonly positive: string; readonly negative: string };
  readonly facets: readonly Facet[];
  readonly businessGoal: BusinessGoal;
  readonly maximumQuarantinedShare: number;
}
