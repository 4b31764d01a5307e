"""Errors of Lambda functions."""

import threading

from expectation import expect, refuse
from ministack.core import lambda_runtime
from ministack.services import lambda_svc

BARE = "error: String(err.message || err), trace"
NAMED = 'error: String(err.message || err), errorType: err.name || "Error", trace'


def error_names():
    """The Node.js worker reports every error as Runtime.HandlerError, where Retry and Catch need the error's name."""
    expect(lambda_runtime, "_NODEJS_WORKER_SCRIPT", "Worker")
    expect(lambda_svc, "_execute_function_warm")
    if BARE not in lambda_runtime._NODEJS_WORKER_SCRIPT:
        refuse("its Node.js worker reports errors in another way")
    lambda_runtime._NODEJS_WORKER_SCRIPT = lambda_runtime._NODEJS_WORKER_SCRIPT.replace(BARE, NAMED)

    invoke, execute = lambda_runtime.Worker.invoke, lambda_svc._execute_function_warm
    last = threading.local()

    def invoke_and_remember(self, *args, **options):
        last.answer = invoke(self, *args, **options)
        return last.answer

    def execute_with_name(function, event, request_id):
        last.answer = None
        result, answer = execute(function, event, request_id), last.answer or {}
        if result.get("error") and answer.get("errorType"):
            result["body"].update(errorType=answer["errorType"], trace=(answer.get("trace") or "").split("\n"))
        return result

    lambda_runtime.Worker.invoke = invoke_and_remember
    lambda_svc._execute_function_warm = execute_with_name
