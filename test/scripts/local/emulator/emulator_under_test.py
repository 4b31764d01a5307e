"""An emulator in a process of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

import boto3
from botocore.config import Config
from stand_in_service import StandInService

LAUNCHER = Path(__file__).parents[4] / "scripts" / "local" / "emulator"
ACCOUNT, REGION = "111111111111", "us-east-1"
TYPES = {
    "AWS::SageMaker::ModelPackageGroup": {
        "id": ["ModelPackageGroupArn"],
        "attrs": ["ModelPackageGroupArn"],
        "repl": [],
    },
    "AWS::SageMaker::Model": {"id": ["ModelName"], "attrs": ["ModelName"], "repl": []},
    "AWS::SageMaker::EndpointConfig": {"id": ["EndpointConfigName"], "attrs": ["EndpointConfigName"], "repl": []},
    "AWS::SageMaker::Endpoint": {"id": ["EndpointName"], "attrs": ["EndpointName"], "repl": ["EndpointName"]},
    "AWS::Budgets::Budget": {"id": ["BudgetName"], "attrs": [], "repl": ["BudgetName"]},
}


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
            "AWS_PROFILE": "",
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

    def client(self, name, credentials=None, **config):
        """A client of the account's root, or with what AssumeRole gave."""
        credentials = credentials or {"AccessKeyId": "test", "SecretAccessKey": "test"}
        return boto3.client(
            name,
            endpoint_url=f"http://127.0.0.1:{self.port}",
            region_name=REGION,
            aws_access_key_id=credentials["AccessKeyId"],
            aws_secret_access_key=credentials["SecretAccessKey"],
            aws_session_token=credentials.get("SessionToken"),
            config=Config(s3={"addressing_style": "path"}, retries={"max_attempts": 0}, **config),
        )

    def role(self, *statements):
        """The ARN of a new role that is allowed the statements' (action, resource[, condition]) and nothing else."""
        iam, role = self.client("iam"), unique("role")
        trust = {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "Action": "sts:AssumeRole"}
        arn = iam.create_role(RoleName=role, AssumeRolePolicyDocument=policy(trust))["Role"]["Arn"]
        members = ("Action", "Resource", "Condition")
        allowed = [dict(zip(members, one, strict=False), Effect="Allow") for one in statements]
        if allowed:
            iam.put_role_policy(RoleName=role, PolicyName="allowed", PolicyDocument=policy(*allowed))
        return arn

    def role_client(self, name, *statements):
        """A client of such a role."""
        return self.client(name, self.session(self.role(*statements)))

    def session(self, role):
        """Credentials of a role."""
        return self.client("sts").assume_role(RoleArn=role, RoleSessionName="test")["Credentials"]

    def deploy(self, resources, outputs=None, stack=None, **sections):
        """Creates or updates a stack; its name, final status and outputs."""
        cloudformation = self.client("cloudformation")
        template = {"Resources": resources, "Outputs": outputs or {}, **sections}
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

    def machine(self, state, allowed=(("*", "*"),), **definition):
        """The ARN of a new state machine with this one state, whose role is allowed the statements."""
        definition = json.dumps({"StartAt": "Only", "States": {"Only": state}, **definition})
        create = self.client("stepfunctions").create_state_machine
        return create(name=unique("machine"), definition=definition, roleArn=self.role(*allowed))["stateMachineArn"]

    def execution(self, state, stop=False, **machine):
        """What became of an execution of such a state machine, stopped at once if so wished."""
        steps = self.client("stepfunctions")
        run = steps.start_execution(stateMachineArn=self.machine(state, **machine), input="{}")["executionArn"]

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


PORTS = iter(range(21_000 + 1_000 * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:]), 32_000))


def free_port():
    """One below those that the system hands out, and of this test process alone: nobody takes it before it is used."""
    for port in PORTS:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise RuntimeError("no port is free")
