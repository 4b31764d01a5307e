"""S3's events on EventBridge."""

import json
import re
from contextvars import ContextVar

from expectation import expect
from ministack.services import eventbridge, s3

version_of_event = ContextVar("version_of_event", default=None)


def object_versions():
    """S3's events lack the object's version-id, and their time has milliseconds where AWS has seconds."""
    expect(s3, "_fire_s3_event")
    expect(eventbridge, "_dispatch_event")
    fire, dispatch = s3._fire_s3_event, eventbridge._dispatch_event

    def fire_with_version(*args, version_id=None, **rest):
        token = version_of_event.set(version_id)
        try:
            fire(*args, version_id=version_id, **rest)
        finally:
            version_of_event.reset(token)

    def dispatch_with_version(event, view=None):
        if event.get("Source") == "aws.s3":
            # Events that come through PutEvents have a number here.
            if isinstance(event["Time"], str):
                event["Time"] = re.sub(r"\.\d+(?=Z$)", "", event["Time"])
            if version := version_of_event.get():
                detail = json.loads(event["Detail"])
                detail["object"]["version-id"] = version
                event["Detail"] = json.dumps(detail)
        dispatch(event, view)

    s3._fire_s3_event, eventbridge._dispatch_event = fire_with_version, dispatch_with_version
