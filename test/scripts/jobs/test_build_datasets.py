import csv
import hashlib
import json
from itertools import pairwise

import build_datasets
import numpy as np
import pytest
from build_datasets import Histograms, choose_edges
from lake import UnusableTable
from small_table import DATASET, SmallLake, keyless, row

SPLITS = ("train", "validation", "test")
FEATURES = [feature["name"] for feature in DATASET["features"]]
GRADES = ("low", "mid", "high")
LATE = "late label"
MEMBERS = [f"m{number}" for number in range(400)]


def member_row(number: int) -> dict[str, str]:
    """The fee names the member, so that a row of the datasets can be told."""
    changes = {
        "fee": f"{number / 2}",
        "visits": str(number % 101),
        "grade": GRADES[number % 3],
        "age": str(20 + number % 50),
    }
    return row(MEMBERS[number], {**changes, "left": "yes" if number % 3 == 0 else "no"})


def split_of(member: str) -> str:
    tenth = int(hashlib.sha256(member.encode()).hexdigest()[:8], 16) % 10
    return "train" if tenth < 8 else "validation" if tenth == 8 else "test"


def cells(lake: SmallLake, split: str, run: str = "run") -> list[list[float]]:
    text = (lake.datasets(run) / split / f"{split}.csv").read_text()
    return [[float(cell) for cell in line.split(",")] for line in text.splitlines()]


def facets(lake: SmallLake) -> list[dict[str, str]]:
    with (lake.datasets() / "facets" / "test.csv").open(newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def lake(spark, tmp_path_factory):
    """Two deliveries of one table: the second brings the label of an earlier row, and corrects another."""
    lake = SmallLake(spark, tmp_path_factory.mktemp("lake"))
    rows = [member_row(number) for number in range(len(MEMBERS))]
    waiting = row(LATE, {"fee": "400", "left": ""})
    lake.deliver(
        "data.csv", [*rows[1:], {**rows[0], "fee": "401"}, waiting, row("unknown", {"left": ""})], "2026-11-19"
    )
    told = {**rows[0], "left": ""}
    lake.deliver("data.csv", [told, {**waiting, "left": "yes"}], "2026-11-20")
    for date in ("2026-11-19", "2026-11-20"):
        lake.curate(date)
    lake.manifest = lake.build()
    return lake


def test_a_row_is_its_label_then_its_features_in_their_one_order(lake):
    split = split_of(MEMBERS[7])
    (found,) = [each for each in cells(lake, split) if each[1] == 3.5]

    assert dict(zip(["left", *FEATURES], found, strict=True)) == {
        "left": 0,
        "fee": 3.5,
        "visits": 7,
        "plan_annual": 0,
        "city_oslo": 0,
        "city_rome": 1,
        "city_lima_peru": 0,
        "grade": 1,
        "trial": 0,
        "joined_on_days": 9,
    }


def test_a_record_is_in_the_split_of_its_id_whatever_else_there_is(lake):
    for split in SPLITS:
        found = {each[1] for each in cells(lake, split)}
        assert found >= {number / 2 for number, member in enumerate(MEMBERS) if split_of(member) == split}


def test_the_splits_are_eight_one_and_one_tenths():
    shares = [sum(split_of(f"member {number}") == split for number in range(20_000)) / 20_000 for split in SPLITS]

    assert shares == pytest.approx([0.8, 0.1, 0.1], abs=0.01)


def test_a_label_that_comes_later_joins_the_row_it_belongs_to(lake):
    (found,) = [each for each in cells(lake, split_of(LATE)) if each[1] == 400]

    assert found[0] == 1


def test_the_newest_delivery_of_a_row_wins_but_takes_no_label_away(lake):
    fees = {each[1]: each[0] for split in SPLITS for each in cells(lake, split)}

    assert fees[0.0] == 1
    assert 401 not in fees


def test_rows_without_a_label_are_counted_and_not_written(lake):
    assert lake.manifest["unlabelledRows"] == 1
    assert sum(len(cells(lake, split)) for split in SPLITS) == sum(lake.manifest["rows"].values()) == len(MEMBERS) + 1


def test_the_prefix_of_a_split_holds_one_file_and_the_run_nothing_else(lake):
    found = {str(path.relative_to(lake.datasets())) for path in lake.datasets().rglob("*") if path.is_file()}

    assert found == {*lake.manifest["files"], "manifest.json"}
    assert found >= {f"{split}/{split}.csv" for split in SPLITS}


def test_the_manifest_names_what_was_written_by_its_hashes(lake):
    written = json.loads((lake.datasets() / "manifest.json").read_text())
    hashes = {name: hashlib.sha256((lake.datasets() / name).read_bytes()).hexdigest() for name in written["files"]}

    assert written == lake.manifest
    assert written["files"] == hashes
    assert written["hash"] == hashlib.sha256("".join(sorted(hashes.values())).encode()).hexdigest()
    assert written["positives"] == {split: sum(each[0] for each in cells(lake, split)) for split in SPLITS}
    assert written["features"] == FEATURES
    assert written["ingestDates"] == ["2026-11-19", "2026-11-20"]


def test_the_same_deliveries_make_the_same_bytes(lake):
    again = lake.build("again")

    assert again == lake.manifest
    assert [cells(lake, split, "again") for split in SPLITS] == [cells(lake, split) for split in SPLITS]


def test_facets_stand_raw_in_the_order_of_the_test_rows(lake):
    tested = [dict(zip(["left", *FEATURES], each, strict=True)) for each in cells(lake, "test")]

    assert facets(lake) == [
        {
            "age": str(20 + int(each["fee"] * 2) % 50) if each["fee"] < 400 else "34",
            "city": "Rome",
            "grade": GRADES[int(each["grade"])],
            "visits": str(int(each["visits"])),
        }
        for each in tested
    ]


def test_without_facets_the_test_rows_are_only_numbered(spark, tmp_path):
    lake = SmallLake(spark, tmp_path, keyless(facets=[]))
    lake.deliver("data.csv", [member_row(number) for number in range(len(MEMBERS))]).curate()

    tested = lake.build()["rows"]["test"]

    assert facets(lake) == [{"row": str(number + 1)} for number in range(tested)]


def test_rows_stand_in_the_order_of_their_ids_hash(lake):
    fees = [each[1] for each in cells(lake, "train") if each[1] < 400]

    assert fees == sorted(fees, key=lambda fee: hashlib.sha256(MEMBERS[int(fee * 2)].encode()).hexdigest())


def test_the_histograms_count_every_training_row(lake):
    report = json.loads((lake.datasets() / "baseline" / "histograms.json").read_text())

    assert report["rows"] == lake.manifest["rows"]["train"]
    assert [each["name"] for each in report["features"]] == FEATURES
    for at, each in enumerate(report["features"], start=1):
        values = np.array([line[at] for line in cells(lake, "train")])
        bounds = [-np.inf, *each["edges"], np.inf]
        inside = [((low <= values) & (values < high)).sum() for low, high in pairwise(bounds)]
        assert each["counts"] == inside
        assert each["missing"] == 0


@pytest.mark.parametrize(
    ("values", "edges"),
    [
        ([5, 5, 5], []),
        ([0] * 99 + [1], [1]),
        ([3, 1, 2, 2], [2, 3]),
        (range(1, 101), [10, 20, 30, 40, 50, 60, 70, 80, 90]),
        ([0] * 95 + list(range(1, 12)), [1]),
        ([0] * 50 + list(range(1, 51)), [1, 10, 20, 30, 40]),
    ],
)
def test_a_value_that_many_rows_share_has_a_bin_of_its_own(values, edges):
    assert choose_edges(np.array(values, dtype=float)).tolist() == edges


def test_rows_after_those_that_chose_the_bins_are_counted_in_the_same_bins(monkeypatch):
    monkeypatch.setattr(build_datasets, "ROWS_THAT_CHOOSE_BINS", 4)
    histograms = Histograms(["some", "none"])
    for value in (1, 2, 2, 3, 0, 9, ""):
        histograms.add(f"1,{value},")

    assert histograms.report() == [
        {"name": "some", "edges": [2, 3], "counts": [2, 2, 2], "missing": 1},
        {"name": "none", "edges": [], "counts": [0], "missing": 7},
    ]


@pytest.mark.parametrize(
    ("labels", "sentence"),
    [
        ([""], "none of the 400 curated rows has a label yet: left is always empty"),
        (["no"], 'the train split has 0 of [0-9]+ rows with left = "yes", and needs 10 of each class'),
        (["yes"], 'the train split has 0 of [0-9]+ rows with left = "no", and needs 10 of each class'),
        (["no"] * 7 + ["yes"], 'the (validation|test) split has [1-9] of [0-9]+ rows with left = "yes", and needs 10'),
    ],
)
def test_too_few_labels_stop_the_run_before_anything_is_written(spark, tmp_path, labels, sentence):
    lake = SmallLake(spark, tmp_path)
    rows = [{**member_row(number), "left": labels[number % len(labels)]} for number in range(len(MEMBERS))]
    lake.deliver("data.csv", rows).curate()

    with pytest.raises(UnusableTable, match=sentence):
        lake.build()

    assert not lake.datasets().exists()


def test_rows_curated_before_a_feature_was_described_stop_the_run_by_their_date(spark, tmp_path):
    fewer = {**DATASET, "features": DATASET["features"][:-1]}
    rows = [member_row(number) for number in range(len(MEMBERS))]
    SmallLake(spark, tmp_path, fewer).deliver("data.csv", rows, "2026-11-19").curate("2026-11-19")

    with pytest.raises(UnusableTable, match="what came on 2026-11-19 was curated before every feature was described"):
        SmallLake(spark, tmp_path).build()


def test_without_a_curated_delivery_the_run_stops_with_a_sentence(spark, tmp_path):
    with pytest.raises(UnusableTable, match="no delivery has been curated yet"):
        SmallLake(spark, tmp_path).build()


def test_arguments_that_glue_adds_are_passed_over(lake, capsys):
    given = [f"--{name}={value}" for name, value in lake.arguments("glue").items()]

    build_datasets.main([*given, "--JOB_NAME", "build"])

    assert json.loads(capsys.readouterr().out.splitlines()[-1]) == lake.manifest
