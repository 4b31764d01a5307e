"""What a model promises about its decisions, in the layout of SageMaker Model Monitor's model quality constraints.

As in the SageMaker Developer Guide, "Model quality metrics": for each measure a value, and which side of it is worse.
"""

from typing import NamedTuple

import numpy as np

SCORES = (
    "recall",
    "precision",
    "accuracy",
    "true_positive_rate",
    "true_negative_rate",
    "auc",
    "f0_5",
    "f1",
    "f2",
)
ERRORS = ("false_positive_rate", "false_negative_rate")


class Counts(NamedTuple):
    """Decisions against labels."""

    true_positives: int
    false_positives: int
    true_negatives: int
    false_negatives: int


def constraints(measured: list[dict[str, float]]) -> dict:
    """`constraints.json`: of each measure the worst that this model had on any of its own splits.

    `measured` are the `measures` of the splits. A measure that some split leaves without a value promises nothing.
    """

    def entries(names: tuple[str, ...], worst, operator: str) -> dict:
        return {
            name: {"threshold": worst(split[name] for split in measured), "comparison_operator": operator}
            for name in names
            if all(name in split for split in measured)
        }

    return {
        "version": 0.0,
        "binary_classification_constraints": {
            **entries(SCORES, min, "LessThanThreshold"),
            **entries(ERRORS, max, "GreaterThanThreshold"),
        },
    }


def measures(labels: np.ndarray, scores: np.ndarray, threshold: float) -> dict[str, float]:
    """Every measure that has a value. `labels` are 0 or 1; a score at the threshold is a positive decision."""
    decisions = scores >= threshold
    positive = labels == 1
    tp, fp, tn, fn = counts = Counts(
        int((positive & decisions).sum()),
        int((~positive & decisions).sum()),
        int((~positive & ~decisions).sum()),
        int((positive & ~decisions).sum()),
    )
    ratios = {
        "recall": (tp, tp + fn),
        "true_positive_rate": (tp, tp + fn),
        "precision": (tp, tp + fp),
        "accuracy": (tp + tn, len(labels)),
        "true_negative_rate": (tn, tn + fp),
        "false_positive_rate": (fp, tn + fp),
        "false_negative_rate": (fn, tp + fn),
        "f0_5": f_score(counts, 0.5),
        "f1": f_score(counts, 1),
        "f2": f_score(counts, 2),
        "auc": (concordance(positive, scores), (tp + fn) * (tn + fp)),
    }
    return {name: part / whole for name, (part, whole) in ratios.items() if whole > 0}


def f_score(counts: Counts, beta: float) -> tuple[float, float]:
    """Numerator and denominator: recall counts `beta` times as much as precision."""
    hits = (1 + beta**2) * counts.true_positives
    return hits, hits + beta**2 * counts.false_negatives + counts.false_positives


def concordance(positive: np.ndarray, scores: np.ndarray) -> float:
    """Pairs of a positive and a negative row in which the positive scores higher; a tie counts half."""
    _, place, times = np.unique(scores, return_inverse=True, return_counts=True)
    middle_ranks = np.cumsum(times) - (times - 1) / 2
    positives = int(positive.sum())
    return float(middle_ranks[place[positive]].sum()) - positives * (positives + 1) / 2
