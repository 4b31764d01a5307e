"""Tasks of Step Functions that MiniStack has no integration for."""

import json
import re
import time

from expectation import expect
from ministack import app
from ministack.core.responses import get_region
from ministack.services import stepfunctions
from stack_tasks import call_cloudformation

CLOUDFORMATION = "arn:aws:states:::aws-sdk:cloudformation:"
GLUE = "arn:aws:states:::aws-sdk:glue:"
POLL_SECONDS = 0.25
UNSUCCESSFUL = ("FAILED", "STOPPED", "ERROR", "TIMEOUT", "EXPIRED")


def step_functions_tasks():
    """There is no glue:startJobRun, no aws-sdk:s3 putObject and getObject, and no aws-sdk:cloudformation."""
    expect(stepfunctions, "_SERVICE_DISPATCH", "_invoke_aws_sdk_integration", "_ExecutionError")
    expect(stepfunctions, "_service_model", "_AWS_SDK_ERROR_PREFIX")
    expect(app, "SERVICE_HANDLERS", "call_service_handler_sync")
    stepfunctions._AWS_SDK_ERROR_PREFIX["cloudformation"] = "CloudFormation"
    stepfunctions._SERVICE_DISPATCH["arn:aws:states:::glue:startJobRun"] = start_job_run
    original = stepfunctions._invoke_aws_sdk_integration

    def invoke(resource, parameters):
        if resource.startswith(CLOUDFORMATION):
            return call_cloudformation(resource.removeprefix(CLOUDFORMATION), parameters)
        call = {"aws-sdk:s3:putObject": put_object, "aws-sdk:s3:getObject": get_object}.get(resource.split(":::")[-1])
        return call(parameters) if call else original(resource, parameters)

    stepfunctions._invoke_aws_sdk_integration = invoke


def start_job_run(resource, parameters):
    """As on AWS, .sync ends with the finished run, or with States.TaskFailed whose cause is the run as JSON."""
    started = stepfunctions._invoke_aws_sdk_integration(GLUE + "startJobRun", parameters)
    if not resource.endswith(".sync"):
        return started
    which = {"JobName": parameters["JobName"], "RunId": started["JobRunId"]}
    while True:
        time.sleep(POLL_SECONDS)
        run = stepfunctions._invoke_aws_sdk_integration(GLUE + "getJobRun", which)["JobRun"]
        if run["JobRunState"] == "SUCCEEDED":
            return run
        if run["JobRunState"] in UNSUCCESSFUL:
            raise stepfunctions._ExecutionError("States.TaskFailed", json.dumps(run))


def put_object(parameters):
    body = parameters.get("Body", "")
    body = body if isinstance(body, str) else json.dumps(body)
    headers, _ = object_request("PUT", parameters, body.encode())
    return {"ETag": headers.get("ETag")}


def get_object(parameters):
    headers, body = object_request("GET", parameters, b"")
    return {"Body": body, "ContentType": headers.get("Content-Type"), "ETag": headers.get("ETag")}


def object_request(method, parameters, body):
    """One request to S3 in this process; an S3 error becomes the state's error, named as the SDK for Java does."""
    headers = {
        "host": "s3",
        "authorization": f"AWS4-HMAC-SHA256 Credential=test/20260101/{get_region()}/s3/aws4_request",
        "content-type": parameters.get("ContentType", "application/octet-stream"),
    }
    path = f"/{parameters['Bucket']}/{parameters['Key']}"
    handler = app.SERVICE_HANDLERS["s3"]
    status, answered, data = app.call_service_handler_sync(handler, method, path, headers, body, {})
    text = bytes(data or b"").decode()
    if status >= 400:
        code = re.search("<Code>(.*?)</Code>", text)
        name = code[1].removesuffix("Exception") if code else "S3"
        raise stepfunctions._ExecutionError(f"S3.{name}Exception", text)
    return answered, text
