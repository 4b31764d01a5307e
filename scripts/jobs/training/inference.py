"""Serves the model in the XGBoost container's script mode: rows of features in, one score a row out.

In: `text/csv`, one row a line, features in the order of training, no label, an empty cell means missing.
Out, as the request's Accept prefers: `text/csv` (also when it does not care) one score a line; `application/jsonlines`
one `{"score", "modelVersion"}` a line; `application/json` that object for one row, a list of them for several.
The model's version, if the environment names it, also stands in a header that InvokeEndpoint hands on as
`CustomAttributes`. Scores and their text are those of the container's algorithm mode. What cannot be answered is a 400
(rows), 406 (Accept) or 415 (Content-Type) with a sentence as plain text: the container makes a 500 of any exception.
"""

import json
import math
import os
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import xgboost as xgb

try:
    from sagemaker_containers.beta.framework import worker
except ImportError:
    # Outside the container: the same members, for whoever calls transform_fn.
    worker = SimpleNamespace(Response=SimpleNamespace)

CSV, JSON, JSON_LINES = "text/csv", "application/json", "application/jsonlines"
VERSION_HEADER = "X-Amzn-SageMaker-Custom-Attributes"


class Refusal(Exception):
    """A request that cannot be answered, with the HTTP status that says so."""

    def __init__(self, status: int, sentence: str):
        super().__init__(sentence)
        self.status = status


def model_fn(model_dir: str) -> xgb.Booster:
    """The booster of the model's folder."""
    return xgb.Booster(model_file=bytearray((Path(model_dir) / "xgboost-model").read_bytes()))


def transform_fn(
    model: xgb.Booster, body: str | bytes, content_type: str | None, accept: str | None
) -> "worker.Response":
    """Scores a request. The container hands over the headers as they came, and `bytes` if they say a charset."""
    version = os.environ.get("MODEL_VERSION")
    headers = {VERSION_HEADER: version} if version else {}
    try:
        answer_type = preferred_type(accept)
        rows = read_rows(body, content_type, model.num_features())
    except Refusal as refusal:
        return worker.Response(response=f"{refusal}\n", status=refusal.status, headers=headers, mimetype="text/plain")
    scores = model.predict(xgb.DMatrix(rows)).tolist()
    answer = write_scores(scores, answer_type, version)
    return worker.Response(response=answer, status=200, headers=headers, mimetype=answer_type)


def preferred_type(accept: str | None) -> str:
    """Which of our types an Accept header likes best (RFC 9110, 12.5.1); of two liked equally, the first of ours."""
    ranges = [parse_range(text) for text in (accept or "*/*").split(",") if text.strip()]
    quality = {offered: quality_of(offered, ranges) for offered in (CSV, JSON, JSON_LINES)}
    best = max(quality, key=quality.__getitem__)
    if quality[best] <= 0:
        raise Refusal(406, f"answers are {CSV}, {JSON} or {JSON_LINES}")
    return best


def parse_range(text: str) -> tuple[str, float]:
    name, *parameters = (part.strip().lower() for part in text.split(";"))
    weight = next((value for key, _, value in (each.partition("=") for each in parameters) if key.strip() == "q"), "1")
    try:
        return name, float(weight)
    except ValueError:
        raise Refusal(406, "a q-value of the Accept header is not a number") from None


def quality_of(offered: str, ranges: list[tuple[str, float]]) -> float:
    """The weight of the most exact range that covers a type; 0 if none does."""
    for covering in (offered, offered.split("/")[0] + "/*", "*/*"):
        weights = [weight for name, weight in ranges if name == covering]
        if weights:
            return max(weights)
    return 0.0


def read_rows(body: str | bytes, content_type: str | None, width: int) -> np.ndarray:
    if (content_type or "").split(";")[0].strip().lower() != CSV:
        raise Refusal(415, f"requests are {CSV}: one row of features a line, without a label")
    try:
        text = body if isinstance(body, str) else body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(400, "the body is not UTF-8") from None
    lines = text.strip("\r\n").splitlines()
    if not lines:
        raise Refusal(400, "the body holds no row")
    return np.array([read_row(line, number, width) for number, line in enumerate(lines, start=1)])


def read_row(line: str, number: int, width: int) -> list[float]:
    cells = line.split(",")
    if len(cells) != width:
        raise Refusal(400, f"line {number} has {len(cells)} values, the model takes {width}")
    return [read_cell(cell.strip(), f"line {number}, value {place}") for place, cell in enumerate(cells, start=1)]


def read_cell(cell: str, where: str) -> float:
    try:
        value = float(cell or "nan")
    except ValueError:
        raise Refusal(400, f"{where} is not a number") from None
    if math.isinf(value):
        raise Refusal(400, f"{where} is not finite")
    return value


def write_scores(scores: list[float], answer_type: str, version: str | None) -> str:
    if answer_type == CSV:
        return "".join(f"{score}\n" for score in scores)
    objects = [{"score": score, **({"modelVersion": version} if version else {})} for score in scores]
    if answer_type == JSON_LINES:
        return "".join(f"{json.dumps(each)}\n" for each in objects)
    return json.dumps(objects[0] if len(objects) == 1 else objects)
