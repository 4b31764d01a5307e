"""Train, serve, score and assess, each script as the container runs it: a process over a container's folders."""

import json
import os
import re
import subprocess
import sys
import tarfile
import time
import urllib.error
import urllib.request
import zipfile
from contextlib import contextmanager

import pytest
from job_folders import (
    ASSESSMENT,
    DATASET,
    HYPERPARAMETERS,
    PROJECT,
    TEST,
    VALIDATION,
    Rows,
    assessment_folders,
    csv,
    facets_csv,
    run_assessment,
    trained,
)

START_SECONDS = 30


@contextmanager
def container(mode: str, model, log, **environment: str):
    """The serving container over a model's folder; yields its address."""
    script = {"SAGEMAKER_PROGRAM": "inference.py", "SAGEMAKER_SUBMIT_DIRECTORY": str(model / "code")}
    settings = {**(script if mode == "script" else {}), **environment, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, str(PROJECT / "scripts/local/container.py"), "--mode", mode]
    with log.open("w") as output:
        process = subprocess.Popen(
            [*command, "--model-dir", str(model), "--port", "0"],
            env={**os.environ, **settings},
            stdout=output,
            stderr=output,
        )
    try:
        end = time.monotonic() + START_SECONDS
        while not (listening := re.search(r"listening on (127\.0\.0\.1:\d+)", log.read_text())):
            assert process.poll() is None and time.monotonic() < end, log.read_text()
            time.sleep(0.05)
        yield f"http://{listening[1]}"
    finally:
        process.kill()
        process.wait()


def invoke(url: str, body: str, content_type: str = "text/csv", accept: str = "text/csv"):
    headers = {"Content-Type": content_type, "Accept": accept}
    request = urllib.request.Request(f"{url}/invocations", data=body.encode(), headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=START_SECONDS) as answer:
            return answer.status, answer.read().decode(), answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), error.headers


def without_label(rows: Rows) -> str:
    return "".join(line.split(",", 1)[1] for line in csv(rows).splitlines(keepends=True))


def scored(url: str, rows: Rows) -> str:
    """What a batch transform writes: each row joined with its score."""
    status, body, _ = invoke(url, without_label(rows))
    assert status == 200, body
    return "".join(f"{row},{score}\n" for row, score in zip(csv(rows).splitlines(), body.splitlines(), strict=True))


@pytest.mark.parametrize("booster", HYPERPARAMETERS)
def test_the_archive_holds_the_model_at_the_top_and_the_inference_script_below_and_nothing_else(booster):
    model = trained(booster).root / "model"
    files = sorted(str(path.relative_to(model)) for path in model.rglob("*") if path.is_file())
    assert files == ["code/inference.py", "xgboost-model"]


@pytest.mark.parametrize("booster", HYPERPARAMETERS)
def test_both_modes_of_the_container_answer_the_same_text_for_the_same_rows(booster, tmp_path):
    model = trained(booster).root / "model"
    with (
        container("algorithm", model, tmp_path / "algorithm.log") as algorithm,
        container("script", model, tmp_path / "script.log", MODEL_VERSION="3") as script,
    ):
        assert scored(script, TEST) == scored(algorithm, TEST)
        _, _, headers = invoke(script, without_label(TEST))
        assert headers["X-Amzn-SageMaker-Custom-Attributes"] == "3"
        assert headers["Content-Type"] == "text/csv"
        # A charset makes the toolkit hand over bytes; no Accept makes it ask for JSON.
        status, body, _ = invoke(script, "20200,25,3\n", "text/csv; charset=utf-8", "*/*")
        assert (status, json.loads(body)["modelVersion"]) == (200, "3")
        assert invoke(script, "20200,25\n")[0] == invoke(algorithm, "20200,25\n")[0] == 400
        assert invoke(script, "{}", "application/json")[0] == 415
        assert invoke(script, "20200,25,3\n", accept="text/html")[0] == 406


def test_a_zip_of_the_assessment_assesses_what_the_container_scored(tmp_path):
    model = trained("gbtree").root / "model"
    with container("algorithm", model, tmp_path / "log") as url:
        scores = {"test": scored(url, TEST), "validation": scored(url, VALIDATION)}
    arguments = assessment_folders(tmp_path, model, scores, facets_csv(len(TEST.labels)), DATASET)
    program = tmp_path / "0a1b2c.zip"
    with zipfile.ZipFile(program, "w") as archive:
        for path in sorted(ASSESSMENT.glob("*.py")):
            archive.write(path, path.name)

    job = run_assessment(program, arguments)

    assert job.returncode == 0, job.stderr
    output = tmp_path / "processing/output"
    assert sorted(str(path.relative_to(output)) for path in output.rglob("*.json")) == [
        "baseline/bias-config.json",
        "baseline/bias-constraints.json",
        "baseline/constraints.json",
        "baseline/explainability-config.json",
        "baseline/explainability-constraints.json",
        "baseline/model-quality-constraints.json",
        "baseline/statistics.json",
        "bias/bias.json",
        "bias/gate.json",
        "explanation/explanation.json",
    ]
    gate = json.loads((output / "bias/gate.json").read_text())
    assert gate["withinLimit"] == ("true" if gate["disparity"] <= 0.2 else "false")
    statistics = json.loads((output / "baseline/statistics.json").read_text())
    assert [each["name"] for each in statistics["features"]] == ["score", "days", "fee", "calls"]
    assert statistics["dataset"]["item_count"] == len(VALIDATION.labels)
    explained = json.loads((output / "explanation/explanation.json").read_text())
    assert {each["feature"] for each in explained["features"]} == {"days", "fee", "calls"}


def test_a_failed_assessment_ends_with_the_cause(tmp_path):
    model = trained("gbtree").root / "model"
    arguments = assessment_folders(tmp_path, model, {}, "", DATASET)
    # The archive's names start with "./", as tar makes them of a whole folder; reading it is not what fails.
    with tarfile.open(tmp_path / "processing/input/model/model.tar.gz", "w:gz") as archive:
        archive.add(model, ".")
    job = run_assessment(ASSESSMENT, arguments)
    assert job.returncode == 1
    assert job.stderr.splitlines()[-1].startswith("test.csv.out holds no scored rows")
