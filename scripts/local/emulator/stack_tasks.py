"""Tasks of Step Functions that call CloudFormation."""

import json
from datetime import datetime, timezone
from urllib.parse import urlencode

from botocore.exceptions import ParamValidationError
from botocore.parsers import create_parser
from botocore.serialize import create_serializer
from botocore.validate import validate_parameters
from ministack import app
from ministack.core.responses import get_region
from ministack.services import stepfunctions


def call_cloudformation(action, parameters):
    """One request to CloudFormation in this process, in the shapes of its SDK."""
    operation = stepfunctions._service_model("cloudformation").operation_model(action[0].upper() + action[1:])
    try:
        validate_parameters(parameters, operation.input_shape)
    except ParamValidationError as error:
        raise stepfunctions._ExecutionError("States.Runtime", str(error)) from None
    request = create_serializer("query").serialize_to_request(parameters, operation)
    headers = {
        "authorization": f"AWS4-HMAC-SHA256 Credential=test/20260101/{get_region()}/cloudformation/aws4_request",
        "content-type": "application/x-www-form-urlencoded",
    }
    status, answered, data = app.call_service_handler_sync(
        app.SERVICE_HANDLERS["cloudformation"], "POST", "/", headers, urlencode(request["body"]).encode(), {}
    )
    response = {"status_code": status, "headers": answered, "body": bytes(data)}
    answer = create_parser("query").parse(response, operation.output_shape)
    if status >= 400:
        raise stack_error(answer["Error"], status, operation)
    answer.pop("ResponseMetadata", None)
    return json.loads(json.dumps(answer, default=in_utc))


def stack_error(error, status, operation):
    """As the SDK for Java names it: CloudFormationException, unless the operation declares one for the code."""
    declared = {shape.metadata.get("error", {}).get("code", shape.name): shape.name for shape in operation.error_shapes}
    name = declared.get(error["Code"], "CloudFormation").removesuffix("Exception") + "Exception"
    cause = f"{error['Message']} (Service: CloudFormation, Status Code: {status}, Request ID: local)"
    return stepfunctions._ExecutionError(f"CloudFormation.{name}", cause)


def in_utc(value):
    if not isinstance(value, datetime):
        raise TypeError(value)
    return value.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
