import json

import inference
import numpy as np
import pytest
import xgboost as xgb

ROWS = np.array([[1.0, 20.5, 3.0], [0.0, 4.25, 1.0], [1.0, 9.0, 2.0], [0.0, 30.0, 7.0]])
BODY = "1,20.5,3\n0,4.25,1\n"


@pytest.fixture(scope="module")
def model(tmp_path_factory) -> xgb.Booster:
    folder = tmp_path_factory.mktemp("model")
    booster = xgb.train(
        {"objective": "binary:logistic", "min_child_weight": 0}, xgb.DMatrix(ROWS, label=[1, 0, 0, 1]), 4
    )
    (folder / "xgboost-model").write_bytes(booster.save_raw("ubj"))
    return inference.model_fn(str(folder))


@pytest.fixture(autouse=True)
def unversioned(monkeypatch):
    monkeypatch.delenv("MODEL_VERSION", raising=False)


def scores_of(model: xgb.Booster) -> list[float]:
    return model.predict(xgb.DMatrix(ROWS[:2])).tolist()


@pytest.mark.parametrize("accept", [None, "", "*/*", "text/csv", "text/*", "text/csv; charset=utf-8", "*/*;q=0.1"])
def test_the_answer_is_one_score_a_line_unless_the_caller_wants_another_type(model, accept):
    answer = inference.transform_fn(model, BODY, "text/csv", accept)
    assert (answer.status, answer.mimetype) == (200, "text/csv")
    assert [float(line) for line in answer.response.splitlines()] == scores_of(model)
    assert answer.response.endswith("\n")


@pytest.mark.parametrize(
    ("accept", "mimetype"),
    [
        ("application/json", "application/json"),
        ("application/*", "application/json"),
        ("application/jsonlines", "application/jsonlines"),
        ("text/html, application/jsonlines", "application/jsonlines"),
        ("text/csv;q=0.2, application/json;q=0.9", "application/json"),
        ("*/*, text/csv;q=0", "application/json"),
        ("APPLICATION/JSON , text/csv", "text/csv"),
    ],
)
def test_the_accept_header_is_read_with_its_lists_and_weights(model, accept, mimetype):
    assert inference.transform_fn(model, BODY, "text/csv", accept).mimetype == mimetype


@pytest.mark.parametrize("body", [BODY, BODY.encode(), "\ufeff".encode() + BODY.encode(), "1,20.5,3\r\n0,4.25,1"])
@pytest.mark.parametrize("content_type", ["text/csv", "text/csv; charset=utf-8", "Text/CSV"])
def test_a_body_may_come_as_text_or_bytes_with_any_line_ends(model, body, content_type):
    answer = inference.transform_fn(model, body, content_type, "text/csv")
    assert [float(line) for line in answer.response.splitlines()] == scores_of(model)


def test_json_is_an_object_for_one_row_and_a_list_for_several(model):
    first, second = scores_of(model)
    one = inference.transform_fn(model, "1,20.5,3", "text/csv", "application/json")
    assert json.loads(one.response) == {"score": first}
    two = inference.transform_fn(model, BODY, "text/csv", "application/json")
    assert json.loads(two.response) == [{"score": first}, {"score": second}]


def test_the_version_stands_in_the_header_and_in_json_but_never_in_csv(model, monkeypatch):
    monkeypatch.setenv("MODEL_VERSION", "12")
    lines = inference.transform_fn(model, BODY, "text/csv", "application/jsonlines")
    assert [json.loads(line)["modelVersion"] for line in lines.response.splitlines()] == ["12", "12"]
    csv = inference.transform_fn(model, BODY, "text/csv", "text/csv")
    assert csv.headers == lines.headers == {"X-Amzn-SageMaker-Custom-Attributes": "12"}
    assert [float(line) for line in csv.response.splitlines()] == scores_of(model)


def test_without_a_version_no_header_is_set(model):
    assert inference.transform_fn(model, BODY, "text/csv", "text/csv").headers == {}


def test_an_empty_cell_is_a_missing_value(model):
    answer = inference.transform_fn(model, "1,,3\n", "text/csv", "text/csv")
    assert float(answer.response) == float(model.predict(xgb.DMatrix(np.array([[1, np.nan, 3]])))[0])


@pytest.mark.parametrize(
    ("body", "content_type", "accept", "status", "sentence"),
    [
        (BODY, "application/json", "text/csv", 415, "requests are text/csv"),
        (BODY, None, "text/csv", 415, "requests are text/csv"),
        (BODY, "text/csv", "text/html", 406, "answers are text/csv, application/json or application/jsonlines"),
        (BODY, "text/csv", "text/csv;q=high", 406, "a q-value of the Accept header is not a number"),
        ("", "text/csv", "text/csv", 400, "the body holds no row"),
        ("\n", "text/csv", "text/csv", 400, "the body holds no row"),
        (b"\xff\xfe", "text/csv; charset=utf-8", "text/csv", 400, "the body is not UTF-8"),
        ("1,2,3\n1,2\n", "text/csv", "text/csv", 400, "line 2 has 2 values, the model takes 3"),
        ("1,2,3\n\n1,2,3\n", "text/csv", "text/csv", 400, "line 2 has 1 values, the model takes 3"),
        ("1,yes,3\n", "text/csv", "text/csv", 400, "line 1, value 2 is not a number"),
        ("1,2,inf\n", "text/csv", "text/csv", 400, "line 1, value 3 is not finite"),
    ],
)
def test_a_request_that_cannot_be_answered_gets_its_status_and_a_sentence(
    model, body, content_type, accept, status, sentence
):
    answer = inference.transform_fn(model, body, content_type, accept)
    assert (answer.status, answer.mimetype) == (status, "text/plain")
    assert sentence in answer.response
