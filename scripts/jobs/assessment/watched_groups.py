"""The groups that SageMaker Clarify's bias monitor can see, and what the model did to them on the test rows.

A monitor knows a prediction only by its captured features. So of the dataset's facets it can watch those whose column
became features; a facet kept apart from the model, as it should be for most sensitive ones, is measured at training
(bias.py) and never in captured data. When no facet can be watched, the groups that the model itself sees stand in: the
members of every yes-or-no feature. When there are none of these either, no group is watched.

Layouts as in the SageMaker Developer Guide: the configuration as in "Parameters to Monitor Bias Drift", the baseline as
`analysis.json`, which Clarify's own baselining leaves and the monitor takes for its constraints.
"""

from typing import NamedTuple

import bias
import numpy as np

#: Ground truth comes as 1 for the positive value and 0 for the other.
POSITIVE = 1

#: As many values of a whole number are listed one by one.
LONGEST_LIST = 1000


class WatchedGroup(NamedTuple):
    """Rows that a feature tells apart: those with one of `values`, or above the only one when `is_threshold`."""

    feature: str
    values: list[float]
    is_threshold: bool = False


def watched_groups(dataset: dict) -> list[WatchedGroup]:
    """What the bias monitor watches, in the dataset's order."""
    described = [group for group in (group_of(facet, dataset) for facet in dataset["facets"]) if group]
    return described or [
        WatchedGroup(feature["name"], [1])
        for feature in dataset["features"]
        if feature["encoding"] in ("one-hot", "boolean")
    ]


def unwatched_facets(dataset: dict) -> list[str]:
    """Facets that captured data cannot tell."""
    return [facet["name"] for facet in dataset["facets"] if group_of(facet, dataset) is None]


def group_of(facet: dict, dataset: dict) -> WatchedGroup | None:
    """The facet's group by the one feature that tells it; None when no single feature does."""
    features = [feature for feature in dataset["features"] if feature["column"] == facet["column"]]
    if not features:
        return None
    if "equals" not in facet:
        column = next(column for column in dataset["columns"] if column["name"] == facet["column"])
        return group_of_numbers(facet, features[0], column)
    if features[0]["encoding"] == "one-hot":
        return group_of_one_hot(facet, features, dataset)
    if features[0]["encoding"] == "ordinal":
        return WatchedGroup(features[0]["name"], [features[0]["values"].index(value) for value in facet["equals"]])
    return WatchedGroup(features[0]["name"], sorted({int(value.lower() == "true") for value in facet["equals"]}))


def group_of_numbers(facet: dict, feature: dict, column: dict) -> WatchedGroup | None:
    """Clarify knows numbers above a threshold, and takes whole numbers of few values for categories, threshold or not.

    So whole numbers are listed, which both readings understand alike. Of other numbers the group below a bound is told
    by the one above it: the same difference with the other sign.
    """
    low, high = column["range"]
    if feature["integral"] and high - low < LONGEST_LIST:
        every = range(int(np.ceil(low)), int(np.floor(high)) + 1)
        inside = [each for each in every if (each < facet["below"] if "below" in facet else each > facet["above"])]
        return WatchedGroup(feature["name"], inside) if inside else None
    bound = float(np.nextafter(facet["below"], -np.inf)) if "below" in facet else facet["above"]
    return WatchedGroup(feature["name"], [bound], is_threshold=True)


def group_of_one_hot(facet: dict, features: list[dict], dataset: dict) -> WatchedGroup | None:
    told = {feature["value"]: feature["name"] for feature in features}
    column = next(column for column in dataset["columns"] if column["name"] == facet["column"])
    for wanted, value in ((set(facet["equals"]), 1), (set(column["values"]) - set(facet["equals"]), 0)):
        if len(wanted) == 1 and (name := told.get(next(iter(wanted)))):
            return WatchedGroup(name, [value])
    return None


def configuration(dataset: dict, groups: list[WatchedGroup]) -> dict:
    """What Clarify's bias monitor is told: the columns of a prediction joined with its ground truth, and the groups."""
    label = dataset["target"]["name"]
    return {
        "version": "1.0",
        "headers": [*(feature["name"] for feature in dataset["features"]), label],
        "label": label,
        "label_values_or_threshold": [POSITIVE],
        "facet": [{"name_or_index": group.feature, "value_or_threshold": group.values} for group in groups],
    }


def constraints(
    dataset: dict, groups: list[WatchedGroup], features: np.ndarray, labels: np.ndarray, decisions: np.ndarray
) -> dict:
    """The bias of labels and decisions in the layout of Clarify's analysis; `labels` and `decisions` are bools."""
    places = {feature["name"]: place for place, feature in enumerate(dataset["features"])}
    pre: dict[str, list] = {}
    post: dict[str, list] = {}
    for group in groups:
        values = features[:, places[group.feature]]
        inside = values > group.values[0] if group.is_threshold else np.isin(values, group.values)
        d = bias.count(labels[inside], decisions[inside])
        a = bias.count(labels[~inside], decisions[~inside])
        told = {"value_or_threshold": described(group, values)}
        pre.setdefault(group.feature, []).append({**told, "metrics": bias.pre_training(a, d)})
        post.setdefault(group.feature, []).append({**told, "metrics": bias.post_training(a, d)})
    label = {"label": dataset["target"]["name"], "label_value_or_threshold": str(POSITIVE)}
    return {
        "version": "1.0",
        "pre_training_bias_metrics": {**label, "facets": pre},
        "post_training_bias_metrics": {**label, "facets": post},
    }


def described(group: WatchedGroup, values: np.ndarray) -> str:
    """As Clarify writes a group: its values, or the interval from the threshold to the largest value seen."""
    if group.is_threshold:
        return f"({group.values[0]}, {float(values.max())}]"
    return ",".join(str(value) for value in group.values)
