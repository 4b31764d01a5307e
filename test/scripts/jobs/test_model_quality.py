import model_quality
import numpy as np
import pytest

#: Three of four positives found, one of six negatives taken for one; a score stands at the very threshold.
LABELS = np.array([1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
SCORES = np.array([0.9, 0.8, 0.5, 0.3, 0.6, 0.4, 0.3, 0.2, 0.1, 0.0])


def test_measures_have_the_values_worked_out_by_hand():
    precision, recall = 3 / 4, 3 / 4
    assert model_quality.measures(LABELS, SCORES, 0.5) == pytest.approx(
        {
            "recall": recall,
            "true_positive_rate": recall,
            "precision": precision,
            "accuracy": 8 / 10,
            "true_negative_rate": 5 / 6,
            "false_positive_rate": 1 / 6,
            "false_negative_rate": 1 / 4,
            "f0_5": 1.25 * precision * recall / (0.25 * precision + recall),
            "f1": 2 * precision * recall / (precision + recall),
            "f2": 5 * precision * recall / (4 * precision + recall),
            # Of 24 pairs, 0.5 loses to 0.6; 0.3 loses to 0.6 and 0.4 and ties with 0.3.
            "auc": (24 - 1 - 2 - 0.5) / 24,
        }
    )


def test_f_scores_weigh_recall_by_their_beta():
    told = model_quality.measures(np.array([1, 1, 1, 0]), np.array([1.0, 0.0, 0.0, 0.0]), 0.5)
    precision, recall = 1.0, 1 / 3
    assert told["f2"] == pytest.approx(5 * precision * recall / (4 * precision + recall))
    assert told["f0_5"] == pytest.approx(1.25 * precision * recall / (0.25 * precision + recall))


@pytest.mark.parametrize(
    ("labels", "scores", "missing"),
    [
        ([1, 0, 0], [0.1, 0.2, 0.3], {"precision"}),
        ([0, 0, 0], [0.9, 0.2, 0.3], {"recall", "true_positive_rate", "false_negative_rate", "auc"}),
        ([1, 1, 1], [0.9, 0.2, 0.3], {"true_negative_rate", "false_positive_rate", "auc"}),
    ],
)
def test_a_measure_without_a_value_is_left_out(labels, scores, missing):
    told = model_quality.measures(np.array(labels), np.array(scores), 0.5)
    assert {*model_quality.SCORES, *model_quality.ERRORS} - set(told) == missing


def test_a_constraint_is_the_worst_of_the_models_own_splits():
    told = model_quality.constraints(
        [
            {"recall": 0.7, "false_positive_rate": 0.1, "precision": 0.6},
            {"recall": 0.8, "false_positive_rate": 0.2},
        ]
    )
    assert told == {
        "version": 0.0,
        "binary_classification_constraints": {
            "recall": {"threshold": 0.7, "comparison_operator": "LessThanThreshold"},
            "false_positive_rate": {"threshold": 0.2, "comparison_operator": "GreaterThanThreshold"},
        },
    }
