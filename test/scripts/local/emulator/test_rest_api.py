"""A REST API admits who may invoke it and tells its function when and by whom it was asked; MiniStack does all that."""

import io
import json
import time
import zipfile
from urllib.parse import urlsplit

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.httpsession import URLLib3Session
from emulator_under_test import ACCOUNT, REGION, unique

TELLING = "exports.handler = async ({ requestContext }) => ({ statusCode: 200, body: JSON.stringify(requestContext) });"


@pytest.fixture(scope="module")
def api(emulator):
    """The URL of a method that its function answers with the request's context, and the method's ARN."""
    archive, function, gateway = io.BytesIO(), unique("function"), emulator.client("apigateway")
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("index.js", TELLING)
    code = {"Runtime": "nodejs22.x", "Handler": "index.handler", "Code": {"ZipFile": archive.getvalue()}}
    arn = emulator.client("lambda").create_function(FunctionName=function, Role=emulator.role(), **code)["FunctionArn"]
    made = gateway.create_rest_api(name=unique("api"))
    place = {"restApiId": made["id"], "resourceId": made["rootResourceId"], "httpMethod": "POST"}
    gateway.put_method(**place, authorizationType="AWS_IAM")
    uri = f"arn:aws:apigateway:{REGION}:lambda:path/2015-03-31/functions/{arn}/invocations"
    gateway.put_integration(**place, type="AWS_PROXY", integrationHttpMethod="POST", uri=uri)
    gateway.create_deployment(restApiId=made["id"], stageName="v1")
    url = f"http://127.0.0.1:{emulator.port}/restapis/{made['id']}/v1/_user_request_/"
    return url, f"arn:aws:execute-api:{REGION}:{ACCOUNT}:{made['id']}/v1/POST/"


def post(url, session=None):
    request = AWSRequest("POST", url, data=b"{}", headers={"Host": urlsplit(url).netloc})
    if session:
        keys = Credentials(session["AccessKeyId"], session["SecretAccessKey"], session["SessionToken"])
        SigV4Auth(keys, "execute-api", REGION).add_auth(request)
    return URLLib3Session().send(request.prepare())


def test_a_caller_without_signature_or_right_is_refused(emulator, api):
    url, _ = api

    assert post(url).status_code == 403
    assert post(url, emulator.session(emulator.role())).status_code == 403


def test_a_caller_with_the_right_is_answered_with_its_identity_and_time(emulator, api):
    url, arn = api
    role = emulator.role(("execute-api:Invoke", arn))

    answer = post(url, emulator.session(role))

    assert answer.status_code == 200
    context = json.loads(answer.text)
    assert abs(context["requestTimeEpoch"] / 1000 - time.time()) < 5
    assert role.split("/")[-1] in context["identity"]["userArn"]
