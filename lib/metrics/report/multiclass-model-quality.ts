import { accuracyScore } from '../classification/accuracy-score';
import { averageScore } from '../classification/average-score';
import { fScore } from '../classification/f-score';
import type { MulticlassConfusionMatrix } from '../classification/multiclass-confusion-matrix';
import { precisionScore } from '../classification/precision-score';
import { recallScore } from '../classification/recall-score';
import { type QualityMatrix, qualityMatrix } from './quality-matrix';
import { type QualityScalar, qualityScalar } from './quality-scalar';

export interface MulticlassModelQuality {
  readonly multiclass_classification_metrics: Readonly<
    Record<'accuracy' | `weighted_${'recall' | 'precision' | 'f0_5' | 'f1' | 'f2'}`, QualityScalar>
  > & { readonly confusion_matrix: QualityMatrix };
}

/**
 * A confusion matrix of any number of classes as SageMaker Studio draws it beside a model version. Layout: SageMaker
 * Developer Guide, "Model quality metrics", multiclass; weights are rows by true class. Classes are named by `labels`,
 * their indexes unless given. AWS's "best constant classifier" is left out: which class it predicts is documented for two
 * classes only, and there it is not the best. Throws unless the matrix is square and each class has a label of its own.
 */
export function multiclassModelQuality(
  matrix: MulticlassConfusionMatrix,
  labels: readonly string[] = matrix.map((_, index) => String(index)),
): MulticlassModelQuality {
  const weighted = (score: Parameters<typeof averageScore>[0]['score']) =>
    qualityScalar(averageScore({ matrix, score, average: 'weighted' }));
  return {
    multiclass_classification_metrics: {
      confusion_matrix: qualityMatrix(matrix, labels),
      accuracy: qualityScalar(accuracyScore(matrix)),
      weighted_recall: weighted(recallScore),
      weighted_precision: weighted(precisionScore),
      weighted_f0_5: weighted((oneVsRest) => fScore({ matrix: oneVsRest, beta: 0.5 })),
      weighted_f1: weighted((oneVsRest) => fScore({ matrix: oneVsRest, beta: 1 })),
      weighted_f2: weighted((oneVsRest) => fScore({ matrix: oneVsRest, beta: 2 })),
    },
  };
}
