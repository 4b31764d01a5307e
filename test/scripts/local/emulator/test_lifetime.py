"""The emulator never outlives its use."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from emulator_under_test import LAUNCHER, Emulator, eventually, free_port, unique

SILENT = "exports.handler = async () => {};"


def test_ends_within_three_seconds_while_a_custom_resource_waits_for_its_answer():
    with Emulator() as emulator:
        role = {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Statement": []}}}
        silent = {"Runtime": "nodejs22.x", "Handler": "index.handler", "Code": {"ZipFile": SILENT}}
        function = {"Type": "AWS::Lambda::Function", "Properties": {**silent, "Role": {"Fn::GetAtt": ["Role", "Arn"]}}}
        custom = {"Type": "Custom::Silent", "Properties": {"ServiceToken": {"Fn::GetAtt": ["Function", "Arn"]}}}
        template = json.dumps({"Resources": {"Role": role, "Function": function, "Custom": custom}})
        cloudformation, stack = emulator.client("cloudformation"), unique("stack")
        cloudformation.create_stack(StackName=stack, TemplateBody=template, Capabilities=["CAPABILITY_IAM"])
        workers = eventually(lambda: children(emulator.process.pid), 10)
        assert workers, "the function was not invoked"

        began = time.monotonic()
        emulator.process.send_signal(signal.SIGTERM)
        emulator.process.wait(10)

        assert time.monotonic() - began < 3
        assert not any(map(is_running, workers))
        assert not [path for path in Path(emulator.folder.name).iterdir() if path.is_dir()]


def test_ends_when_the_process_that_started_it_is_gone():
    starter = "import subprocess, sys, time; subprocess.Popen(sys.argv[1:]); time.sleep(60)"
    with Emulator(start_with=(sys.executable, "-c", starter, sys.executable, str(LAUNCHER))) as emulator:
        emulator.process.kill()
        emulator.process.wait(10)

        assert eventually(lambda: not emulator.is_listening(), 3)


def test_does_not_start_for_a_process_that_is_gone_already():
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True)
    environment = {"PARENT_PID": gone.stdout.strip(), "GATEWAY_PORT": str(free_port()), "SKIP_BLOCKS": "resource_types"}

    assert subprocess.run([sys.executable, str(LAUNCHER)], env=environment, timeout=10).returncode == 0


def children(pid):
    tasks = Path(f"/proc/{pid}/task")
    if tasks.exists():  # A small Linux may lack pgrep.
        return [int(child) for task in tasks.glob("*/children") for child in task.read_text().split()]
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False)
    return [int(line) for line in found.stdout.split()]


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
