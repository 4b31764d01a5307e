"""How Firehose delivers to S3."""

import contextvars
import threading

from expectation import expect
from ministack.services import firehose
from signals import publish

DELAY_SECONDS = 0.5


def delivery_buffers():
    """Each record becomes an object of its own, no delimiter is appended, and nobody hears how old what waits is."""
    expect(firehose, "_deliver_to_s3", "_lock")
    deliver, buffers = firehose._deliver_to_s3, {}

    def buffer(stream, destination, record, *keys):
        # MiniStack holds its lock here.
        buffered = buffers.setdefault((stream["arn"], destination["id"], str(keys)), [])
        buffered.append(record)
        if len(buffered) == 1:
            arguments = (stream, destination, keys)
            timer = threading.Timer(DELAY_SECONDS, contextvars.copy_context().run, (flush, *arguments))
            timer.daemon = True
            timer.start()

    def flush(stream, destination, keys):
        with firehose._lock:
            records = buffers.pop((stream["arn"], destination["id"], str(keys)))
        end = b"\n" if appends_delimiter(destination) else b""
        deliver(stream, destination, b"".join(record + end for record in records), *keys)
        publish("AWS/Firehose", "DeliveryToS3.DataFreshness", DELAY_SECONDS, DeliveryStreamName=stream["name"])

    firehose._deliver_to_s3 = buffer


def appends_delimiter(destination):
    """Whether a processor puts a line break, the delimiter of ours, behind each record."""
    processing = destination["config"].get("ProcessingConfiguration") or {}
    processors = processing.get("Processors") or [] if processing.get("Enabled") else []
    return any(one.get("Type") == "AppendDelimiterToRecord" for one in processors)
