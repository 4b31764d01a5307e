"""Plays the serving side of SageMaker's XGBoost image: GET /ping and POST /invocations on 127.0.0.1, its status codes.

`--mode algorithm` is the built-in algorithm, `--mode script` runs the model's own inference.py as the image's toolkit
does (SAGEMAKER_PROGRAM, SAGEMAKER_SUBMIT_DIRECTORY). `--port 0` takes a free port and prints which one.
"""

import argparse
import importlib
import json
import os
import sys
import traceback
import types
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CSV, JSON, JSON_LINES = "text/csv", "application/json", "application/jsonlines"


class Response:
    """What a user function may return to set a status of its own (sagemaker_containers.beta.framework.worker)."""

    def __init__(self, response=None, accept=None, status=200, headers=None, mimetype=None):
        self.body = response.encode() if isinstance(response, str) else response or b""
        self.status = status
        self.headers = {"Content-Type": mimetype or accept or JSON, **dict(headers or {})}


class Algorithm:
    """Rows of numbers in, a score each out: the mean of all models at the top of the folder, with all trees."""

    boosters = None

    def __init__(self, model_dir):
        self.model_dir = model_dir

    def ready(self):
        import xgboost

        if self.boosters is None:
            files = sorted(path for path in Path(self.model_dir).iterdir() if path.is_file() and path.name[0] != ".")
            self.boosters = [xgboost.Booster(model_file=str(path)) for path in files]
        if not self.boosters:
            raise RuntimeError(f"no model in {self.model_dir}")

    def invoke(self, body, content_type, accept):
        import numpy
        import xgboost

        self.ready()
        accept = CSV if accept in ("", "*/*") else accept
        if accept not in (CSV, JSON, JSON_LINES):
            return Response(f"Accept type {accept} is not supported.", status=406, mimetype=CSV)
        if content_type.split(";")[0].strip() != CSV:
            return Response(f"Content-type {content_type} is not supported.", status=415, mimetype=CSV)
        try:
            rows = [[float(field or "nan") for field in line.split(",")] for line in body.decode().splitlines() if line]
            matrix = xgboost.DMatrix(numpy.array(rows, dtype=numpy.float32, ndmin=2))
        except ValueError as error:
            return Response(f"Loading csv data failed with Exception: {error}", status=415, mimetype=CSV)
        expected = self.boosters[0].num_features()
        if matrix.num_col() != expected:
            return Response(f"got {matrix.num_col()} columns instead of {expected}.", status=400, mimetype=CSV)
        scores = numpy.mean([booster.predict(matrix, validate_features=False) for booster in self.boosters], axis=0)
        if accept == JSON:
            return Response(json.dumps({"predictions": [{"score": float(score)} for score in scores]}), mimetype=JSON)
        line = "{}\n" if accept == CSV else '{{"score": {}}}\n'
        return Response("".join(line.format(float(score)) for score in scores), mimetype=accept)


class Script:
    """The user's inference.py: model_fn once, then transform_fn, or input_fn, predict_fn and output_fn."""

    model = None

    def __init__(self, model_dir):
        self.model_dir = model_dir
        framework = types.ModuleType("sagemaker_containers.beta.framework")
        framework.worker = types.SimpleNamespace(Response=Response)
        for name in ("sagemaker_containers", "sagemaker_containers.beta"):
            sys.modules[name] = types.ModuleType(name)
        sys.modules[framework.__name__] = framework
        sys.path.insert(0, os.environ["SAGEMAKER_SUBMIT_DIRECTORY"])
        # Imported before there is a model, once, as in the image's parent process.
        self.module = importlib.import_module(Path(os.environ["SAGEMAKER_PROGRAM"]).stem)
        if hasattr(self.module, "transform_fn") and any(
            hasattr(self.module, name) for name in ("input_fn", "output_fn")
        ):
            raise ValueError("Cannot use transform_fn implementation with input_fn, predict_fn, and/or output_fn")

    def ready(self):
        if self.model is None:
            self.model = self.module.model_fn(self.model_dir)

    def invoke(self, body, content_type, accept):
        self.ready()
        if accept in ("", "*/*"):
            accept = os.environ.get("SAGEMAKER_DEFAULT_INVOCATIONS_ACCEPT", JSON)
        content_type = content_type or JSON
        # Text only for exactly these: a charset behind it leaves bytes.
        content = body.decode() if content_type in (CSV, JSON) else body
        if hasattr(self.module, "transform_fn"):
            result = self.module.transform_fn(self.model, content, content_type, accept)
        else:
            prediction = self.module.predict_fn(self.module.input_fn(content, content_type), self.model)
            result = self.module.output_fn(prediction, accept)
        body, mimetype = result if isinstance(result, tuple) else (result, "text/html")
        return body if isinstance(body, Response) else Response(body, mimetype=mimetype)


class Handler(BaseHTTPRequestHandler):
    mode = None
    # The service keeps its connections; an answer goes out in two writes, which must not wait for each other.
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        if self.path == "/ping":
            self.answer(lambda: self.mode.ready() or Response())
        elif self.path == "/execution-parameters" and isinstance(self.mode, Algorithm):
            settings = {"MaxConcurrentTransforms": os.cpu_count(), "BatchStrategy": "MULTI_RECORD", "MaxPayloadInMB": 6}
            self.answer(lambda: Response(json.dumps(settings)))
        else:
            self.answer(lambda: Response("Not Found", status=404))

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        content_type, accept = (self.headers.get(name, "") for name in ("Content-Type", "Accept"))
        self.answer(lambda: self.mode.invoke(body, content_type, accept))

    def answer(self, work):
        try:
            response = work()
        except Exception:
            traceback.print_exc()
            response = Response("<h1>Internal Server Error</h1>", status=500, mimetype="text/html")
        self.send_response(response.status)
        for name, value in {**response.headers, "Content-Length": str(len(response.body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(response.body)


class Server(ThreadingHTTPServer):
    # Five would leave most of a burst to connect again a second later.
    request_queue_size = 128


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--mode", choices=["algorithm", "script"], required=True)
    parser.add_argument("--model-dir", required=True)
    parser.add_argument("--port", type=int, required=True)
    arguments = parser.parse_args()
    Handler.mode = (Algorithm if arguments.mode == "algorithm" else Script)(arguments.model_dir)
    server = Server(("127.0.0.1", arguments.port), Handler)
    print(f"listening on 127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
