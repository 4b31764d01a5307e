"""IAM: what MiniStack does not enforce or would enforce wrongly on the loopback."""

import json
from contextvars import ContextVar
from pathlib import Path
from urllib.parse import unquote

from expectation import expect
from ministack import app
from ministack.core import iam_actions, iam_evaluator
from ministack.services import s3
from recording import NAMES_FILE, record_decisions, record_names
from settings import ACCESS_LOG

KEY_HEADER = "x-amz-server-side-encryption-aws-kms-key-id"


def auth():
    """HTTP on the loopback is no TLS, so that enforceSSL policies deny everything; and decisions go unrecorded."""
    expect(app, "pin_request_origin")
    expect(iam_evaluator, "_request_origin")
    # What MiniStack does by itself, such as an alarm's message to a queue, has no request whose origin could be pinned.
    iam_evaluator._request_origin = ContextVar("origin", default=("127.0.0.1", True))
    pin = app.pin_request_origin
    app.pin_request_origin = lambda address, secure: pin(address, secure or address == "127.0.0.1")
    if ACCESS_LOG:
        record_decisions(ACCESS_LOG)
        record_names(Path(ACCESS_LOG).with_name(NAMES_FILE))


def bucket_keys():
    """S3 asks for no right on the customer's key that encrypts an object: reading takes Decrypt, writing a data key."""
    expect(iam_actions, "s3_additional_checks", "_s3_action")
    expect(iam_evaluator, "enforce")
    expect(s3, "_buckets", "_bucket_default_sse_headers")
    checks, enforce = iam_actions.s3_additional_checks, iam_evaluator.enforce

    def checks_with_keys(method, path, headers, body, query):
        found, action = checks(method, path, headers, body, query), iam_actions._s3_action(method, path, query)
        bucket, _, name = path.strip("/").partition("/")
        if method == "GET" and action in ("GetObject", "GetObjectVersion"):
            found += [("kms:Decrypt", key) for key in key_of_object(bucket, name)]
        elif action == "PutObject":
            source, _, copied = unquote(headers.get("x-amz-copy-source", "")).split("?")[0].strip("/").partition("/")
            found += [("kms:Decrypt", key) for key in key_of_object(source, copied)]
            for key in key_for_writing(bucket, headers):
                # A part is encrypted with the data key that the start of the upload made.
                found += [("kms:GenerateDataKey", key), *([("kms:Decrypt", key)] if "uploadId" in query else [])]
        return found

    def enforce_on_key(access_key, action, service, region, **context):
        if service == "s3" and action.startswith("kms:"):
            service, context["service_context"] = "kms", {"kms:ViaService": f"s3.{region}.amazonaws.com"}
        return enforce(access_key, action, service, region, **context)

    iam_actions.s3_additional_checks = checks_with_keys
    iam_evaluator.enforce = enforce_on_key


def condition_keys():
    """PutMetricData knows no cloudwatch:namespace and UpdateStack no key of its own: conditions on them mislead."""
    expect(iam_actions, "request_tag_context")
    context = iam_actions.request_tag_context

    def context_with_keys(service, action, body, params):
        found = context(service, action, body, params)
        # The SDK for JavaScript speaks JSON; other clients here are the root's.
        if action == "cloudwatch:PutMetricData" and body[:1] == b"{":
            found = {**found, "cloudwatch:namespace": json.loads(body).get("Namespace")}
        if action == "cloudformation:UpdateStack":
            found = {**found, **stack_keys(params)}
        return found

    iam_actions.request_tag_context = context_with_keys


def alarm_names():
    """DescribeAlarms names no alarm to IAM, so that a grant on one admits nobody: here it does if it asks for one."""
    expect(iam_actions, "extract_resource_arn")
    original = iam_actions.extract_resource_arn

    def resource_arn(service, method, path, headers, body, query, region, account):
        names = json.loads(body).get("AlarmNames") if service == "monitoring" and body[:1] == b"{" else None
        if names and len(names) == 1:
            return f"arn:aws:cloudwatch:{region}:{account}:alarm:{names[0]}"
        return original(service, method, path, headers, body, query, region, account)

    iam_actions.extract_resource_arn = resource_arn


def stack_keys(params):
    """The condition keys of an UpdateStack request; one that it does not carry is absent."""

    def value(name):
        found = params.get(name)
        return found[0] if isinstance(found, list) else found

    types = [value(name) for name in params if name.startswith("ResourceTypes.member.")]
    single = {
        "RoleArn": value("RoleARN"),
        "TemplateUrl": value("TemplateURL"),
        "StackPolicyUrl": value("StackPolicyURL"),
        "ResourceTypes": types or None,
    }
    return {f"cloudformation:{name}": found for name, found in single.items() if found}


def key_of_object(bucket, name):
    """The ARN of the customer's key that encrypts an object, in a list that is empty if none does."""
    stored = (s3._buckets.get(bucket) or {}).get("objects", {}).get(name) or {}
    return customer_keys((stored.get("preserved_headers") or {}).get(KEY_HEADER))


def key_for_writing(bucket, headers):
    """The same for an object that is about to be written: the request's key, else the bucket's."""
    return customer_keys(headers.get(KEY_HEADER) or s3._bucket_default_sse_headers(bucket).get(KEY_HEADER))


def customer_keys(arn):
    # The AWS managed key, which has no ARN here, lets in everybody who comes through S3.
    return [arn] if arn and ":key/" in arn else []
