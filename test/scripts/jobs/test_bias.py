import bias
import numpy as np
import pandas as pd
import pytest
from job_folders import (
    DATASET,
)

#: Ten rows; the first four are the watched group.
GROUP = np.array([1, 1, 1, 1, 0, 0, 0, 0, 0, 0], dtype=bool)
LABELS = np.array([1, 1, 0, 0, 1, 1, 1, 0, 0, 0], dtype=bool)
DECISIONS = np.array([1, 0, 0, 0, 1, 1, 0, 1, 0, 0], dtype=bool)
ONE_FACET = {**DATASET, "facets": [{"name": "women", "column": "gender", "equals": ["female"]}]}


def metrics(section: dict) -> dict[str, float | None]:
    ((entry,),) = section["facets"].values()
    return {metric["name"]: metric["value"] for metric in entry["metrics"]}


def reasons(section: dict) -> dict[str, str]:
    ((entry,),) = section["facets"].values()
    return {metric["name"]: metric["error"] for metric in entry["metrics"] if metric["value"] is None}


def test_bias_has_the_values_worked_out_by_hand():
    report = bias.report(ONE_FACET, {"women": GROUP}, LABELS, DECISIONS)
    # Others: 6 rows, 3 positive, 3 called so, 2 of them rightly. Group: 4 rows, 2 positive, 1 called so, rightly.
    assert metrics(report["pre_training_bias_metrics"]) == {
        "CI": pytest.approx((6 - 4) / 10),
        "DPL": pytest.approx(3 / 6 - 2 / 4),
    }
    assert metrics(report["post_training_bias_metrics"]) == {
        "DPPL": pytest.approx(3 / 6 - 1 / 4),
        "DI": pytest.approx((1 / 4) / (3 / 6)),
        "RD": pytest.approx(2 / 3 - 1 / 2),
        "AD": pytest.approx(4 / 6 - 3 / 4),
    }


def test_the_report_names_label_group_and_counts_as_clarify_does():
    report = bias.report(ONE_FACET, {"women": GROUP}, LABELS, DECISIONS)
    section = report["post_training_bias_metrics"]
    assert (report["version"], section["label"], section["label_value_or_threshold"]) == ("1.0", "has_left", "yes")
    (entry,) = section["facets"]["gender"]
    assert (entry["value_or_threshold"], entry["name"]) == ("female", "women")
    assert entry["counts"] == {
        "group": {"rows": 4, "positiveLabels": 2, "positiveDecisions": 1, "truePositives": 1},
        "others": {"rows": 6, "positiveLabels": 3, "positiveDecisions": 3, "truePositives": 2},
    }


@pytest.mark.parametrize(
    ("group", "labels", "decisions", "undefined"),
    [
        (GROUP, LABELS & GROUP, DECISIONS, {"RD": "no row of the others has a positive label"}),
        (GROUP, LABELS & ~GROUP, DECISIONS, {"RD": "no row of the group has a positive label"}),
        (GROUP, LABELS, DECISIONS & GROUP, {"DI": "no row of the others has a positive decision"}),
        (
            GROUP & False,
            LABELS,
            DECISIONS,
            {
                "DPPL": "the group has no rows",
                "DI": "the group has no rows",
                "RD": "no row of the group has a positive label",
                "AD": "the group has no rows",
            },
        ),
    ],
)
def test_a_metric_without_a_value_says_why(group, labels, decisions, undefined):
    report = bias.report(ONE_FACET, {"women": group}, labels, decisions)
    assert reasons(report["post_training_bias_metrics"]) == undefined


def test_facets_of_one_column_stand_side_by_side_in_it():
    facets = [{"name": "young", "column": "age", "below": 30}, {"name": "old", "column": "age", "above": 60.5}]
    report = bias.report({**DATASET, "facets": facets}, {"young": GROUP, "old": ~GROUP}, LABELS, DECISIONS)
    entries = report["pre_training_bias_metrics"]["facets"]["age"]
    assert [(entry["name"], entry["value_or_threshold"]) for entry in entries] == [
        ("young", "(-inf, 30)"),
        ("old", "(60.5, inf)"),
    ]


@pytest.mark.parametrize(
    ("facet", "expected"),
    [
        ({"column": "age", "below": 30}, [True, False, False]),
        ({"column": "age", "above": 30}, [False, False, True]),
        ({"column": "age", "equals": ["30", "31.0"]}, [False, True, True]),
        ({"column": "gender", "equals": ["NA", "1"]}, [True, True, False]),
    ],
)
def test_a_group_is_strictly_below_strictly_above_or_equal_to_a_value(facet, expected):
    cells = pd.DataFrame({"age": ["29.5", "30", "31"], "gender": ["NA", "1", "1.0"]})
    assert bias.members(cells, {"name": "them", **facet}, DATASET["columns"]).tolist() == expected


@pytest.mark.parametrize(
    ("facet", "sentence"),
    [
        ({"column": "height", "below": 30}, 'the facet columns lack "height", which facet "them" looks at'),
        ({"column": "age", "below": 30}, 'facet column "age" is empty or not a number in row 2'),
    ],
)
def test_a_facet_that_cannot_be_told_is_refused(facet, sentence):
    with pytest.raises(bias.UnusableFacet) as refused:
        bias.members(pd.DataFrame({"age": ["29", ""]}), {"name": "them", **facet}, DATASET["columns"])
    assert str(refused.value) == sentence


def test_the_gate_closes_when_the_largest_disparity_either_way_is_above_the_limit():
    both = {"age below 30": ~GROUP, "women": GROUP & (np.arange(10) > 0)}
    report = bias.report(DATASET, both, LABELS, DECISIONS)
    # The women left are three without a positive decision: 4/7 - 0. The young have 3/6, the others 1/4.
    assert bias.gate(report, 0.5) == {
        "withinLimit": "false",
        "disparity": pytest.approx(4 / 7),
        "reason": 'the share of positive decisions of "women" differs from that of the others by 0.571, '
        "above the limit of 0.5",
    }
    assert bias.gate(report, 4 / 7)["withinLimit"] == "true"
    young = bias.report({**DATASET, "facets": DATASET["facets"][:1]}, both, LABELS, DECISIONS)
    assert bias.gate(young, 0.2)["withinLimit"] == "false"
    assert bias.gate(young, 0.2)["disparity"] == 0.25


def test_the_gate_stays_closed_when_a_groups_bias_cannot_be_measured():
    report = bias.report(ONE_FACET, {"women": GROUP & False}, LABELS, DECISIONS)
    assert bias.gate(report, 1) == {
        "withinLimit": "false",
        "disparity": None,
        "reason": 'bias of "women" cannot be measured: the group has no rows',
    }


def test_without_facets_the_gate_is_open_and_says_that_nobody_is_watched():
    verdict = bias.gate(bias.report({**DATASET, "facets": []}, {}, LABELS, DECISIONS), 0.2)
    assert verdict["withinLimit"] == "true"
    assert verdict["reason"] == "no facet is described, so no group is watched for bias"
