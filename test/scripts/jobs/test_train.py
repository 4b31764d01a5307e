import re

import numpy as np
import pytest
import train
import xgboost as xgb
from job_folders import HYPERPARAMETERS, TRAIN, TRAINING, VALIDATION, channels, csv, trained
from job_folders import train as run_job

OBJECTIVE = re.compile(r"objective:auc=([0-9.]+);")


def booster_of(name: str) -> xgb.Booster:
    return xgb.Booster(model_file=trained(name).root / "model/xgboost-model")


def validation_scores(name: str) -> np.ndarray:
    return booster_of(name).predict(xgb.DMatrix(VALIDATION.features))


def share_of_pairs_in_order(labels: np.ndarray, scores: np.ndarray) -> float:
    positive, negative = scores[labels == 1][:, None], scores[labels == 0][None, :]
    return float(((positive > negative) + 0.5 * (positive == negative)).mean())


@pytest.mark.parametrize("booster", HYPERPARAMETERS)
def test_the_last_line_names_the_validation_auc_of_the_saved_model(booster):
    (told,) = OBJECTIVE.fullmatch(trained(booster).output[-1]).groups()
    assert float(told) == pytest.approx(
        share_of_pairs_in_order(VALIDATION.labels, validation_scores(booster)), abs=1e-6
    )


@pytest.mark.parametrize("booster", HYPERPARAMETERS)
def test_every_round_prints_its_metrics(booster):
    rounds = [line for line in trained(booster).output if re.match(r"\[\d+]\ttrain-logloss:[0-9.]+\ttrain-auc:", line)]
    assert len(rounds) == len(trained(booster).output) - 1 > 5


def test_the_trees_end_at_the_round_with_the_best_validation_auc():
    aucs = [float(auc) for line in trained("gbtree").output for auc in re.findall(r"validation-auc:([0-9.]+)", line)]
    kept = booster_of("gbtree").num_boosted_rounds()
    assert kept == int(np.argmax(aucs)) + 1
    # XGBoost asks its callbacks in no fixed order: the one that prints may not hear of the round that was the last.
    assert len(aucs) - kept in (9, 10)


@pytest.mark.parametrize("booster", HYPERPARAMETERS)
def test_the_saved_model_knows_no_feature_names(booster):
    assert booster_of(booster).feature_names is None


def test_the_linear_model_is_as_good_as_logistic_regression_solved_by_newtons_method():
    mean, spread = TRAIN.features.mean(axis=0), TRAIN.features.std(axis=0)

    def columns(features: np.ndarray) -> np.ndarray:
        return np.column_stack([(features - mean) / spread, np.ones(len(features))])

    ridge = np.diag([1, 1, 1, 0])
    weights = np.zeros(4)
    for _ in range(30):
        rows = columns(TRAIN.features)
        chance = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (TRAIN.labels - chance) - ridge @ weights
        weights += np.linalg.solve((rows.T * (chance * (1 - chance))) @ rows + ridge, gradient)
    expected = 1 / (1 + np.exp(-columns(VALIDATION.features) @ weights))
    assert np.abs(validation_scores("gblinear") - expected).max() < 0.005


def test_trees_find_what_the_linear_model_cannot():
    auc = {name: share_of_pairs_in_order(VALIDATION.labels, validation_scores(name)) for name in HYPERPARAMETERS}
    assert auc["gbtree"] > auc["gblinear"] + 0.05


def train_here(monkeypatch, folder, *more: str) -> bytes:
    """Trains within this process; returns the model's bytes."""
    for name, value in channels(folder, train=csv(TRAIN), validation=csv(VALIDATION)).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("SM_MODEL_DIR", str(folder / "model"))
    monkeypatch.setattr("sys.argv", ["train", "--num_round", "3", "--subsample", "0.5", *more])
    train.main()
    return (folder / "model/xgboost-model").read_bytes()


def test_the_same_seed_makes_the_same_model(monkeypatch, tmp_path):
    seven, again, eight = (
        train_here(monkeypatch, tmp_path / str(run), "--seed", seed) for run, seed in enumerate(["7", "7", "8"])
    )
    assert seven == again != eight


def test_an_argument_that_the_script_does_not_know_changes_nothing(monkeypatch, tmp_path):
    known = train_here(monkeypatch, tmp_path / "known")
    # The second looks like an abbreviation of a known one.
    assert train_here(monkeypatch, tmp_path / "unknown", "--model_dir", "s3://x", "--max", "1") == known


def test_a_linear_model_that_needs_more_rounds_says_so(monkeypatch, tmp_path, capsys):
    train_here(monkeypatch, tmp_path, "--booster", "gblinear", "--num_round", "2")
    assert "the linear model had not converged after 2 rounds" in capsys.readouterr().out


GOOD = csv(VALIDATION)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "channel train, train.csv: not a table of numbers"),
        ("1,2,3,4\n1,2,3,5\n", "all 2 rows have the label 1, both classes are needed"),
        ("1,2,3,4\n0,2,,5\n", "line 2, column 3 is empty or not a finite number"),
        ("1,2,3,4\n0,2,inf,5\n", "line 2, column 3 is empty or not a finite number"),
        ("left,days,fee,calls\n1,2,3,4\n0,2,2,5\n", "line 1, column 1 is empty or not a finite number"),
        ("1,2,3,4\n\n0,2,2,5\n", "line 2, column 1 is empty or not a finite number"),
        ("1,2,3,4\n0,2,2,5,6\n", "not a table of numbers"),
        ("1,2,3,4\n0,2,2,5\n2,2,2,5\n", "the first column is the label and must be 0 or 1, not 2"),
        ("1;2;3;4\n0;2;2;5\n", "line 1, column 1 is empty or not a finite number"),
        ("1\n0\n", "a label and at least one feature are expected"),
        ("1,2,3\n0,2,2\n", "train has 2 features, but validation has 3"),
    ],
)
def test_data_that_cannot_be_trained_on_is_refused_in_one_sentence(monkeypatch, tmp_path, content, sentence):
    for name, value in channels(tmp_path, train=content, validation=GOOD).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.argv", ["train", "--num_round", "3"])
    with pytest.raises(SystemExit, match=re.escape(sentence)) as ended:
        train.main()
    assert "\n" not in str(ended.value)


def test_a_channel_holds_exactly_one_file(monkeypatch, tmp_path):
    for name, value in channels(tmp_path, train=GOOD, validation=GOOD).items():
        monkeypatch.setenv(name, value)
    (tmp_path / "train/_SUCCESS").touch()
    with pytest.raises(train.UnusableData, match="channel train holds 2 files where one CSV is expected"):
        train.read_channel("train")
    monkeypatch.setenv("SM_CHANNEL_TRAIN", str(tmp_path / "nowhere"))
    with pytest.raises(train.UnusableData, match="channel train holds 0 files"):
        train.read_channel("train")


def test_the_archive_brings_the_script_that_serves_it():
    served = trained("gbtree").root / "model/code/inference.py"
    assert served.read_bytes() == (TRAINING / "inference.py").read_bytes()


def test_a_failed_job_ends_with_the_cause_and_leaves_no_model(tmp_path):
    job = run_job(tmp_path, HYPERPARAMETERS["gbtree"], train=GOOD, validation="1,2,3,4\n")
    assert job.exit_code == 1
    assert job.errors[-1] == (
        "channel validation, validation.csv: all 1 rows have the label 1, both classes are needed"
    )
    assert list((tmp_path / "model").iterdir()) == []
