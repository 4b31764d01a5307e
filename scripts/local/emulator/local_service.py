"""Calls our local SageMaker, Glue and Cost Explorer service, and hands it the requests that are its own."""

import asyncio
import collections
import http.client
import json
import re
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor

from expectation import expect
from ministack import app
from ministack.core import iam_actions, router
from ministack.core.responses import get_account_id, get_region
from ministack.services import eventbridge, glue
from settings import LOCAL_ML_URL

# The service may call back into the emulator while it answers: its callers must not share a pool with what serves that.
CALLERS = ThreadPoolExecutor(max_workers=64, thread_name_prefix="local-service")
ANSWER_SECONDS = 300
PASSED_ON = ("content-type", "accept", "x-amz-target")

RESOURCES = {
    "PipelineExecution": "pipeline-execution",
    "Pipeline": "pipeline",
    "ModelPackage": "model-package",
    "ModelPackageGroup": "model-package-group",
    "FeatureGroup": "feature-group",
    "Endpoint": "endpoint",
    "EndpointConfig": "endpoint-config",
    "Model": "model",
    "TrainingJob": "training-job",
    "ProcessingJob": "processing-job",
    "TransformJob": "transform-job",
    "HyperParameterTuningJob": "hyper-parameter-tuning-job",
    "Resource": "",  # AddTags and its like name an ARN of any kind
}
"""What a request names by `<key>Arn` or `<key>Name`, and its kind in an ARN; the most particular one first."""


IDLE_SECONDS = 2
"""Node.js closes a connection after five idle seconds, and must not do so while a request is under way to it."""
idle_connections = collections.deque()


def connection():
    """The connection to the service that was used last, unless it has been idle for too long."""
    while idle_connections:
        found, since = idle_connections.pop()
        if time.monotonic() - since < IDLE_SECONDS:
            return found
        found.close()
    return http.client.HTTPConnection(urllib.parse.urlsplit(LOCAL_ML_URL).netloc, timeout=ANSWER_SECONDS)


def call(method, path, headers, body):
    """One request to the service: (status, headers, body); 503 if nobody listens there."""
    used = connection()
    try:
        used.request(method, path, body or None, headers)
        response = used.getresponse()
        answered = response.status, dict(response.getheaders()), response.read()
    except (OSError, http.client.HTTPException) as error:
        used.close()
        message = {"__type": "ServiceUnavailable", "message": f"no local service at {LOCAL_ML_URL}: {error}"}
        return 503, {"content-type": "application/json"}, json.dumps(message).encode()
    idle_connections.append((used, time.monotonic()))
    return answered


async def forward(method, path, headers, body, query):
    """A MiniStack service handler that passes the plain AWS request on and adds account and region."""
    ours = {name: value for name, value in headers.items() if name in PASSED_ON or name.startswith("x-amzn-sagemaker")}
    ours.update({"x-local-account": get_account_id(), "x-local-region": get_region()})
    body = body.encode() if isinstance(body, str) else body
    path = urllib.parse.quote(path) + ("?" + urllib.parse.urlencode(query, doseq=True) if query else "")
    loop = asyncio.get_running_loop()
    status, answered, data = await loop.run_in_executor(CALLERS, call, method, path, ours, body)
    kept = {name: value for name, value in answered.items() if re.match("content-type$|x-amzn", name, re.I)}
    return status, kept, data


def services():
    """MiniStack has no SageMaker and no bill, and runs no Glue job: our service does, behind its router and its IAM."""
    expect(app, "SERVICE_HANDLERS")
    expect(router, "SERVICE_PATTERNS")
    expect(glue, "handle_request")
    expect(iam_actions, "SERVICE_TO_IAM_NAMESPACE", "_BOTOCORE_SERVICE_MAP", "extract_resource_arn")

    async def glue_request(method, path, headers, body, query):
        runs = re.search(r"^AWSGlue\.\w*JobRun", headers.get("x-amz-target", ""))
        return await (forward if runs else glue.handle_request)(method, path, headers, body, query)

    app.SERVICE_HANDLERS.update(sagemaker=forward, glue=glue_request, ce=forward)
    # Control plane by its target; the REST calls of the run times by the service that their signature names.
    router.SERVICE_PATTERNS["sagemaker"] = {"target_prefixes": ["SageMaker."]}
    router.SERVICE_PATTERNS["ce"] = {"target_prefixes": ["AWSInsightsIndexService."]}
    iam_actions.SERVICE_TO_IAM_NAMESPACE.update(sagemaker="sagemaker", ce="ce")
    iam_actions._BOTOCORE_SERVICE_MAP["sagemaker"] = ["sagemaker-runtime", "sagemaker-featurestore-runtime"]

    original = iam_actions.extract_resource_arn

    def resource_arn(service, method, path, headers, body, query, region, account):
        action = headers.get("x-amz-target", "").split(".")[-1]
        if service == "ce":
            return f"arn:aws:billing::{account}:billingview/primary" if action == "GetCostAndUsage" else "*"
        if service != "sagemaker":
            return original(service, method, path, headers, body, query, region, account)
        return sagemaker_resource(action, path, body, f"arn:aws:sagemaker:{region}:{account}:")

    iam_actions.extract_resource_arn = resource_arn


def sagemaker_resource(action, path, body, prefix):
    """The ARN that IAM checks for a SageMaker request, or `*`: types as in the Service Authorization Reference.

    Versions of a group are created and listed as `model-package/<group>/*`. Records of several feature groups in one
    request need a grant on all resources here, which is stricter than AWS.
    """

    def arn(kind, name):
        return name if name.startswith("arn:") else f"{prefix}{kind}/{name}"

    if in_path := re.match("/(endpoint|FeatureGroup)s?/([^/]+)", path):
        return arn("endpoint" if in_path[1] == "endpoint" else "feature-group", urllib.parse.unquote(in_path[2]))
    if path in ("/BatchWriteRecord", "/BatchGetRecord"):
        request = json.loads(body or b"{}")
        entries = request.get("Entries") or request.get("Identifiers") or []
        groups = {entry.get("FeatureGroupName", "*") for entry in entries}
        return arn("feature-group", groups.pop()) if len(groups) == 1 else "*"
    request = json.loads(body or b"{}") if action else {}
    if action in ("CreateModelPackage", "ListModelPackages") and (group := request.get("ModelPackageGroupName")):
        return arn("model-package", group.split("/")[-1] + "/*")
    for key, kind in RESOURCES.items():
        name = request.get(key + "Arn") or request.get(key + "Name")
        if isinstance(name, str):
            return arn(kind, name)
    return "*"


def service_events():
    """PutEvents refuses `aws.*` sources, as AWS does: our service sends its state changes to a target of their own."""
    expect(eventbridge, "_put_events")

    async def put_events(method, path, headers, body, query):
        return eventbridge._put_events(json.loads(body), allow_aws_source=True)

    router.SERVICE_PATTERNS["local-events"] = {"target_prefixes": ["LocalEvents."]}
    app.SERVICE_HANDLERS["local-events"] = put_events
