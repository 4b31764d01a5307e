"""The stand-in for the image's serving answers as the image does."""

import http.client
import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import numpy
import pytest
import xgboost

CONTAINER = Path(__file__).parents[3] / "scripts" / "local" / "container.py"

INFERENCE = """
from sagemaker_containers.beta.framework import worker

def model_fn(model_dir):
    return open(model_dir + "/name").read()

def transform_fn(model, body, content_type, accept):
    if body == "raise":
        raise ValueError("no")
    if body == "refuse":
        return worker.Response("not this", status=415, mimetype="text/csv", headers={"X-Reason": "words"})
    return f"{model} {type(body).__name__} {content_type} {accept}", "text/plain"
"""

PIECES = """
def model_fn(model_dir):
    return 2

def input_fn(body, content_type):
    return float(body)

def predict_fn(data, model):
    return data * model

def output_fn(prediction, accept):
    return str(prediction)
"""


@pytest.fixture(scope="module")
def serve():
    """Starts the container over a model's folder and returns how to ask it: (status, content type, body)."""
    started = []

    def start(mode, model_dir, **environment):
        command = [sys.executable, CONTAINER, "--mode", mode, "--model-dir", model_dir, "--port", "0"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment})
        started.append(process)
        url = "http://" + process.stdout.readline().removeprefix("listening on ").strip()

        def ask(path, body=None, **headers):
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            request = urllib.request.Request(url + path, body if body is None else body.encode(), named)
            try:
                with urllib.request.urlopen(request, timeout=20) as answer:
                    return answer.status, answer.headers["Content-Type"], answer.read().decode()
            except urllib.error.HTTPError as error:
                return error.code, error.headers["Content-Type"], error.read().decode()

        ask.address = url.removeprefix("http://")
        return ask

    yield start
    for process in started:
        process.kill()
        process.wait()


@pytest.fixture
def serve_script(serve, tmp_path):
    """Serves that text as the model's inference.py."""

    def start(inference):
        code = tmp_path / "code"
        code.mkdir()
        (code / "inference.py").write_text(inference)
        (tmp_path / "name").write_text("trees")
        return serve("script", tmp_path, SAGEMAKER_PROGRAM="inference.py", SAGEMAKER_SUBMIT_DIRECTORY=str(code))

    return start


@pytest.fixture(scope="module")
def booster():
    """A small model without feature names, and the rows that it was trained on."""
    rows = numpy.random.default_rng(1).normal(size=(200, 3)).astype("float32")
    matrix = xgboost.DMatrix(rows, label=(rows[:, 0] + rows[:, 1] * rows[:, 2] > 0).astype(int))
    return xgboost.train({"objective": "binary:logistic", "seed": 1}, matrix, 5), rows


@pytest.fixture(scope="module")
def algorithm(serve, booster, tmp_path_factory):
    folder = tmp_path_factory.mktemp("model")
    (folder / "xgboost-model").write_bytes(booster[0].save_raw("ubj"))
    (folder / "code").mkdir()
    return serve("algorithm", folder)


def test_the_algorithm_gives_one_score_a_line_with_all_trees(algorithm, booster):
    trained, rows = booster
    body = "\n".join(",".join(str(value) for value in row) for row in rows[:4]) + "\n"

    status, kind, scores = algorithm("/invocations", body, Content_Type="text/csv", Accept="text/csv")

    assert (status, kind) == (200, "text/csv")
    expected = trained.predict(xgboost.DMatrix(rows[:4]))
    assert [float(line) for line in scores.splitlines()] == pytest.approx(expected.tolist(), abs=1e-7)


def test_the_algorithm_gives_scores_as_json(algorithm):
    _, kind, body = algorithm("/invocations", "1,2,3", Content_Type="text/csv", Accept="application/json")

    assert kind == "application/json"
    assert list(json.loads(body)["predictions"][0]) == ["score"]


def test_an_empty_field_is_a_missing_value(algorithm, booster):
    _, _, body = algorithm("/invocations", "1,,3", Content_Type="text/csv")

    missing = numpy.array([[1, numpy.nan, 3]], dtype="float32")
    assert float(body) == pytest.approx(float(booster[0].predict(xgboost.DMatrix(missing))[0]), abs=1e-7)


@pytest.mark.parametrize(
    ("body", "content_type", "accept", "status"),
    [
        ("1,2,3", "text/csv", "text/html", 406),
        ("1,2,3", "application/x-image", "text/csv", 415),
        ("1,many,3", "text/csv", "text/csv", 415),
        ("1,2,3\n1,2", "text/csv", "text/csv", 415),
        ("1,2", "text/csv", "text/csv", 400),
    ],
)
def test_the_algorithm_refuses_with_its_own_codes(algorithm, body, content_type, accept, status):
    assert algorithm("/invocations", body, Content_Type=content_type, Accept=accept)[0] == status


def test_only_the_algorithm_answers_execution_parameters(algorithm, serve_script):
    assert algorithm("/execution-parameters")[0] == 200
    assert serve_script(PIECES)("/execution-parameters")[0] == 404


def test_no_model_is_not_healthy(serve, tmp_path):
    assert serve("algorithm", tmp_path)("/ping")[0] == 500


@pytest.mark.parametrize(
    ("content_type", "kind"),
    [("text/csv", "str"), ("application/json", "str"), ("text/csv; charset=utf-8", "bytes")],
)
def test_a_script_gets_text_for_exactly_two_content_types(serve_script, content_type, kind):
    _, answered, body = serve_script(INFERENCE)("/invocations", "1", Content_Type=content_type, Accept="text/csv")

    assert (answered, body) == ("text/plain", f"trees {kind} {content_type} text/csv")


@pytest.mark.parametrize("accept", ["", "*/*"])
def test_a_script_is_asked_for_json_when_nobody_says_what(serve_script, accept):
    _, _, body = serve_script(INFERENCE)("/invocations", "1", Content_Type="text/csv", Accept=accept)
    assert body.endswith("application/json")


def test_a_script_sets_a_status_only_by_a_response(serve_script):
    script = serve_script(INFERENCE)
    assert script("/invocations", "refuse", Content_Type="text/csv") == (415, "text/csv", "not this")
    status, kind, _ = script("/invocations", "raise", Content_Type="text/csv")
    assert (status, kind) == (500, "text/html")


def test_a_script_may_come_in_pieces_and_bare_text_is_html(serve_script):
    assert serve_script(PIECES)("/invocations", "3", Content_Type="text/csv") == (200, "text/html", "6.0")


def test_both_kinds_of_functions_together_do_not_start(tmp_path):
    (tmp_path / "inference.py").write_text(PIECES + "\ndef transform_fn(model, body, kind, accept): pass\n")

    environment = {"SAGEMAKER_PROGRAM": "inference.py", "SAGEMAKER_SUBMIT_DIRECTORY": str(tmp_path)}
    command = [sys.executable, CONTAINER, "--mode", "script", "--model-dir", tmp_path, "--port", "0"]
    failed = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}, timeout=20)

    assert failed.returncode != 0
    assert "Cannot use transform_fn" in failed.stderr


def test_a_connection_is_kept_for_the_next_request(serve_script):
    connection = http.client.HTTPConnection(serve_script(INFERENCE).address, timeout=20)
    for body in ("1", "refuse", "raise", "2"):
        connection.request("POST", "/invocations", body, {"Content-Type": "text/csv", "Accept": "text/csv"})
        connection.getresponse().read()
        assert connection.sock is not None
