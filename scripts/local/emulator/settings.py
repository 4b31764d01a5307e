"""The emulator's settings that are the same for every local run; importing this module puts them into the environment.

It has to be imported before MiniStack, which reads its environment once. A variable that is already set wins.
"""

import atexit
import os
import shutil
import tempfile

FOLDER = tempfile.mkdtemp(prefix="emulator-")
"""Where MiniStack and the Lambda workers put their files; removed at the end."""
tempfile.tempdir = FOLDER
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
PORT = int(os.environ.setdefault("GATEWAY_PORT", "4566"))

for name, value in {
    "AUTH": "true",  # deployed roles are enforced, so that a missing grant fails here as it would on AWS
    "MINISTACK_ACCOUNT_ID": "111111111111",
    "BIND_HOST": "127.0.0.1",
    "MINISTACK_HOST": "127.0.0.1",
    "LAMBDA_EXECUTOR": "local",
    "LAMBDA_STATE_TRANSITION_SECONDS": "0",
    "LAMBDA_ASYNC_RETRY_BASE_SECONDS": "0.2",
    # State machines pause for as long as SageMaker takes on AWS; here it takes seconds.
    "SFN_WAIT_SCALE": "0.01",
    "IOT_MTLS_ENABLED": "0",
    "SFTP_ENABLED": "0",
    "STATE_DIR": FOLDER,
    "S3_DATA_DIR": FOLDER,
    # The Lambda workers inherit the following; their credentials are those of their own roles.
    "AWS_ENDPOINT_URL": f"http://127.0.0.1:{PORT}",
    "AWS_REGION": "us-east-1",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
}.items():
    os.environ.setdefault(name, value)
os.environ["TMPDIR"] = FOLDER
# Whoever wants no profile leaves it empty, and an empty one is none that botocore finds, nor then any of its models.
os.environ.pop("AWS_PROFILE", None)

HOST = os.environ["BIND_HOST"]
ACCESS_LOG = os.environ.get("ACCESS_LOG")
ALARM_EVAL_SECONDS = float(os.environ.get("ALARM_EVAL_SECONDS", "5"))
LOCAL_ML_URL = os.environ.get("LOCAL_ML_URL", "http://127.0.0.1:4700")
"""Where our local SageMaker and Glue service listens."""
CFN_SPEC = os.environ.get("CFN_SPEC")
"""Path of what `scripts/local/emulator-spec.ts` wrote: each CloudFormation type's identifier, attributes and ARN."""
SKIPPED_BLOCKS = [name for name in os.environ.get("SKIP_BLOCKS", "").split(",") if name]
