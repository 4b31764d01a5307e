"""How soon a client learns that a stack is ready."""

import asyncio
import re
import urllib.parse

from expectation import expect
from ministack import app

HELD_SECONDS = 4
ASK_SECONDS = 0.02
CLI = "aws-cdk/"
CHANGING = re.compile(rb"<StackStatus>(?!REVIEW_)\w+_IN_PROGRESS</StackStatus>")


def prompt_stack_status():
    """The CDK CLI looks every five seconds, and a stack here is ready in less: its question is held until then."""
    expect(app, "SERVICE_HANDLERS")
    original = app.SERVICE_HANDLERS["cloudformation"]

    async def answer_when_ready(method, path, headers, body, query):
        answer = await original(method, path, headers, body, query)
        request = urllib.parse.parse_qs(bytes(body or b"").decode())
        # Handlers and state machines hear what is the case, as they would on AWS.
        if CLI not in headers.get("user-agent", "") or request.get("Action") != ["DescribeStacks"]:
            return answer
        for _ in range(int(HELD_SECONDS / ASK_SECONDS)):
            if not CHANGING.search(bytes(answer[2])):
                break
            await asyncio.sleep(ASK_SECONDS)
            answer = await original(method, path, headers, body, query)
        return answer

    app.SERVICE_HANDLERS["cloudformation"] = answer_when_ready
