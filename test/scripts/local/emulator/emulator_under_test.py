"""An emulator in a process of its own, with a stand-in for our SageMaker and Glue service."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import boto3
from botocore.config import Config

LAUNCHER = Path(__file__).parents[4] / "scripts" / "local" / "emulator"
ACCOUNT, REGION = "111111111111", "us-east-1"
TYPES = {
    "AWS::SageMaker::ModelPackageGroup": {
        "id": ["ModelPackageGroupArn"],
        "attrs": ["ModelPackageGroupArn"],
        "repl": [],
    },
    "AWS::Budgets::Budget": {"id": ["BudgetName"], "attrs": [], "repl": ["BudgetName"]},
}


class StandInService(ThreadingHTTPServer):
    """Answers the checks as our service does and keeps the requests; `broken` jobs fail, `slow` groups take a while."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), StandInHandler)
        self.requests = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def answer(self, target, body):
        request = json.loads(body or b"{}")
        if target == "/cfn":
            name = request.get("props", {}).get("ModelPackageGroupName")
            time.sleep(0.5 if name == "slow" else 0)
            return {"physicalId": name, "attributes": {"ModelPackageGroupArn": f"arn:{name}"}}
        if target == "AWSGlue.StartJobRun":
            return {"JobRunId": "jr_" + request["JobName"]}
        if target == "AWSGlue.GetJobRun":
            broken = request["JobName"] == "broken"
            return {"JobRun": {"Id": request["RunId"], "JobRunState": "FAILED" if broken else "SUCCEEDED"}}
        return {}


class StandInHandler(BaseHTTPRequestHandler):
    def answer(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        target = self.headers.get("x-amz-target") or self.path
        self.server.requests.append((self.command, target, body))
        data = json.dumps(self.server.answer(target, body)).encode()
        self.send_response(200)
        self.send_header("content-type", "application/x-amz-json-1.1")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815

    def log_message(self, *_):
        pass


class Emulator:
    """A running emulator on a free port; `skip` leaves one block out."""

    def __init__(self, skip="", start_with=(sys.executable, str(LAUNCHER))):
        self.service = StandInService()
        self.folder = tempfile.TemporaryDirectory()
        self.access_log, spec, log = (Path(self.folder.name) / name for name in ("access", "spec", "log"))
        spec.write_text(json.dumps(TYPES))
        self.port = free_port()
        settings = {
            "GATEWAY_PORT": str(self.port),
            "LOCAL_ML_URL": f"http://127.0.0.1:{self.service.server_port}",
            "CFN_SPEC": str(spec),
            "ACCESS_LOG": str(self.access_log),
            "ALARM_EVAL_SECONDS": "0.1",
            "LAMBDA_ASYNC_RETRY_BASE_SECONDS": "0.05",
            "SKIP_BLOCKS": skip,
            "TMPDIR": self.folder.name,
        }
        ours = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        with log.open("w") as output:
            self.process = subprocess.Popen(start_with, env={**ours, **settings}, stdout=output, stderr=output)
        eventually(lambda: self.is_listening() or self.process.poll() is not None, 20)
        assert self.process.poll() is None, log.read_text()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(10)
        self.service.shutdown()
        self.service.server_close()
        self.folder.cleanup()

    def is_listening(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def client(self, name, credentials=None):
        """A client of the account's root, or with what AssumeRole gave."""
        credentials = credentials or {"AccessKeyId": "test", "SecretAccessKey": "test"}
        return boto3.client(
            name,
            endpoint_url=f"http://127.0.0.1:{self.port}",
            region_name=REGION,
            aws_access_key_id=credentials["AccessKeyId"],
            aws_secret_access_key=credentials["SecretAccessKey"],
            aws_session_token=credentials.get("SessionToken"),
            config=Config(s3={"addressing_style": "path"}, retries={"max_attempts": 0}),
        )

    def role(self, *statements):
        """The ARN of a new role that is allowed the statements' (action, resource) pairs and nothing else."""
        iam, role = self.client("iam"), unique("role")
        trust = {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "Action": "sts:AssumeRole"}
        arn = iam.create_role(RoleName=role, AssumeRolePolicyDocument=policy(trust))["Role"]["Arn"]
        allowed = [{"Effect": "Allow", "Action": action, "Resource": resource} for action, resource in statements]
        if allowed:
            iam.put_role_policy(RoleName=role, PolicyName="allowed", PolicyDocument=policy(*allowed))
        return arn

    def role_client(self, name, *statements):
        """A client of such a role."""
        return self.client(name, self.session(self.role(*statements)))

    def session(self, role):
        """Credentials of a role."""
        return self.client("sts").assume_role(RoleArn=role, RoleSessionName="test")["Credentials"]

    def deploy(self, resources, outputs=None, stack=None):
        """Creates or updates a stack; its name, final status and outputs."""
        cloudformation, template = self.client("cloudformation"), {"Resources": resources, "Outputs": outputs or {}}
        change = cloudformation.update_stack if stack else cloudformation.create_stack
        stack = stack or unique("stack")
        change(StackName=stack, TemplateBody=json.dumps(template), Capabilities=["CAPABILITY_IAM"])
        return stack, *self.settled(stack)

    def settled(self, stack):
        def settled():
            found = self.client("cloudformation").describe_stacks(StackName=stack)["Stacks"][0]
            return None if found["StackStatus"].endswith("IN_PROGRESS") else found

        found = eventually(settled, 15)
        return found["StackStatus"], {one["OutputKey"]: one["OutputValue"] for one in found.get("Outputs", [])}

    def queue(self):
        """A new queue's URL and ARN."""
        sqs, name = self.client("sqs"), unique("queue")
        return sqs.create_queue(QueueName=name)["QueueUrl"], f"arn:aws:sqs:{REGION}:{ACCOUNT}:{name}"

    def received(self, url, seconds=3):
        """The body of the queue's next message as JSON, or None."""

        def receive():
            found = self.client("sqs").receive_message(QueueUrl=url).get("Messages")
            return json.loads(found[0]["Body"]) if found else None

        return eventually(receive, seconds)

    def execution(self, state, stop=False):
        """What became of an execution of a state machine with this one state, stopped at once if so wished."""
        steps, definition = self.client("stepfunctions"), {"StartAt": "Only", "States": {"Only": state}}
        role, name = self.role(), unique("machine")
        machine = steps.create_state_machine(name=name, definition=json.dumps(definition), roleArn=role)
        run = steps.start_execution(stateMachineArn=machine["stateMachineArn"], input="{}")["executionArn"]

        if stop:
            steps.stop_execution(executionArn=run)

        def ended():
            found = steps.describe_execution(executionArn=run)
            return None if found["status"] == "RUNNING" else found

        return eventually(ended, 10)


def policy(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def unique(kind):
    return f"{kind}-{uuid.uuid4().hex[:8]}"


def eventually(found, seconds):
    """The first true value of found(), or what it gave last."""
    end = time.monotonic() + seconds
    while not (value := found()) and time.monotonic() < end:
        time.sleep(0.05)
    return value


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
