export { BadRowsError } from './bad-rows-error';
export type { ByteStream, RowLayout } from './read-rows';
export { readScores, type ScoreLayout } from './read-scores';
export { ScoreBlocks } from './score-blocks';
