"""Writes cases.json: random cases and what scikit-learn measures on them, from a fixed seed.

From the folder of this file:

    python3.11 -m venv /tmp/scikit-learn && /tmp/scikit-learn/bin/pip install -r requirements.txt
    /tmp/scikit-learn/bin/python generate-cases.py && npx biome format --write cases.json

Where scikit-learn warns that a measure is undefined, or answers NaN, the case holds null.
"""

import json
import math
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy as np
from random_rows import BINARY, BINS, MULTICLASS, ONE_VS_REST, REGRESSION, SEED, all_classes, random
from sklearn import metrics
from sklearn.calibration import calibration_curve
from sklearn.exceptions import UndefinedMetricWarning

CASES_OF_A_KIND = 18
MOST_POINTS = 5
AVERAGES = ("micro", "macro", "weighted")
BETAS = {"f05": 0.5, "f1": 1, "f2": 2}


def measured(measure, *args, **options):
    """The value as plain data; null where scikit-learn has none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", UndefinedMetricWarning)
        try:
            value = measure(*args, **options)
        except UndefinedMetricWarning:
            return None
    return plain(value)


def plain(value):
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, np.ndarray | np.generic):
        return plain(value.tolist())
    return None if isinstance(value, float) and not math.isfinite(value) else value


def case(kind, given, expected):
    return {"kind": kind, "given": plain(given), "expected": plain(expected)}


def binary_case(kind):
    actual, score, threshold = kind()
    actual = actual.astype(int)
    predicted = (score >= threshold).astype(int)
    is_probability = score.min() >= 0 and score.max() <= 1
    expected = {
        "confusionMatrix": measured(metrics.confusion_matrix, actual, predicted, labels=[0, 1]),
        "rates": binary_rates(actual, predicted),
        **ranking(actual, score),
        # In float64 always: scikit-learn clips and rounds float32 scores as float32 does.
        **(probability(actual, np.float64(score)) if is_probability else {}),
    }
    return case(kind.__name__, {"actual": actual, "score": score, "threshold": threshold}, expected)


def binary_rates(actual, predicted):
    by_row = measured(metrics.confusion_matrix, actual, predicted, labels=[0, 1], normalize="true")
    negatives = by_row[0] if 0 in actual else [None, None]
    positives = by_row[1] if 1 in actual else [None, None]
    return {
        "accuracy": measured(metrics.accuracy_score, actual, predicted),
        "balancedAccuracy": measured(metrics.balanced_accuracy_score, actual, predicted),
        "precision": measured(metrics.precision_score, actual, predicted),
        "recall": measured(metrics.recall_score, actual, predicted),
        "trueNegativeRate": negatives[0],
        "falsePositiveRate": negatives[1],
        "falseNegativeRate": positives[0],
        **{name: measured(metrics.fbeta_score, actual, predicted, beta=beta) for name, beta in BETAS.items()},
        "matthewsCorrelation": matthews(actual, predicted),
    }


def matthews(actual, predicted):
    """scikit-learn answers 0 without a warning when either is constant."""
    is_constant = len(set(actual)) == 1 or len(set(predicted)) == 1
    return None if is_constant else measured(metrics.matthews_corrcoef, actual, predicted)


def ranking(actual, score):
    values = {
        "rocAuc": measured(metrics.roc_auc_score, actual, score),
        # scikit-learn answers 0 without positives, and draws a curve.
        "averagePrecision": measured(metrics.average_precision_score, actual, score) if 1 in actual else None,
    }
    # Curves of few points only, for the size of the file.
    return values if len(set(score)) > MOST_POINTS else {**values, **curves(actual, score)}


def curves(actual, score):
    roc = measured(metrics.roc_curve, actual, score, drop_intermediate=False)
    precision_recall = measured(metrics.precision_recall_curve, actual, score) if 1 in actual else None
    return {
        "rocCurve": roc and {"falsePositiveRates": roc[0], "truePositiveRates": roc[1]},
        "precisionRecallCurve": precision_recall
        and {"precisions": precision_recall[0][::-1], "recalls": precision_recall[1][::-1]},
    }


def probability(actual, score):
    positive_shares, mean_scores = calibration_curve(actual, score, n_bins=BINS, strategy="quantile")
    return {
        "logLoss": measured(metrics.log_loss, actual, score, labels=[0, 1]),
        "brierScore": measured(metrics.brier_score_loss, actual, score, pos_label=1),
        "positiveShares": positive_shares,
        "meanScores": mean_scores,
    }


def multiclass_case(actual_kind, predicted_kind):
    classes = int(random.integers(3, 7))
    actual = actual_kind(classes)
    predicted = predicted_kind(classes)
    if predicted_kind is all_classes:
        predicted = np.where(random.random(len(actual)) < 0.5, actual, predicted)
    expected = {
        "confusionMatrix": measured(metrics.confusion_matrix, actual, predicted, labels=range(classes)),
        "oneVsRest": measured(metrics.multilabel_confusion_matrix, actual, predicted, labels=range(classes)),
        "accuracy": measured(metrics.accuracy_score, actual, predicted),
        "balancedAccuracy": measured(metrics.balanced_accuracy_score, actual, predicted),
        "matthewsCorrelation": matthews(actual, predicted),
        "averages": {average: averages(actual, predicted, average) for average in AVERAGES},
    }
    kind = f"{actual_kind.__name__} actual, {predicted_kind.__name__} predicted"
    return case(kind, {"actual": actual, "predicted": predicted, "classes": classes}, expected)


def averages(actual, predicted, average):
    def averaged(measure, **options):
        return measured(measure, actual, predicted, average=average, zero_division=0, **options)

    return {
        "precision": averaged(metrics.precision_score),
        "recall": averaged(metrics.recall_score),
        **{name: averaged(metrics.fbeta_score, beta=beta) for name, beta in BETAS.items()},
    }


def one_vs_rest_case(actual_kind):
    classes = int(random.integers(3, 6))
    actual = actual_kind(classes)[:24]
    shares = random.dirichlet(np.ones(classes), len(actual)) + np.eye(classes)[actual] / 2
    scores = shares / shares.sum(axis=1, keepdims=True)
    per_class = [measured(metrics.roc_auc_score, actual == index, scores[:, index]) for index in range(classes)]
    macro = None if None in per_class else measured(metrics.roc_auc_score, actual, scores, multi_class="ovr")
    defined = [area for area in per_class if area is not None]
    expected = {
        "perClass": per_class,
        # scikit-learn has no mean over the classes that are defined only.
        "macro": macro if macro is not None or not defined else np.mean(defined),
        "definedClasses": len(defined),
    }
    return case(actual_kind.__name__, {"actual": actual, "scores": scores.T}, expected)


def regression_case(kind):
    actual = kind()
    predicted = actual + random.normal(0, 3, len(actual))
    expected = {
        "meanSquaredError": measured(metrics.mean_squared_error, actual, predicted),
        "rootMeanSquaredError": measured(metrics.root_mean_squared_error, actual, predicted),
        "meanAbsoluteError": measured(metrics.mean_absolute_error, actual, predicted),
        "r2Score": measured(metrics.r2_score, actual, predicted, force_finite=False),
    }
    return case(kind.__name__, {"actual": actual, "predicted": predicted}, expected)


def main():
    cases = {
        "versions": {name: version(name) for name in ("scikit-learn", "numpy", "scipy")},
        "seed": SEED,
        "bins": BINS,
        "binary": [binary_case(kind) for kind in BINARY for _ in range(CASES_OF_A_KIND)],
        "multiclass": [multiclass_case(*kinds) for kinds in MULTICLASS for _ in range(CASES_OF_A_KIND // 3)],
        "oneVsRest": [one_vs_rest_case(kind) for kind in ONE_VS_REST for _ in range(CASES_OF_A_KIND // 3)],
        "regression": [regression_case(kind) for kind in REGRESSION for _ in range(CASES_OF_A_KIND // 3)],
    }
    path = Path(__file__).with_name("cases.json")
    path.write_text(json.dumps(cases, allow_nan=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
