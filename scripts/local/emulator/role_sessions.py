"""Lets our service act with the roles of the jobs and pipelines that it runs."""

import json

from expectation import expect
from ministack import app
from ministack.core import lambda_runtime, router
from ministack.core.responses import get_account_id, get_region

TARGET = "LocalSessions."


def role_sessions():
    """STS gives a session to whom the role trusts, which is SageMaker or Glue: our service gets its sessions here."""
    expect(lambda_runtime, "execution_credentials")

    async def session(method, path, headers, body, query):
        variables = session_variables(json.loads(body)["RoleArn"], "local-service")
        credentials = {
            "accessKeyId": variables["AWS_ACCESS_KEY_ID"],
            "secretAccessKey": variables["AWS_SECRET_ACCESS_KEY"],
            "sessionToken": variables["AWS_SESSION_TOKEN"],
        }
        return 200, {"content-type": "application/json"}, json.dumps(credentials).encode()

    router.SERVICE_PATTERNS["local-sessions"] = {"target_prefixes": [TARGET]}
    app.SERVICE_HANDLERS["local-sessions"] = session


def session_variables(role, name):
    """The environment variables of a session of the role; MiniStack makes such sessions for functions."""
    function = f"arn:aws:lambda:{get_region()}:{get_account_id()}:function:{name}"
    return lambda_runtime.execution_credentials({"Role": role, "FunctionArn": function, "FunctionName": name})
