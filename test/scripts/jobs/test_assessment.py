import json
import runpy

import baseline
import explain
import numpy as np
import pytest
import xgboost as xgb
from job_folders import (
    ASSESSMENT,
    DATASET,
    TEST,
    VALIDATION,
    Rows,
    assessment_folders,
    csv,
    facets_csv,
    trained,
)


#: Ten rows; the first four are the watched group.
def booster_of(name: str) -> xgb.Booster:
    return xgb.Booster(model_file=trained(name).root / "model/xgboost-model")


@pytest.mark.parametrize("booster", ["gbtree", "gblinear"])
def test_base_and_shap_values_of_a_row_add_up_to_its_margin(booster):
    base, values = explain.shap_values(booster_of(booster), TEST.features)
    margins = booster_of(booster).predict(xgb.DMatrix(TEST.features), output_margin=True)
    assert np.abs(base + values.sum(axis=1) - margins).max() < 1e-4


def test_a_linear_models_shap_values_are_distances_from_the_mean():
    base, values = explain.shap_values(booster_of("gblinear"), TEST.features)
    margins = booster_of("gblinear").predict(xgb.DMatrix(TEST.features), output_margin=True)
    assert np.abs(values.mean(axis=0)).max() < 1e-9
    assert base == pytest.approx(margins.mean(), abs=1e-4)


def test_features_are_explained_strongest_first_with_shares_of_the_whole():
    names = [feature["name"] for feature in DATASET["features"]]
    told = explain.explanation(booster_of("gbtree"), TEST.features, names)
    _, values = explain.shap_values(booster_of("gbtree"), TEST.features)
    strengths = dict(zip(names, np.abs(values).mean(axis=0), strict=True))
    assert {each["feature"]: each["meanAbsoluteShap"] for each in told["features"]} == pytest.approx(strengths)
    assert [each["feature"] for each in told["features"]] == sorted(names, key=strengths.get, reverse=True)
    assert sum(each["share"] for each in told["features"]) == pytest.approx(1)
    assert told["rows"] == len(TEST.labels)


def test_of_many_rows_the_same_evenly_spread_ones_are_explained():
    rows = np.zeros((12_001, 3))
    rows[:6_000, 2] = 9
    told = explain.explanation(booster_of("gblinear"), rows, ["days", "fee", "calls"])
    assert told["rows"] == explain.MAXIMUM_ROWS == 5000
    assert told == explain.explanation(booster_of("gblinear"), rows, ["days", "fee", "calls"])
    margins = booster_of("gblinear").predict(xgb.DMatrix(rows), output_margin=True)
    assert told["baseValue"] == pytest.approx(margins.mean(), abs=1e-3)


def test_statistics_have_the_values_worked_out_by_hand():
    column = baseline.Column(np.array([0.0, 1, 2, 10]), integral=True)
    told = baseline.statistics({"score": baseline.Column(np.array([0.5, 0.5, 0.5, 0.5]), False), "calls": column})
    assert told["dataset"] == {"item_count": 4}
    assert [(each["name"], each["inferred_type"]) for each in told["features"]] == [
        ("score", "Fractional"),
        ("calls", "Integral"),
    ]
    numbers = told["features"][1]["numerical_statistics"]
    assert numbers["common"] == {"num_present": 4, "num_missing": 0}
    assert {name: numbers[name] for name in ("mean", "sum", "std_dev", "min", "max")} == {
        "mean": 3.25,
        "sum": 13.0,
        "std_dev": pytest.approx(np.sqrt((3.25**2 + 2.25**2 + 1.25**2 + 6.75**2) / 4)),
        "min": 0.0,
        "max": 10.0,
    }
    buckets = numbers["distribution"]["kll"]["buckets"]
    assert [bucket["count"] for bucket in buckets] == [1, 1, 1, 0, 0, 0, 0, 0, 0, 1]
    assert (buckets[3]["lower_bound"], buckets[3]["upper_bound"]) == (3.0, 4.0)


def test_a_column_of_one_value_still_has_ten_buckets_that_count_it():
    buckets = baseline.buckets(np.array([7.0, 7.0, 7.0]))
    assert [bucket["count"] for bucket in buckets] == [0] * 9 + [3]
    assert {bucket["lower_bound"] for bucket in buckets} == {bucket["upper_bound"] for bucket in buckets} == {7.0}


@pytest.mark.parametrize("count", [1, 2048, 2049, 50_001])
def test_a_sketch_stands_for_every_value_and_keeps_their_order(count):
    values = np.random.default_rng(1).permutation(np.arange(count, dtype=float))
    levels = baseline.sketch(values)
    assert sum(len(level) * 2**depth for depth, level in enumerate(levels)) == count
    assert max(len(level) for level in levels) <= baseline.LEVEL_SIZE
    weighted = sorted((value, 2**depth) for depth, level in enumerate(levels) for value in level)
    ranks = np.cumsum([weight for _, weight in weighted])
    assert np.abs(ranks - [value + 1 for value, _ in weighted]).max() <= 2 ** len(levels)
    # Always the lesser of two would drag the mean down by almost half the weight of a top item.
    mean = sum(value * weight for value, weight in weighted) / count
    assert abs(mean - values.mean()) <= 2 ** len(levels) / 8


def test_constraints_say_type_completeness_and_sign():
    columns = {"score": baseline.Column(np.array([0.1, 0.9]), False), "trend": baseline.Column(np.array([-1, 2]), True)}
    told = baseline.constraints(columns)
    assert told["features"] == [
        {
            "name": "score",
            "inferred_type": "Fractional",
            "completeness": 1.0,
            "num_constraints": {"is_non_negative": True},
        },
        {
            "name": "trend",
            "inferred_type": "Integral",
            "completeness": 1.0,
            "num_constraints": {"is_non_negative": False},
        },
    ]
    assert told["monitoring_config"]["distribution_constraints"]["comparison_method"] == "Robust"


def scored(rows: Rows, booster: str = "gbtree") -> str:
    scores = booster_of(booster).predict(xgb.DMatrix(rows.features)).tolist()
    return "".join(f"{line},{score}\n" for line, score in zip(csv(rows).splitlines(), scores, strict=True))


def folders(root, **changed) -> list[str]:
    whole = {
        "scores": {"test": scored(TEST), "validation": scored(VALIDATION)},
        "facets": facets_csv(len(TEST.labels)),
        "dataset": DATASET,
    }
    return assessment_folders(root, trained("gbtree").root / "model", **{**whole, **changed})


@pytest.fixture
def assessment(monkeypatch):
    """Runs the program within this process, as `python3 <folder>` would."""

    def run(arguments: list[str]) -> None:
        monkeypatch.setattr("sys.argv", ["assessment", *arguments])
        runpy.run_path(str(ASSESSMENT), run_name="__main__")

    return run


def test_the_same_inputs_make_the_same_reports(assessment, tmp_path):
    reports = []
    for run in ("one", "two"):
        assessment(folders(tmp_path / run))
        output = tmp_path / run / "processing/output"
        reports.append({str(path.relative_to(output)): path.read_text() for path in output.rglob("*.json")})
    assert reports[0] == reports[1]
    assert len(reports[0]) == 10


def test_a_score_at_the_threshold_is_a_positive_decision(assessment, tmp_path):
    scores = booster_of("gbtree").predict(xgb.DMatrix(TEST.features)).tolist()
    at = sorted(scores)[100]
    assessment([*folders(tmp_path), "--threshold", repr(at)])
    report = json.loads((tmp_path / "processing/output/bias/bias.json").read_text())
    counts = report["post_training_bias_metrics"]["facets"]["gender"][0]["counts"]
    decided = counts["group"]["positiveDecisions"] + counts["others"]["positiveDecisions"]
    assert decided == sum(score >= at for score in scores) > sum(score > at for score in scores)


def test_monitors_find_their_baselines_beside_each_other(assessment, tmp_path):
    assessment(folders(tmp_path))
    folder = tmp_path / "processing/output/baseline"
    told = {path.name: json.loads(path.read_text()) for path in folder.iterdir()}
    assert set(told) == {
        "statistics.json",
        "constraints.json",
        "model-quality-constraints.json",
        "bias-config.json",
        "bias-constraints.json",
        "explainability-config.json",
        "explainability-constraints.json",
    }
    names = [feature["name"] for feature in DATASET["features"]]
    (shap,) = told["explainability-constraints.json"]["explanations"]["kernel_shap"].values()
    explained = json.loads((folder.parent / "explanation/explanation.json").read_text())
    assert list(shap["global_shap_values"]) == told["explainability-config.json"]["headers"] == names
    assert shap["expected_value"] == explained["baseValue"]
    assert shap["global_shap_values"] == {each["feature"]: each["meanAbsoluteShap"] for each in explained["features"]}
    (mean,) = told["explainability-config.json"]["methods"]["shap"]["baseline"]
    assert mean == pytest.approx(VALIDATION.features.mean(axis=0))
    auc = told["model-quality-constraints.json"]["binary_classification_constraints"]["auc"]
    assert 0.5 < auc["threshold"] < 1


def test_a_group_may_be_called_na(assessment, tmp_path):
    na = {"name": "unsaid", "column": "gender", "equals": ["NA"]}
    assessment(folders(tmp_path, dataset={**DATASET, "facets": [na]}))
    report = json.loads((tmp_path / "processing/output/bias/bias.json").read_text())
    counts = report["post_training_bias_metrics"]["facets"]["gender"][0]["counts"]
    assert counts["group"]["rows"] == facets_csv(len(TEST.labels)).count(",NA\n") > 0


def test_without_facets_nobody_looks_for_their_file(assessment, tmp_path):
    assessment(folders(tmp_path, facets="", dataset={**DATASET, "facets": []}))
    gate = json.loads((tmp_path / "processing/output/bias/gate.json").read_text())
    assert gate["withinLimit"] == "true"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"facets": facets_csv(249)}, "facets/test.csv has 249 rows, but test.csv.out has 250"),
        ({"facets": "age\n" + "20\n" * 250}, 'the facet columns lack "gender", which facet "women" looks at'),
        (
            {"scores": {"test": csv(TEST), "validation": csv(VALIDATION)}},
            "test.csv.out has 4 columns, not 5: a label, 3 features and a score",
        ),
        (
            {"scores": {"test": "1,2,x,4,0.5\n", "validation": ""}},
            "test.csv.out: fee of row 1 is empty or not a finite number",
        ),
        ({"scores": {"test": "3,2,2,4,0.5\n", "validation": ""}}, "test.csv.out: a label is neither 0 nor 1"),
        ({"scores": {"test": "", "validation": ""}}, "test.csv.out holds no scored rows"),
        ({"scores": {"test": "1,20200,25,4,0.123\n", "validation": "1,20200,25,4,0.5\n"}}, "another model's scores"),
    ],
)
def test_inputs_that_do_not_fit_together_are_refused_with_an_exit_message(assessment, tmp_path, changed, sentence):
    with pytest.raises(SystemExit) as ended:
        assessment(folders(tmp_path, **changed))
    assert sentence in str(ended.value)
    assert (tmp_path / "output/message").read_text() == str(ended.value)


def test_an_archive_without_a_model_is_refused(assessment, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty/notes.txt").touch()
    arguments = assessment_folders(tmp_path, tmp_path / "empty", {"test": "", "validation": ""}, "", DATASET)
    with pytest.raises(SystemExit, match=r"model\.tar\.gz holds no xgboost-model"):
        assessment(arguments)
