/** Rows of neighbouring scores: what the model promised and what came. */
export interface CalibrationBin {
  readonly rows: number;
  /** Mean of the scores. */
  readonly meanScore: number;
  /** Share of the rows that are positive. */
  readonly positiveShare: number;
}
