"""A stand-in for our SageMaker and Glue service."""

import itertools
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class StandInService(ThreadingHTTPServer):
    """Answers the checks as our service does and keeps the requests and the connections that they came by.

    `broken` jobs fail, `broken late` ones after a second, so do resources of a `broken <kind>`; `slow` groups take a
    while, and endpoints answer with what they were asked.
    """

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), StandInHandler)
        self.requests, self.connections, self.numbers = [], set(), itertools.count()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def answer(self, target, body):
        request = json.loads(body or b"{}")
        if target == "/cfn":
            return self.provide(**request)
        if target == "AWSGlue.StartJobRun":
            return {"JobRunId": "jr_" + request["JobName"]}
        if target == "AWSGlue.GetJobRun":
            time.sleep(1 if request["JobName"] == "broken late" else 0)
            broken = request["JobName"].startswith("broken")
            return {"JobRun": {"Id": request["RunId"], "JobRunState": "FAILED" if broken else "SUCCEEDED"}}
        return {}

    def provide(self, action, type, props, physicalId=None, **_):  # noqa: N803  # the names of the wire
        """A resource without a name gets a new one with each change, which replaces it."""
        if action == "delete":
            return {}
        kind = type.split("::")[-1]
        if f"broken {kind}" in json.dumps(props):
            return {"message": "broken as asked"}
        name = props.get(kind + "Name")
        time.sleep(0.5 if name == "slow" else 0)
        made = name or f"{kind}-{next(self.numbers)}"
        return {"physicalId": made, "attributes": {kind + "Arn": f"arn:{made}", kind + "Name": made}}


class StandInHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        target = self.headers.get("x-amz-target") or self.path
        self.server.requests.append((self.command, target, body))
        self.server.connections.add(self.client_address)
        kind = "application/x-amz-json-1.1"
        if target.startswith("/endpoints/"):
            status, kind, data = 200, self.headers.get("accept") or "text/plain", body
        else:
            answer = self.server.answer(target, body)
            status, data = 400 if set(answer) == {"message"} else 200, json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(data)))
        told = [self.headers.get(f"x-amzn-sagemaker-{name}") for name in ("custom-attributes", "inference-id")]
        self.send_header("x-amzn-sagemaker-custom-attributes", ";".join(one or "" for one in told))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815

    def log_message(self, *_):
        pass
