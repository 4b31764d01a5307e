"""The job's bias and the library's (`lib/metrics/fairness`) are held to the same cases, so that they cannot part."""

import json
from pathlib import Path

import bias
import numpy as np
import pytest
from job_folders import DATASET

CASES = json.loads((Path(__file__).parents[2] / "lib/metrics/fairness/bias-cases.json").read_text("utf-8"))
ONE_FACET = {**DATASET, "facets": [{"name": "women", "column": "gender", "equals": ["female"]}]}


def rows(matrix: list[list[int]]) -> tuple[np.ndarray, np.ndarray]:
    """Labels and decisions of a confusion matrix: rows are labels, columns decisions, negative first."""
    (true_negatives, false_positives), (false_negatives, true_positives) = matrix
    counts = [true_negatives, false_positives, false_negatives, true_positives]
    return np.repeat([False, False, True, True], counts), np.repeat([False, True, False, True], counts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_job_agrees_with_the_metrics_library(case):
    (group_labels, group_decisions), (other_labels, other_decisions) = rows(case["group"]), rows(case["others"])
    report = bias.report(
        ONE_FACET,
        {"women": np.arange(len(group_labels) + len(other_labels)) < len(group_labels)},
        np.concatenate([group_labels, other_labels]),
        np.concatenate([group_decisions, other_decisions]),
    )
    (entry,) = report["post_training_bias_metrics"]["facets"]["gender"]
    measured = {metric["name"]: metric for metric in entry["metrics"]}
    for name in ("DPPL", "DI", "RD"):
        expected, found = case[name], measured[name]
        if expected["value"] is None:
            assert (found["value"], found["error"]) == (None, expected["reason"])
        else:
            assert found["value"] == pytest.approx(expected["value"], rel=0, abs=1e-15)
