"""Assesses a scored model: what moves it, whom it treats differently, what its inputs look like. A processing job.

Runs as a folder or as a zip, `python3 <it> --model DIR …`. In: the model's archive, `test.csv.out` and
`validation.csv.out` (label, features, score; no header), `test.csv` with the facet columns of the same test rows
(header), the resolved dataset (one JSON), and the threshold from which on a score is a positive decision.
Out: explanation/explanation.json, bias/bias.json, bias/gate.json, and in baseline/ what SageMaker Model Monitor
compares with: statistics.json and constraints.json (data quality), model-quality-constraints.json, bias-config.json
and bias-constraints.json, explainability-config.json and explainability-constraints.json.
What cannot be assessed ends it with one sentence as the last line of stderr, which is also the job's exit message.
"""

import argparse
import json
import sys
import tarfile
from pathlib import Path
from typing import NamedTuple

import attribution
import baseline
import bias
import explain
import model_quality
import numpy as np
import pandas as pd
import watched_groups
import xgboost as xgb

FOLDERS = ["model", "test-scores", "validation-scores", "facets", "dataset", "explanation", "bias", "baseline"]

#: SageMaker shows this much of an exit message.
MESSAGE_LENGTH = 1024

#: Another kind of processor rounds 32-bit scores differently, but not by this much.
SCORE_TOLERANCE = 1e-4


class Unassessable(Exception):
    """Inputs that do not fit together; the message says why in one sentence."""


class ScoredRows(NamedTuple):
    """Rows that a model has scored: `labels` are 0 or 1, `features` has a row each in the dataset's order."""

    labels: np.ndarray
    features: np.ndarray
    scores: np.ndarray


def main() -> None:
    options = read_options()
    try:
        assess(options)
    except (Unassessable, bias.UnusableFacet) as error:
        leave_message(options.model, str(error))
        sys.exit(str(error))


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(allow_abbrev=False)
    for name in FOLDERS:
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--threshold", type=float, required=True)
    return parser.parse_args()


def assess(options: argparse.Namespace) -> None:
    dataset = json.loads(only_file(options.dataset, "*.json").read_text("utf-8"))
    features = [feature["name"] for feature in dataset["features"]]
    booster = read_booster(options.model / "model.tar.gz")
    test = read_scores(options.test_scores / "test.csv.out", features)
    validation = read_scores(options.validation_scores / "validation.csv.out", features)
    check_own_scores(booster, test)

    explanation = explain.explanation(booster, test.features, features)
    write_json(options.explanation / "explanation.json", explanation)

    decisions = test.scores >= options.threshold
    groups = read_groups(options.facets / "test.csv", dataset, len(test.labels))
    report = bias.report(dataset, groups, test.labels == 1, decisions)
    write_json(options.bias / "bias.json", report)
    write_json(options.bias / "gate.json", bias.gate(report, dataset["businessGoal"]["maximumDisparity"]))

    baselines = {
        **data_quality(dataset, validation),
        "model-quality-constraints.json": model_quality.constraints(
            [model_quality.measures(split.labels, split.scores, options.threshold) for split in (validation, test)]
        ),
        **watched_bias(dataset, test, decisions),
        "explainability-config.json": attribution.configuration(features, validation.features),
        "explainability-constraints.json": attribution.constraints(features, explanation),
    }
    for name, content in baselines.items():
        write_json(options.baseline / name, content)


def data_quality(dataset: dict, validation: ScoredRows) -> dict[str, dict]:
    columns = {
        "score": baseline.Column(validation.scores, integral=False),
        **{
            feature["name"]: baseline.Column(values, integral=feature["integral"])
            for feature, values in zip(dataset["features"], validation.features.T, strict=True)
        },
    }
    return {"statistics.json": baseline.statistics(columns), "constraints.json": baseline.constraints(columns)}


def watched_bias(dataset: dict, test: ScoredRows, decisions: np.ndarray) -> dict[str, dict]:
    groups = watched_groups.watched_groups(dataset)
    watched = sorted({group.feature for group in groups})
    print(f"Watched for bias in captured data: {', '.join(watched) or 'nothing'}")
    if unseen := watched_groups.unwatched_facets(dataset):
        print(f"Facets that captured data cannot tell: {', '.join(unseen)}")
    return {
        "bias-config.json": watched_groups.configuration(dataset, groups),
        "bias-constraints.json": watched_groups.constraints(
            dataset, groups, test.features, test.labels == 1, decisions
        ),
    }


def only_file(folder: Path, pattern: str) -> Path:
    files = sorted(folder.glob(pattern))
    if len(files) != 1:
        raise Unassessable(f"{folder.name} holds {len(files)} files {pattern} where one is expected")
    return files[0]


def read_booster(archive: Path) -> xgb.Booster:
    try:
        with tarfile.open(archive) as members:
            member = next((each for each in members if each.name.removeprefix("./") == "xgboost-model"), None)
            if member is None:
                raise Unassessable(f"{archive.name} holds no xgboost-model")
            return xgb.Booster(model_file=bytearray(members.extractfile(member).read()))
    except (FileNotFoundError, tarfile.ReadError) as error:
        raise Unassessable(f"there is no model to read in {archive.name} ({error})") from error


def read_scores(file: Path, features: list[str]) -> ScoredRows:
    """The rows of a batch transform's output, which joined each row with its score."""
    try:
        # To the last bit: a score may be the very threshold.
        cells = pd.read_csv(file, header=None, low_memory=False, float_precision="round_trip")
    except (FileNotFoundError, pd.errors.EmptyDataError, pd.errors.ParserError) as error:
        raise Unassessable(f"{file.name} holds no scored rows ({str(error).strip()})") from error
    expected = len(features) + 2
    if cells.shape[1] != expected:
        raise Unassessable(
            f"{file.name} has {cells.shape[1]} columns, not {expected}: a label, {len(features)} features and a score"
        )
    numbers = cells.apply(pd.to_numeric, errors="coerce").to_numpy(np.float64)
    not_finite = np.argwhere(~np.isfinite(numbers))
    if len(not_finite):
        row, column = not_finite[0]
        name = ["the label", *features, "the score"][column]
        raise Unassessable(f"{file.name}: {name} of row {row + 1} is empty or not a finite number")
    labels = numbers[:, 0]
    if not np.isin(labels, (0, 1)).all():
        raise Unassessable(f"{file.name}: a label is neither 0 nor 1")
    return ScoredRows(labels, numbers[:, 1:-1], numbers[:, -1])


def check_own_scores(booster: xgb.Booster, rows: ScoredRows) -> None:
    """The scores are this model's, or explaining it would explain another one."""
    if booster.num_features() != rows.features.shape[1]:
        raise Unassessable(f"the model takes {booster.num_features()} features, the rows have {rows.features.shape[1]}")
    difference = np.abs(booster.predict(xgb.DMatrix(rows.features)) - rows.scores).max()
    if difference > SCORE_TOLERANCE:
        raise Unassessable(
            f"test.csv.out holds another model's scores: they differ from this one's by {difference:.3g}"
        )


def read_groups(file: Path, dataset: dict, rows: int) -> dict[str, np.ndarray]:
    """Who belongs to a facet's watched group, by the facet's name. Reads nothing when no facet is described."""
    if not dataset["facets"]:
        return {}
    # Texts stay texts: "NA" may be a group, and a group without a name is not a missing row.
    cells = pd.read_csv(file, dtype=str, keep_default_na=False, skip_blank_lines=False)
    if len(cells) != rows:
        raise Unassessable(f"facets/{file.name} has {len(cells)} rows, but test.csv.out has {rows}")
    return {facet["name"]: bias.members(cells, facet, dataset["columns"]) for facet in dataset["facets"]}


def write_json(file: Path, content: dict) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n", "utf-8")


def leave_message(model: Path, sentence: str) -> None:
    """Tells SageMaker why, where it looks: in `/opt/ml/output/message`, the inputs being in `/opt/ml/processing`."""
    processing = next((parent for parent in model.resolve().parents if parent.name == "processing"), None)
    if processing is not None:
        output = processing.with_name("output")
        output.mkdir(exist_ok=True)
        (output / "message").write_text(sentence[:MESSAGE_LENGTH], "utf-8")


if __name__ == "__main__":
    main()
