import hashlib
import hmac
import json
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import curate
import pytest
from curate import TooManyBadRows, fetch_masking_key
from lake import UnusableTable
from pyspark.sql import functions as F
from small_table import DATASET, MASKING_KEY, SOURCES, SmallLake, keyless, row

HEADER = ",".join(SOURCES)


@pytest.fixture
def lake(spark, tmp_path):
    return SmallLake(spark, tmp_path)


def strict(share: float) -> dict:
    return {**DATASET, "maximumQuarantinedShare": share}


def test_too_many_bad_rows_stop_the_run_with_the_count_by_reason_and_nothing_is_lost(spark, tmp_path):
    lake = SmallLake(spark, tmp_path, strict(0.3))
    bad = [row("a", {"fee": "900"}), row("b", {"fee": "-1"}), row("c", {"joined on": "", "fee": "501"})]
    lake.deliver("data.csv", [row(f"m{number}") for number in range(5)] + bad)

    with pytest.raises(TooManyBadRows) as stopped:
        lake.curate()

    assert str(stopped.value) == (
        "3 of 8 rows (37.5%) broke a rule, more than the 30.0% that may: fee out of range 3, joined on missing 1"
    )
    assert len(lake.quarantined()) == 3
    assert not lake.folder("curated").exists()
    assert not lake.folder("feature-records").exists()


def test_as_many_bad_rows_as_may_be_do_not_stop_the_run(spark, tmp_path):
    lake = SmallLake(spark, tmp_path, strict(0.5)).deliver("data.csv", [row("m1"), row("m2", {"fee": "900"})])

    assert lake.curate()["kept"] == 1


def test_a_second_run_of_a_day_replaces_the_first_and_says_the_same(lake):
    rows = [row(f"m{number}", {"fee": str(number)}) for number in range(50)]
    lake.deliver("data.csv", [*rows, row("bad", {"fee": "900"})]).curate()
    first = (lake.curated(), lake.parts("feature-records", "*.gz"), lake.quarantined())

    lake.curate()
    again = (lake.curated(), lake.parts("feature-records", "*.gz"), lake.quarantined())
    lake.deliver("data.csv", rows[:2]).curate()

    assert again == first
    assert [each["member_id"] for each in lake.curated()] == ["m0", "m1"]
    assert len(lake.records()) == 2
    assert lake.quarantined() == []


def test_a_feature_record_is_the_latest_of_its_member_and_parts_hold_what_one_call_takes(lake, monkeypatch):
    monkeypatch.setattr(curate, "RECORDS_IN_A_PART", 10)
    times = {"2026-11-10T08:30:00Z": "1", "2026-11-10T08:30:01Z": "2", "2026-11-09T08:30:00Z": "3"}
    rows = [row(f"m{number}", {"seen at": time, "fee": fee}) for number in range(25) for time, fee in times.items()]
    lake.deliver("data.csv", rows).curate()

    assert {each["fee"] for each in lake.records()} == {2.0}
    assert len({each["member_id"] for each in lake.records()}) == len(lake.records()) == 25
    assert max(len(part) for part in lake.parts("feature-records", "*.gz")) == 10
    assert len(lake.curated()) == 75


def test_without_id_and_time_rows_are_numbered_in_their_file_and_dated_by_arrival(spark, tmp_path):
    lake = SmallLake(spark, tmp_path, keyless())
    rows = [row("", {"age": str(14 + number % 90), "fee": f"{number}"}) for number in range(300)]
    lake.deliver("May 2026.csv", rows).deliver("june.json", [row("", {"fee": "500"})] * 2)
    # Small blocks, so that a file's rows are read by several tasks.
    spark.conf.set("spark.sql.files.maxPartitionBytes", "4000")
    try:
        lake.curate()
    finally:
        spark.conf.unset("spark.sql.files.maxPartitionBytes")

    by_id = {each["record_id"]: each for each in lake.curated()}
    assert {f"20261120-may_2026-{number + 1}": float(number) for number in range(300)} == {
        name: each["fee"] for name, each in by_id.items() if "may" in name
    }
    assert {name for name in by_id if "june" in name} == {"20261120-june-1", "20261120-june-2"}
    assert {each["event_time"] for each in by_id.values()} == {datetime(2026, 11, 20, 10)}
    assert {each["joined_on_days"] for each in by_id.values()} == {19}


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        (HEADER.replace(",fee", ""), 'data.csv lacks the column "fee"'),
        (HEADER + ",shoe size", 'data.csv has a column that the description of gym does not name: "shoe size"'),
        (HEADER + ",fee", 'data.csv has more than one column "fee"'),
        (HEADER.replace("Member  Id", "Member Id"), 'data.csv lacks the column "Member  Id"'),
        ("", "data.csv lacks the column "),
    ],
)
def test_a_header_that_is_not_the_described_one_stops_the_run_by_name(lake, header, sentence):
    lake.deliver("data.csv", header + "\n" if header else "")

    with pytest.raises(UnusableTable) as stopped:
        lake.curate()

    assert str(stopped.value).startswith(sentence)


def test_a_json_key_that_is_not_described_stops_the_run_by_name(lake):
    lake.deliver("data.json", json.dumps({**row("m2"), "shoe size": 42}))

    with pytest.raises(UnusableTable, match='a column that the description of gym does not name: "shoe size"'):
        lake.curate()


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({}, "the delivery has no data files"),
        ({"data.csv": HEADER + "\n"}, "the delivery has no rows"),
        ({"data.csv": HEADER, "read.me": ""}, "read.me is not a data file"),
        ({"a b.csv": HEADER, "a_b.csv": HEADER}, "a b.csv and a_b.csv are named too much alike"),
    ],
)
def test_a_delivery_that_cannot_be_used_stops_the_run_with_a_sentence(lake, files, sentence):
    for name, text in files.items():
        lake.deliver(name, text)

    with pytest.raises(UnusableTable, match=sentence):
        lake.curate()


def test_arguments_that_glue_adds_are_passed_over(spark, tmp_path, capsys):
    lake = SmallLake(spark, tmp_path, keyless()).deliver("data.csv", [row("")])
    zones = {zone: f"{lake.folder(zone)}/" for zone in ("raw", "curated", "feature-records", "quarantine")}
    named = {"dataset": lake.description, "ingest-date": "2026-11-20", "arrived-at": "2026-11-20T10:00:00.000Z"}
    given = [f"--{name}={value}" for name, value in {**zones, **named, "masking-key": "arn"}.items()]

    curate.main([*given, "--JOB_NAME", "curate", "--enable-metrics", "true"])

    assert json.loads(capsys.readouterr().out.splitlines()[-1])["kept"] == 1


def test_the_masking_key_is_never_part_of_a_query_plan(spark):
    pads = curate.hmac_pads(spark, MASKING_KEY)
    (inner, outer) = pads.collect()[0]
    plan = spark.range(3).crossJoin(F.broadcast(pads)).select(curate.masked(F.col("id").cast("string")).alias("id"))

    told = plan._jdf.queryExecution().toString() + plan._jdf.queryExecution().debug().codegenToSeq().toString()

    assert "sha2" in told
    for secret in (MASKING_KEY, bytes(inner), bytes(outer)):
        assert secret.hex().lower() not in told.lower()
        assert secret.decode("latin-1") not in told


def test_a_key_longer_than_a_block_masks_as_hmac_does(spark):
    key = b"k" * 65
    masked = spark.range(1).crossJoin(curate.hmac_pads(spark, key)).select(curate.masked(F.lit("Zoë"))).collect()

    assert masked[0][0] == hmac.new(key, "Zoë".encode(), hashlib.sha256).hexdigest()


def test_the_masking_key_comes_from_secrets_manager_in_the_region_of_its_arn(monkeypatch):
    asked = []

    class SecretsManager(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append((self.headers["X-Amz-Target"], self.headers["Authorization"].split("/")[2], body))
            answer = json.dumps({"SecretString": "from afar"}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_):
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), SecretsManager)
    Thread(target=server.handle_request, daemon=True).start()
    monkeypatch.setenv("AWS_ENDPOINT_URL_SECRETS_MANAGER", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    arn = "arn:aws:secretsmanager:eu-north-1:111122223333:secret:masking-AbCdEf"

    key = fetch_masking_key(arn)
    server.server_close()

    assert key == b"from afar"
    assert asked == [("secretsmanager.GetSecretValue", "eu-north-1", {"SecretId": arn})]
