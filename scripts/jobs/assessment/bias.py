"""Whether labels and decisions differ between a watched group and everyone else.

The report has the layout of SageMaker Clarify's bias analysis (`analysis.json`, "Schema for the analysis file"):

    {"version": "1.0",
     "pre_training_bias_metrics": {"label": "has_left", "label_value_or_threshold": "yes", "facets": {
       "age": [{"value_or_threshold": "(-inf, 30)", "name": "age below 30", "counts": {…}, "metrics": [
         {"name": "DPL", "description": "Difference in Positive Proportions in Labels (DPL)", "value": 0.1},
         {"name": "…", "description": "…", "value": null, "error": "why there is no value"}]}]}},
     "post_training_bias_metrics": {same}}

`name` and `counts` are ours; facets stand under their column. As there, d is the watched group and a the others, and a
difference is a minus d: above 0, the watched group has less.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

NUMERIC = ("number", "integer")


class UnusableFacet(Exception):
    """A facet that cannot be told from the rows; the message says why in one sentence."""


class Group(NamedTuple):
    """Rows of a group, counted; positive labels are people who are positive, positive decisions those called so."""

    rows: int
    positive_labels: int
    positive_decisions: int
    true_positives: int
    correct: int


def members(cells: pd.DataFrame, facet: dict, columns: list[dict]) -> np.ndarray:
    """Which rows are the facet's watched group: strictly below, strictly above, or equal to one of some values."""
    name = facet["column"]
    if name not in cells:
        raise UnusableFacet(f'the facet columns lack "{name}", which facet "{facet["name"]}" looks at')
    kind = next((column["type"] for column in columns if column["name"] == name), "string")
    if "equals" in facet and kind not in NUMERIC:
        return cells[name].isin(facet["equals"]).to_numpy()
    values = pd.to_numeric(cells[name], errors="coerce").to_numpy(np.float64)
    if np.isnan(values).any():
        row = int(np.flatnonzero(np.isnan(values))[0]) + 1
        raise UnusableFacet(f'facet column "{name}" is empty or not a number in row {row}')
    if "equals" in facet:
        return np.isin(values, [float(value) for value in facet["equals"]])
    return values < facet["below"] if "below" in facet else values > facet["above"]


def report(dataset: dict, groups: dict[str, np.ndarray], labels: np.ndarray, decisions: np.ndarray) -> dict:
    """The bias of labels and of decisions. `groups`: members of the watched group by facet; all arrays are of bools."""
    pre: dict[str, list] = {}
    post: dict[str, list] = {}
    for facet in dataset["facets"]:
        inside = groups[facet["name"]]
        d = count(labels[inside], decisions[inside])
        a = count(labels[~inside], decisions[~inside])
        described = {
            "value_or_threshold": described_group(facet),
            "name": facet["name"],
            "counts": {"group": counts(d), "others": counts(a)},
        }
        pre.setdefault(facet["column"], []).append({**described, "metrics": pre_training(a, d)})
        post.setdefault(facet["column"], []).append({**described, "metrics": post_training(a, d)})
    label = {"label": dataset["target"]["name"], "label_value_or_threshold": dataset["target"]["positive"]}
    return {
        "version": "1.0",
        "pre_training_bias_metrics": {**label, "facets": pre},
        "post_training_bias_metrics": {**label, "facets": post},
    }


def gate(bias_report: dict, maximum_disparity: float) -> dict:
    """Whether the largest |DPPL| of all facets is within the limit. A disparity that nobody can measure is not."""
    entries = [entry for entries in bias_report["post_training_bias_metrics"]["facets"].values() for entry in entries]
    if not entries:
        return verdict(True, None, "no facet is described, so no group is watched for bias")
    measured = {}
    for entry in entries:
        disparity = next(metric for metric in entry["metrics"] if metric["name"] == "DPPL")
        if disparity["value"] is None:
            return verdict(False, None, f'bias of "{entry["name"]}" cannot be measured: {disparity["error"]}')
        measured[entry["name"]] = disparity["value"]
    worst = max(measured, key=lambda name: abs(measured[name]))
    disparity = abs(measured[worst])
    within = disparity <= maximum_disparity
    return verdict(
        within,
        disparity,
        f'the share of positive decisions of "{worst}" differs from that of the others by {disparity:.3f}, '
        f"{'within' if within else 'above'} the limit of {maximum_disparity:g}",
    )


def verdict(within: bool, disparity: float | None, reason: str) -> dict:
    # Text, since a pipeline's condition compares text safely.
    return {"withinLimit": "true" if within else "false", "disparity": disparity, "reason": reason}


def count(labels: np.ndarray, decisions: np.ndarray) -> Group:
    return Group(
        rows=len(labels),
        positive_labels=int(labels.sum()),
        positive_decisions=int(decisions.sum()),
        true_positives=int((labels & decisions).sum()),
        correct=int((labels == decisions).sum()),
    )


def counts(group: Group) -> dict:
    return {
        "rows": group.rows,
        "positiveLabels": group.positive_labels,
        "positiveDecisions": group.positive_decisions,
        "truePositives": group.true_positives,
    }


def described_group(facet: dict) -> str:
    if "below" in facet:
        return f"(-inf, {facet['below']:g})"
    if "above" in facet:
        return f"({facet['above']:g}, inf)"
    return ",".join(facet["equals"])


def pre_training(a: Group, d: Group) -> list[dict]:
    rows = a.rows + d.rows
    return [
        metric("CI", "Class Imbalance (CI)", lambda: ratio(a.rows - d.rows, rows, "there are no rows")),
        metric(
            "DPL",
            "Difference in Positive Proportions in Labels (DPL)",
            lambda: share(a.positive_labels, a, "others") - share(d.positive_labels, d, "group"),
        ),
    ]


def post_training(a: Group, d: Group) -> list[dict]:
    def positive_share(group: Group, who: str) -> float:
        return share(group.positive_decisions, group, who)

    def recall(group: Group, who: str) -> float:
        return ratio(group.true_positives, group.positive_labels, f"no row of the {who} has a positive label")

    return [
        metric(
            "DPPL",
            "Difference in Positive Proportions in Predicted Labels (DPPL)",
            lambda: positive_share(a, "others") - positive_share(d, "group"),
        ),
        metric(
            "DI",
            "Disparate Impact (DI)",
            lambda: ratio(
                positive_share(d, "group"), positive_share(a, "others"), "no row of the others has a positive decision"
            ),
        ),
        metric("RD", "Recall Difference (RD)", lambda: recall(a, "others") - recall(d, "group")),
        metric("AD", "Accuracy Difference (AD)", lambda: share(a.correct, a, "others") - share(d.correct, d, "group")),
    ]


def metric(name: str, description: str, compute) -> dict:
    try:
        return {"name": name, "description": description, "value": compute()}
    except Undefined as reason:
        return {"name": name, "description": description, "value": None, "error": str(reason)}


class Undefined(Exception):
    """A metric without a value; the message says why."""


def share(part: int, group: Group, who: str) -> float:
    return ratio(part, group.rows, f"the {who} has no rows" if who == "group" else "the others have no rows")


def ratio(part: float, whole: float, otherwise: str) -> float:
    if whole == 0:
        raise Undefined(otherwise)
    return part / whole
