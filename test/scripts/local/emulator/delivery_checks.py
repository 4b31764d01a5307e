"""Checks of the block that mends Firehose."""

import json

from emulator_under_test import eventually, unique
from gap import closes


@closes("delivery_buffers")
def records_of_a_moment_share_an_object(aws):
    s3, bucket = aws.client("s3"), unique("bucket")
    s3.create_bucket(Bucket=bucket)
    firehose, name = aws.client("firehose"), unique("stream")
    place = {"BucketARN": f"arn:aws:s3:::{bucket}", "Prefix": "log/!{timestamp:yyyy/MM/dd/HH}/", "RoleARN": aws.role()}
    firehose.create_delivery_stream(DeliveryStreamName=name, ExtendedS3DestinationConfiguration=place)
    lines = [json.dumps({"at": at}).encode() + b"\n" for at in range(4)]
    firehose.put_record_batch(DeliveryStreamName=name, Records=[{"Data": line} for line in lines[:3]])
    firehose.put_record(DeliveryStreamName=name, Record={"Data": lines[3]})
    found = eventually(lambda: s3.list_objects_v2(Bucket=bucket).get("Contents"), 3)
    assert [s3.get_object(Bucket=bucket, Key=one["Key"])["Body"].read() for one in found] == [b"".join(lines)]
    assert len(found[0]["Key"].split("/")) == 6, "log/yyyy/MM/dd/HH/object"


@closes("delivery_buffers")
def a_processor_puts_a_line_break_behind_each_record(aws):
    s3, bucket = aws.client("s3"), unique("bucket")
    s3.create_bucket(Bucket=bucket)
    firehose, name = aws.client("firehose"), unique("stream")
    place = {
        "BucketARN": f"arn:aws:s3:::{bucket}",
        "RoleARN": aws.role(),
        "ProcessingConfiguration": {"Enabled": True, "Processors": [{"Type": "AppendDelimiterToRecord"}]},
    }
    firehose.create_delivery_stream(DeliveryStreamName=name, ExtendedS3DestinationConfiguration=place)
    firehose.put_record_batch(DeliveryStreamName=name, Records=[{"Data": b"a"}, {"Data": b"b"}])
    found = eventually(lambda: s3.list_objects_v2(Bucket=bucket).get("Contents"), 3)
    assert [s3.get_object(Bucket=bucket, Key=one["Key"])["Body"].read() for one in found] == [b"a\nb\n"]
