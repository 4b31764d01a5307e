"""A made table, and the job scripts run on it as processes in folders shaped like a container's `/opt/ml`."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

PROJECT = Path(__file__).parents[3]
TRAINING = PROJECT / "scripts/jobs/training"
ASSESSMENT = PROJECT / "scripts/jobs/assessment"

#: What the pipeline sends, as text: Python's own of each JSON value.
HYPERPARAMETERS = {
    "gbtree": {
        "booster": "gbtree",
        "colsample_bytree": "1.0",
        "early_stopping_rounds": "10",
        "eta": "0.3",
        "lambda": "1.0",
        "max_depth": "3",
        "min_child_weight": "1.0",
        "num_round": "60",
        "subsample": "0.8",
    },
    "gblinear": {"booster": "gblinear", "num_round": "200"},
}

DATASET = {
    "name": "made",
    "columns": [
        {"name": "days", "type": "integer", "role": "feature"},
        {"name": "fee", "type": "number", "role": "feature"},
        {"name": "calls", "type": "integer", "role": "feature"},
        {"name": "age", "type": "integer", "role": "facet"},
        {"name": "gender", "type": "category", "role": "facet"},
    ],
    "features": [
        {"name": "days", "column": "days", "encoding": "number", "integral": True},
        {"name": "fee", "column": "fee", "encoding": "number", "integral": False},
        {"name": "calls", "column": "calls", "encoding": "number", "integral": True},
    ],
    "target": {"name": "has_left", "positive": "yes", "negative": "no"},
    "facets": [
        {"name": "age below 30", "column": "age", "below": 30},
        {"name": "women", "column": "gender", "equals": ["female"]},
    ],
    "businessGoal": {"maximumDisparity": 0.2},
}


class Rows(NamedTuple):
    labels: np.ndarray
    features: np.ndarray


def made_rows(count: int, seed: int) -> Rows:
    """Columns far from zero and of unlike sizes; the label follows all three, two of them in no straight line."""
    random = np.random.default_rng(seed)
    days = random.integers(20_000, 20_400, count)
    fee = random.normal(25, 6, count).round(2)
    calls = random.poisson(3, count)
    one_of_two = ((calls > 2) != (fee > 25)) * 3.0
    log_odds = (days - 20_200) / 90 + (fee - 25) / 9 + one_of_two - 1.5
    labels = (random.random(count) < 1 / (1 + np.exp(-log_odds))).astype(float)
    return Rows(labels, np.column_stack([days, fee, calls]).astype(float))


TRAIN, VALIDATION, TEST = made_rows(700, seed=1), made_rows(250, seed=2), made_rows(250, seed=3)


def csv(rows: Rows) -> str:
    return "".join(
        ",".join(f"{value:g}" for value in [label, *features]) + "\n"
        for label, features in zip(rows.labels, rows.features, strict=True)
    )


def channels(folder: Path, **content: str) -> dict[str, str]:
    """Fills one channel a name under `folder`; returns the environment that names them."""
    environment = {}
    for name, text in content.items():
        (folder / name).mkdir(parents=True)
        (folder / name / f"{name}.csv").write_text(text)
        environment[f"SM_CHANNEL_{name.upper()}"] = str(folder / name)
    return environment


class TrainingJob(NamedTuple):
    root: Path
    exit_code: int
    output: list[str]
    errors: list[str]


def train(root: Path, hyperparameters: dict[str, str], **content: str) -> TrainingJob:
    """Runs the training script as the container toolkit does, in a code folder that pip has been through."""
    code = root / "code"
    shutil.copytree(TRAINING, code, ignore=lambda folder, names: [n for n in names if not n.endswith(".py")])
    (code / "setup.py").write_text("")
    (code / "build").mkdir()
    (root / "model").mkdir()
    environment = {
        **os.environ,
        **channels(root / "input/data", **content),
        "SM_MODEL_DIR": str(root / "model"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    arguments = [text for name, value in sorted(hyperparameters.items()) for text in (f"--{name}", value)]
    command = [sys.executable, "-m", "train", *arguments]
    job = subprocess.run(command, cwd=code, env=environment, capture_output=True, text=True, check=False)
    return TrainingJob(root, job.returncode, job.stdout.splitlines(), job.stderr.splitlines())


WORK = tempfile.TemporaryDirectory()


@cache
def trained(booster: str) -> TrainingJob:
    """The job that trained on the made table, run once for all tests."""
    root = Path(WORK.name) / booster
    job = train(root, HYPERPARAMETERS[booster], train=csv(TRAIN), validation=csv(VALIDATION))
    assert job.exit_code == 0, job.errors
    return job


def assessment_folders(root: Path, model: Path, scores: dict[str, str], facets: str, dataset: dict) -> list[str]:
    """Fills a processing job's inputs; returns the arguments that name them and the outputs."""
    inputs, outputs = root / "processing/input", root / "processing/output"
    for name in ("model", "test-scores", "validation-scores", "facets", "dataset"):
        (inputs / name).mkdir(parents=True)
    with tarfile.open(inputs / "model/model.tar.gz", "w:gz") as archive:
        for path in sorted(model.iterdir()):
            archive.add(path, path.name)
    for split, text in scores.items():
        (inputs / f"{split}-scores" / f"{split}.csv.out").write_text(text)
    (inputs / "facets/test.csv").write_text(facets)
    (inputs / "dataset/0a1b2c.json").write_text(json.dumps(dataset))
    arguments = ["--threshold", "0.5"]
    for name in ("model", "test-scores", "validation-scores", "facets", "dataset"):
        arguments += [f"--{name}", str(inputs / name)]
    for name in ("explanation", "bias", "baseline"):
        arguments += [f"--{name}", str(outputs / name)]
    return arguments


def run_assessment(program: Path, arguments: list[str]) -> subprocess.CompletedProcess:
    command = [sys.executable, str(program), *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    )


def facets_csv(count: int) -> str:
    """Ages and genders for as many rows, unrelated to anything else."""
    random = np.random.default_rng(4)
    lines = zip(random.integers(18, 80, count), random.choice(["female", "male", "NA"], count), strict=True)
    return "age,gender\n" + "".join(f"{age},{gender}\n" for age, gender in lines)
