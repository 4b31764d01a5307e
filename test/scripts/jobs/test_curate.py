import hashlib
import hmac
from datetime import datetime

import pytest
from lake import curated_types
from small_table import DATASET, MASKING_KEY, SmallLake, row

BLANKS = {"e.mail": "", "visits": "", "plan": "", "grade": " ", "trial": "", "left": ""}
OTHERS = {"fee": "1e2", "visits": "8.0", "plan": "annual", "city": "Lima, Peru", "grade": "low", "trial": "TRUE"}
ANCIENT = {"seen at": "0001-01-03T00:00:00Z", "joined on": "0001-01-01"}
GOOD = [
    row("m1"),
    row("  m2 ", BLANKS),
    row("old", ANCIENT),
    row("m3", {**OTHERS, "seen at": "2026-11-10T01:30:00.7+02:00", "left": "no"}),
]

FAULTS = {
    "fee: 912 is outside 0..500": {"fee": "912"},
    "fee: -0.01 is outside 0..500": {"fee": "-0.01"},
    "fee: missing": {"fee": " "},
    'fee: "NaN" is not a number': {"fee": "NaN"},
    'fee: "1d" is not a number': {"fee": "1d"},
    'fee: "1e999" is not a number': {"fee": "1e999"},
    'fee: "49,5" is not a number': {"fee": "49,5"},
    'visits: "8.5" is not a whole number': {"visits": "8.5"},
    'plan: "weekly" is not one of monthly, annual': {"plan": "weekly"},
    "city: missing": {"city": ""},
    'grade: "Low" is not one of low, mid, high': {"grade": "Low"},
    'trial: "maybe" is not true or false': {"trial": "maybe"},
    'joined on: "2026-02-30" is not a date': {"joined on": "2026-02-30"},
    "joined on: 2026-11-11 is after the event time": {"joined on": "2026-11-11"},
    "age: 13 is outside 14..110": {"age": "13"},
    'left: "perhaps" is not one of no, yes': {"left": "perhaps"},
    "Member  Id: missing": {"Member  Id": ""},
    "seen at: missing": {"seen at": ""},
    'seen at: "yesterday" is not a time': {"seen at": "yesterday"},
    "seen at: 2026-11-21T10:00:01Z is more than a day after the arrival": {"seen at": "2026-11-21T10:00:01Z"},
    "fee: 501 is outside 0..500; city: missing; age: 111 is outside 14..110": {"fee": "501", "city": "", "age": "111"},
}
BAD = [row(f"bad{number:02}", fault) for number, fault in enumerate(FAULTS.values())]

#: In the order of arrival: file by file, line by line.
DUPLICATES = {
    "1.csv": [row("twice", {"fee": "1", "left": "no"}), row("twice", {"fee": "2", "left": ""})],
    "2.json.gz": [{**row("twice", {"fee": "3"}), "left": None}, row("twice", {"fee": "4", "age": "200"})],
}
TORN = {"3.csv": "torn,2026-11-10", "4.json": '{"Member  Id": "torn"'}


@pytest.fixture(scope="module")
def lake(spark, tmp_path_factory):
    """One delivery with everything in it, curated; its files order their columns differently."""
    lake = SmallLake(spark, tmp_path_factory.mktemp("lake"))
    lake.deliver("0 [a+b].csv", GOOD + BAD, sources=sorted(GOOD[0]))
    for name, rows in DUPLICATES.items():
        lake.deliver(name, rows)
    lake.deliver("3.csv", ",".join(GOOD[0]) + "\n" + TORN["3.csv"] + "\n\n").deliver("4.json", TORN["4.json"] + "\n\n")
    lake.result = lake.curate()
    return lake


def curated(lake: SmallLake, member: str) -> dict:
    (found,) = [each for each in lake.curated() if each["member_id"] == member]
    return found


def test_each_feature_is_encoded_once_as_its_description_says(lake):
    numbers = {name: curated(lake, "m1")[name] for name in (feature["name"] for feature in DATASET["features"])}

    assert numbers == {
        "fee": 49.5,
        "visits": 7,
        "plan_annual": 0,
        "city_oslo": 0,
        "city_rome": 1,
        "city_lima_peru": 0,
        "grade": 2,
        "trial": 0,
        "joined_on_days": 9,
    }


def test_whole_numbers_flags_and_powers_are_read_in_any_usual_spelling(lake):
    found = curated(lake, "m3")

    assert (found["fee"], found["visits"], found["trial"], found["grade"]) == (100.0, 8, 1, 0)


def test_a_time_with_an_offset_becomes_utc_in_whole_seconds(lake):
    assert curated(lake, "m3")["seen_at"] == datetime(2026, 11, 9, 23, 30)
    assert curated(lake, "m3")["joined_on_days"] == 8


def test_a_time_of_long_ago_is_a_time(lake):
    assert curated(lake, "old")["seen_at"] == datetime(1, 1, 3)
    assert curated(lake, "old")["joined_on_days"] == 2


def test_a_missing_value_becomes_what_the_description_fills_in(lake):
    found = curated(lake, "m2")

    assert (found["visits"], found["plan_annual"], found["grade"], found["trial"]) == (3, 1, 1, 1)
    assert found["left"] is None


def test_personal_data_become_a_keyed_hash_and_nothing_stays_nothing(lake):
    assert curated(lake, "m1")["e_mail"] == hmac.new(MASKING_KEY, b"ann@example.org", hashlib.sha256).hexdigest()
    assert curated(lake, "m2")["e_mail"] is None


def test_the_curated_table_has_the_described_columns_in_order(lake):
    table = lake.spark.read.parquet(str(lake.folder("curated")))

    assert dict(table.dtypes) == curated_types(DATASET)
    assert table.columns == list(curated_types(DATASET))
    assert {"note", "joined_on", "plan"}.isdisjoint(table.columns)


def test_facets_keep_their_raw_value_unless_a_feature_says_it(lake):
    found = curated(lake, "m3")

    assert (found["age"], found["city"], found["grade"]) == (34, "Lima, Peru", 0)


def test_of_duplicates_the_newest_good_one_stays_with_the_label_that_any_had(lake):
    found = curated(lake, "twice")

    assert (found["fee"], found["left"]) == (3.0, 0)
    assert lake.result["duplicates"] == 2


@pytest.mark.parametrize("number", range(len(FAULTS)), ids=list(FAULTS))
def test_a_row_that_breaks_a_rule_is_quarantined_as_it_came_with_every_reason(lake, number):
    expected = {name: value.strip() or None for name, value in BAD[number].items()}

    assert {**expected, "quarantine_reason": list(FAULTS)[number], "source_file": "0 [a+b].csv"} in lake.quarantined()


def test_a_line_that_is_no_row_is_quarantined_whole(lake):
    told = {each["source_file"]: each["quarantine_reason"] for each in lake.quarantined()}

    assert {name: told[name] for name in TORN} == {
        name: f"the line is not a row of 13 values: {line}" for name, line in TORN.items()
    }


def test_every_row_is_kept_dropped_as_a_duplicate_or_quarantined(lake):
    refused = len(BAD) + 1 + len(TORN)

    assert len(lake.quarantined()) == refused
    assert lake.result["reasons"]["fee not a number"] == 4
    assert lake.result["reasons"]["age out of range"] == 3
    assert {name: lake.result[name] for name in ("rows", "kept", "duplicates", "refused")} == {
        "rows": len(GOOD) + len(BAD) + 4 + len(TORN),
        "kept": len(GOOD) + 1,
        "duplicates": 2,
        "refused": refused,
    }


def test_a_feature_record_has_id_time_and_features_and_nothing_personal(lake):
    (record,) = [each for each in lake.records() if each["member_id"] == "m1"]

    assert record == {
        "member_id": "m1",
        "seen_at": "2026-11-10T08:30:00Z",
        **{feature["name"]: curated(lake, "m1")[feature["name"]] for feature in DATASET["features"]},
    }
    assert isinstance(record["visits"], int)
    assert isinstance(record["fee"], float)


def test_nothing_but_data_files_is_left_behind(lake):
    files = [path for zone in ("curated", "feature-records", "quarantine") for path in lake.folder(zone).rglob("*")]

    assert {path.name.split("-c0", 1)[1].split(".", 1)[1] for path in files} == {"snappy.parquet", "json.gz", "json"}
