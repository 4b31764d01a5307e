import {
  type ConfusionMatrix,
  type ConstantPolicies,
  confusionMatrix,
  constantPolicies,
  netValue,
  type OutcomeValues,
  rocAucScore,
} from '../../lib/metrics';

/** What a model said about a record, and what became of it. */
export interface Judgeable {
  readonly positive: boolean;
  readonly score: number;
  readonly decision: boolean;
}

/** How good one version's answers were. */
export interface Judged {
  readonly version: string;
  readonly rocAuc: number;
  readonly netValue: number;
  readonly confusionMatrix: ConfusionMatrix;
}

/** Two versions on the same records, which neither was trained on. */
export interface SideBySide {
  readonly rows: number;
  readonly former: Judged;
  readonly retrained: Judged;
  readonly policies: ConstantPolicies;
}

/** Judges the answers of two versions about the same records. Throws when the records hold one class only. */
export function sideBySide(
  former: { readonly version: string; readonly answers: readonly Judgeable[] },
  retrained: { readonly version: string; readonly answers: readonly Judgeable[] },
  outcomeValues: OutcomeValues,
): SideBySide {
  const positives = former.answers.filter(({ positive }) => positive).length;
  const rows = former.answers.length;
  return {
    rows,
    former: judged(former, outcomeValues),
    retrained: judged(retrained, outcomeValues),
    policies: constantPolicies({ positives, negatives: rows - positives, outcomeValues }),
  };
}

function judged(
  { version, answers }: { readonly version: string; readonly answers: readonly Judgeable[] },
  outcomeValues: OutcomeValues,
): Judged {
  const actual = answers.map(({ positive }) => Number(positive));
  const auc = rocAucScore({ actual, score: answers.map(({ score }) => score) });
  if (auc.value === null) throw new Error(`${version} cannot be judged: ${auc.reason}`);
  const matrix = confusionMatrix({ actual, predicted: answers.map(({ decision }) => Number(decision)) });
  return { version, rocAuc: auc.value, netValue: netValue({ matrix, outcomeValues }), confusionMatrix: matrix };
}
