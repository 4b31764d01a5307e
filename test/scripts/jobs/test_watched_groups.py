import numpy as np
import pytest
import watched_groups
from small_table import DATASET
from watched_groups import WatchedGroup


def watching(*facets: dict) -> list[WatchedGroup]:
    described = [{"name": str(place), **facet} for place, facet in enumerate(facets)]
    return watched_groups.watched_groups({**DATASET, "facets": described})


@pytest.mark.parametrize(
    ("facet", "group"),
    [
        ({"column": "visits", "above": 97}, WatchedGroup("visits", [98, 99, 100])),
        ({"column": "visits", "below": 2.5}, WatchedGroup("visits", [0, 1, 2])),
        ({"column": "fee", "above": 20}, WatchedGroup("fee", [20], is_threshold=True)),
        ({"column": "grade", "equals": ["high", "low"]}, WatchedGroup("grade", [2, 0])),
        ({"column": "trial", "equals": ["true"]}, WatchedGroup("trial", [1])),
        ({"column": "trial", "equals": ["false"]}, WatchedGroup("trial", [0])),
        ({"column": "city", "equals": ["Lima, Peru"]}, WatchedGroup("city_lima_peru", [1])),
        ({"column": "city", "equals": ["Oslo", "Rome"]}, WatchedGroup("city_lima_peru", [0])),
        ({"column": "plan", "equals": ["annual"]}, WatchedGroup("plan_annual", [1])),
        ({"column": "plan", "equals": ["monthly"]}, WatchedGroup("plan_annual", [0])),
    ],
)
def test_a_facet_is_watched_by_the_feature_that_tells_it(facet, group):
    assert watching(facet) == [group]


def test_a_group_below_a_bound_is_watched_by_the_one_that_clarify_can_tell():
    ((feature, (bound,), is_threshold),) = watching({"column": "fee", "below": 20})
    assert (feature, is_threshold) == ("fee", True)
    # Above this bound means 20 and more, as "not below 20" does.
    assert bound < 20
    assert not np.any((np.array([19.999999, 20.0]) > bound) != np.array([False, True]))


def test_facets_that_are_no_features_are_named_and_not_watched():
    facets = [{"name": "age below 30", "column": "age", "below": 30}, {"name": "busy", "column": "visits", "above": 98}]
    dataset = {**DATASET, "facets": facets}
    assert watched_groups.watched_groups(dataset) == [WatchedGroup("visits", [99, 100])]
    assert watched_groups.unwatched_facets(dataset) == ["age below 30"]


def test_a_group_that_nobody_can_be_in_is_not_watched():
    facet = {"name": "none", "column": "visits", "above": 100}
    assert watched_groups.unwatched_facets({**DATASET, "facets": [facet]}) == ["none"]


def test_when_no_facet_can_be_watched_every_yes_or_no_feature_is():
    groups = watching({"column": "age", "below": 30})
    assert [group.feature for group in groups] == ["plan_annual", "city_oslo", "city_rome", "city_lima_peru", "trial"]
    assert all(group.values == [1] for group in groups)
    numbers = [feature for feature in DATASET["features"] if feature["encoding"] == "number"]
    assert watched_groups.watched_groups({**DATASET, "facets": [], "features": numbers}) == []


def test_the_configuration_tells_clarify_columns_label_and_groups():
    told = watched_groups.configuration(DATASET, [WatchedGroup("trial", [1])])
    assert told == {
        "version": "1.0",
        "headers": [*(feature["name"] for feature in DATASET["features"]), "left"],
        "label": "left",
        "label_values_or_threshold": [1],
        "facet": [{"name_or_index": "trial", "value_or_threshold": [1]}],
    }


def test_the_baseline_has_clarifys_layout_and_the_values_worked_out_by_hand():
    features = np.zeros((6, len(DATASET["features"])))
    features[:, 0] = [10, 20, 30, 40, 50, 60]
    features[:, 7] = [1, 1, 0, 0, 0, 0]
    labels = np.array([1, 0, 1, 1, 0, 0], dtype=bool)
    decisions = np.array([1, 0, 1, 1, 1, 0], dtype=bool)
    groups = [WatchedGroup("trial", [1]), WatchedGroup("fee", [30.0], is_threshold=True)]
    told = watched_groups.constraints(DATASET, groups, features, labels, decisions)
    assert list(told) == ["version", "pre_training_bias_metrics", "post_training_bias_metrics"]
    post = told["post_training_bias_metrics"]
    assert (post["label"], post["label_value_or_threshold"]) == ("left", "1")
    (trial,), (fee,) = post["facets"]["trial"], post["facets"]["fee"]
    assert set(trial) == {"value_or_threshold", "metrics"}
    assert (trial["value_or_threshold"], fee["value_or_threshold"]) == ("1", "(30.0, 60.0]")
    assert {each["name"]: each["value"] for each in trial["metrics"]} == pytest.approx(
        {"DPPL": 3 / 4 - 1 / 2, "DI": (1 / 2) / (3 / 4), "RD": 0, "AD": 3 / 4 - 1}
    )
    # At the threshold is outside, as in Clarify: 10, 20 and 30 are the others.
    assert fee["metrics"][0]["value"] == pytest.approx(2 / 3 - 2 / 3)
    (before,) = told["pre_training_bias_metrics"]["facets"]["trial"]
    assert {each["name"]: each["value"] for each in before["metrics"]} == pytest.approx({"CI": 1 / 3, "DPL": 0})
