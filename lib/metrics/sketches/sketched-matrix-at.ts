import type { ConfusionMatrix } from '../classification/confusion-matrix';
import { SCORE_BINS, scoreBin, scoreBinEdge } from './score-bin';
import { type ScoreSketch, scoreBinsOf } from './score-sketch';

/**
 * The confusion matrix at a threshold chosen after rows were counted, such as one of `sketchedOperatingPoints` or a half: exact.
 * Throws on a threshold that is no edge of a bin, naming the edges around it.
 */
export function sketchedMatrixAt({
  sketch,
  threshold,
}: {
  readonly sketch: ScoreSketch;
  readonly threshold: number;
}): ConfusionMatrix {
  if (!(threshold >= 0 && threshold <= 1)) throw new RangeError(`threshold is ${threshold}, expected 0 to 1`);
  const first = scoreBin(threshold);
  const [edge, next] = [scoreBinEdge(first), first + 1 < SCORE_BINS ? scoreBinEdge(first + 1) : 1];
  if (threshold !== edge)
    throw new RangeError(`threshold is ${threshold}, between the edges of bins ${edge} and ${next}`);
  const { bins, positives, negatives } = scoreBinsOf(sketch);
  let [truePositives, falsePositives] = [0, 0];
  for (const bin of bins)
    if (bin.bin >= first) {
      truePositives += bin.positives;
      falsePositives += bin.negatives;
    }
  return [
    [negatives - falsePositives, falsePositives],
    [positives - truePositives, truePositives],
  ];
}
