"""Trains the model: SageMaker script mode, `python -m train --name value …`.

Reads the one CSV (label first, no header) of the channels `train` and `validation`, prints the metrics of every round,
and leaves one archive that serves in both of the container's modes: `xgboost-model` at the top, `code/inference.py`
below. The last line names what the tuner maximises, the ROC AUC of the saved model on the validation rows:
`objective:auc=0.873214;`. Data that cannot be trained on ends it with one sentence as the last line of stderr.
"""

import argparse
import json
import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
import xgboost as xgb

#: Both of the container's modes look for the booster; the built-in one takes every file beside it for another model.
MODEL_FILE = "xgboost-model"

TREE_SETTINGS = {
    "max_depth": int,
    "eta": float,
    "min_child_weight": float,
    "lambda": float,
    "subsample": float,
    "colsample_bytree": float,
}

#: The linear booster has converged when so many rounds lower the log loss by less than this.
CONVERGED_ROUNDS, CONVERGED_LOSS = 5, 1e-6


class UnusableData(Exception):
    """Nothing can be learned from a channel's data; the message says why in one sentence."""


class Table(NamedTuple):
    """Rows to learn from: `labels` are 0 or 1, `features` has a row each."""

    labels: np.ndarray
    features: np.ndarray


def main() -> None:
    options = read_options(sys.argv[1:])
    try:
        train = read_channel("train")
        validation = read_channel("validation")
        if train.features.shape[1] != validation.features.shape[1]:
            raise UnusableData(
                f"train has {train.features.shape[1]} features, but validation has {validation.features.shape[1]}"
            )
    except UnusableData as error:
        sys.exit(str(error))
    fit = fit_linear if options["booster"] == "gblinear" else fit_trees
    booster = fit(train, validation, options)
    save(booster, Path(os.environ["SM_MODEL_DIR"]))
    scores = booster.predict(xgb.DMatrix(validation.features))
    print(f"objective:auc={roc_auc(validation.labels, scores):.6f};", flush=True)


def read_options(arguments: list[str]) -> dict:
    """The hyperparameters by name; those not given stay XGBoost's, and unknown ones are the platform's business."""
    parser = argparse.ArgumentParser(allow_abbrev=False, argument_default=argparse.SUPPRESS)
    parser.add_argument("--booster", choices=["gbtree", "gblinear"], default="gbtree")
    parser.add_argument("--num_round", type=int, required=True)
    parser.add_argument("--early_stopping_rounds", type=int, default=30)
    parser.add_argument("--seed", type=int, default=0)
    for name, kind in TREE_SETTINGS.items():
        parser.add_argument(f"--{name}", type=kind)
    return vars(parser.parse_known_args(arguments)[0])


def read_channel(channel: str) -> Table:
    """The rows of a channel's only file. Throws `UnusableData` unless both classes occur and every cell is a number."""
    folder = Path(os.environ[f"SM_CHANNEL_{channel.upper()}"])
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    if len(files) != 1:
        raise UnusableData(f"channel {channel} holds {len(files)} files where one CSV is expected")
    where = f"channel {channel}, {files[0].name}"
    try:
        cells = pd.read_csv(
            files[0], header=None, skip_blank_lines=False, low_memory=False, float_precision="round_trip"
        )
    except (pd.errors.EmptyDataError, pd.errors.ParserError, UnicodeDecodeError) as error:
        raise UnusableData(f"{where}: not a table of numbers ({str(error).strip()})") from error
    numbers = cells.apply(pd.to_numeric, errors="coerce").to_numpy(np.float64)
    not_finite = np.argwhere(~np.isfinite(numbers))
    if len(not_finite):
        row, column = not_finite[0] + 1
        raise UnusableData(f"{where}: line {row}, column {column} is empty or not a finite number")
    if numbers.shape[1] < 2:
        raise UnusableData(f"{where}: a label and at least one feature are expected, separated by commas")
    labels = numbers[:, 0]
    classes = np.unique(labels)
    if not np.isin(classes, (0, 1)).all():
        raise UnusableData(f"{where}: the first column is the label and must be 0 or 1, not {classes[-1]:g}")
    if len(classes) < 2:
        raise UnusableData(f"{where}: all {len(labels)} rows have the label {classes[0]:g}, both classes are needed")
    return Table(labels, numbers[:, 1:])


def fit_trees(train: Table, validation: Table, options: dict) -> xgb.Booster:
    """Trees up to the round with the best ROC AUC on the validation rows."""
    stop = xgb.callback.EarlyStopping(
        rounds=options["early_stopping_rounds"],
        metric_name="auc",
        data_name="validation",
        maximize=True,
        # The container predicts with every tree that is saved.
        save_best=True,
    )
    shape = {name: options[name] for name in TREE_SETTINGS if name in options}
    return boost(train, validation, options, {"booster": "gbtree", **shape}, stop)


def fit_linear(train: Table, validation: Table, options: dict) -> xgb.Booster:
    """Logistic regression with a ridge as strong as scikit-learn's default (C = 1 on columns in standard units).

    Columns are standardised for the fit, or far-off means would keep coordinate descent from its optimum; the saved
    booster takes raw rows.
    """
    mean = train.features.mean(axis=0)
    spread = train.features.std(axis=0)
    spread[spread == 0] = 1
    settings = {
        "booster": "gblinear",
        "updater": "coord_descent",
        "eta": 1.0,
        # XGBoost multiplies the ridge by the number of rows.
        "lambda": 1 / len(train.labels),
    }
    stop = xgb.callback.EarlyStopping(
        rounds=CONVERGED_ROUNDS, metric_name="logloss", data_name="train", min_delta=CONVERGED_LOSS
    )
    standard = [Table(labels, (features - mean) / spread) for labels, features in (train, validation)]
    booster = boost(*standard, options, settings, stop)
    if booster.num_boosted_rounds() == options["num_round"]:
        print(f"the linear model had not converged after {options['num_round']} rounds", flush=True)
    return with_raw_weights(booster, mean, spread)


def with_raw_weights(booster: xgb.Booster, mean: np.ndarray, spread: np.ndarray) -> xgb.Booster:
    """The linear booster that gives raw rows the score that `booster` gives them standardised: w/s, b - Σ w·m/s."""
    document = json.loads(booster.save_raw("json"))
    model = document["learner"]["gradient_booster"]["model"]
    *standard, bias = model["weights"]
    weights = np.array(standard) / spread
    model["weights"] = [*weights.tolist(), float(bias - weights @ mean)]
    return xgb.Booster(model_file=bytearray(json.dumps(document).encode()))


def boost(
    train: Table, validation: Table, options: dict, settings: dict, stop: xgb.callback.EarlyStopping
) -> xgb.Booster:
    """Boosts at most `num_round` rounds. Columns have no names: the container's requests have none either."""
    rows = {"train": train, "validation": validation}
    matrices = {name: xgb.DMatrix(table.features, label=table.labels) for name, table in rows.items()}
    return xgb.train(
        {"objective": "binary:logistic", "eval_metric": ["logloss", "auc"], "seed": options["seed"], **settings},
        matrices["train"],
        num_boost_round=options["num_round"],
        evals=[(matrix, name) for name, matrix in matrices.items()],
        callbacks=[stop],
    )


def roc_auc(labels: np.ndarray, scores: np.ndarray) -> float:
    """The chance that a positive row scores above a negative one, a tie counting half (Mann-Whitney U)."""
    positive = labels == 1
    positives, negatives = int(positive.sum()), int((~positive).sum())
    ranks = pd.Series(scores).rank().to_numpy()
    return (ranks[positive].sum() - positives * (positives + 1) / 2) / (positives * negatives)


def save(booster: xgb.Booster, folder: Path) -> None:
    """Leaves the archive's content. By name: the script's folder also holds what the container's pip left there."""
    (folder / "code").mkdir(parents=True, exist_ok=True)
    # What Booster.save_model writes, less its warning that the name has no extension.
    (folder / MODEL_FILE).write_bytes(booster.save_raw("ubj"))
    shutil.copy(Path(__file__).with_name("inference.py"), folder / "code" / "inference.py")


if __name__ == "__main__":
    main()
