import csv
import hashlib
from pathlib import Path

import pytest
from small_table import DATASET, SmallLake, row

SPLITS = ("train", "validation", "test")
FEATURES = [feature["name"] for feature in DATASET["features"]]
MEMBERS = [f"m{number}" for number in range(400)]
SEEN_AT = "2026-11-10T08:30:00Z"
#: What curate makes of a perfect row.
LOGGED = {
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
NO_OUTCOMES = {"joined": 0, "withoutPrediction": 0, "withoutFacets": 0, "badLines": 0}


def tenth(member: str) -> int:
    return int(hashlib.sha256(member.encode()).hexdigest()[:8], 16) % 10


#: Of a customer who was predicted, in the test rows, where the facets are told.
TESTED = [member for member in (f"predicted {number}" for number in range(200)) if tenth(member) == 9]


def inference(number: int) -> str:
    return f"2026112110-00000000-0000-4000-8000-{number:012}"


def prediction(number: int, member: str, changes: dict | None = None, features: dict | None = None) -> dict:
    return {
        "inferenceId": inference(number),
        "recordId": member,
        "eventTime": SEEN_AT,
        "predictedAt": f"2026-11-21T10:00:{number % 60:02}.000Z",
        "features": {**LOGGED, **(features or {})},
        "score": 0.4,
        "threshold": 0.3,
        "decision": True,
        "modelVersion": "arn:aws:sagemaker:us-east-1:111122223333:model-package/gym/1",
        "servedBy": "serverless",
        **(changes or {}),
    }


def outcome(number: int, actual: str | None, recorded_at: str = "2026-11-25T09:00:00.000Z") -> dict:
    told = {} if actual is None else {"actual": actual}
    return {"inferenceId": inference(number), **told, "feedback": 4, "recordedAt": recorded_at}


def member_row(number: int, left: str | None = None) -> dict[str, str]:
    """The fee names the member, so that a row of the datasets can be told."""
    label = ("yes" if number % 3 == 0 else "no") if left is None else left
    return row(MEMBERS[number], {"fee": f"{number / 2}", "left": label})


@pytest.fixture(scope="module")
def curated(spark, tmp_path_factory):
    """Labelled members, and unlabelled customers of a later delivery."""
    root = tmp_path_factory.mktemp("curated")
    lake = SmallLake(spark, root)
    lake.deliver("data.csv", [member_row(number) for number in range(400)], "2026-11-20").curate("2026-11-20")
    waiting = [row(member, {"fee": f"{300 + at}", "age": "64", "left": ""}) for at, member in enumerate(TESTED)]
    lake.deliver("data.csv", waiting, "2026-11-22")
    lake.told = lake.curate("2026-11-22")
    return lake


def over(spark, curated: SmallLake, root: Path) -> SmallLake:
    """A lake with logs of its own over the same curated rows."""
    (root / "curated").symlink_to(curated.root / "curated")
    return SmallLake(spark, root)


@pytest.fixture
def lake(spark, curated, tmp_path_factory):
    return over(spark, curated, tmp_path_factory.mktemp("lake"))


def written(lake: SmallLake, run: str = "run") -> list[dict[str, float]]:
    """All rows of the datasets, each with the split it is in."""
    rows = []
    for split in SPLITS:
        for line in (lake.datasets(run) / split / f"{split}.csv").read_text().splitlines():
            cells = [float(cell) if cell else None for cell in line.split(",")]
            rows.append({**dict(zip(["left", *FEATURES], cells, strict=True)), "split": split})
    return rows


def row_with(lake: SmallLake, fee: float) -> dict:
    (found,) = [each for each in written(lake) if each["fee"] == fee]
    return found


def fees(lake: SmallLake) -> list[float]:
    return [each["fee"] for each in written(lake)]


def facets_of(lake: SmallLake, fee: float) -> dict[str, str]:
    """The raw values that stand where the test row with this fee stands."""
    tested = [each["fee"] for each in written(lake) if each["split"] == "test"]
    with (lake.datasets() / "facets/test.csv").open(newline="") as file:
        return list(csv.DictReader(file))[tested.index(fee)]


BAD = {
    "predictions": [
        "{",
        "[1]",
        '"text"',
        prediction(9, TESTED[0], {"eventTime": "yesterday"}),
        prediction(9, TESTED[0], {"predictedAt": None}),
        prediction(9, TESTED[0], {"recordId": None}),
        prediction(9, TESTED[0], {"features": [1, 2]}),
        prediction(9, TESTED[0], {"inferenceId": None}),
        prediction(9, TESTED[0], features={"fee": float("nan")}),
        prediction(9, TESTED[0], features={"fee": "many"}),
    ],
    "outcomes": [outcome(9, "perhaps"), outcome(9, "yes", "soon"), {**outcome(9, "yes"), "inferenceId": None}],
}


def told_about(lake: SmallLake) -> SmallLake:
    """Every kind of prediction and outcome at once, each of a customer or member of its own, told by the fee."""
    labelled, waiting, lacking, moment, newest, twice = TESTED[:6]
    fewer = {name: value for name, value in LOGGED.items() if name != "visits"}
    delivered = {20: "2026-11-19T23:59:59.999Z", 21: "2026-11-20T00:00:00.000Z", 22: "2026-11-25T09:00:00.000Z"}
    lake.log(
        "predictions",
        [
            prediction(1, labelled, features={"fee": 480.25, "visits": 8, "grade": 1}),
            prediction(2, waiting, features={"fee": 481}),
            prediction(3, lacking, {"features": {**fewer, "fee": None}}),
            prediction(4, moment, {"eventTime": "2026-11-21T00:00:00Z"}, {"fee": 482}),
            prediction(5, "stranger", features={"fee": 483}),
            prediction(6, newest, features={"fee": 484}),
            prediction(7, twice, features={"fee": 485}),
            prediction(8, twice, features={"fee": 486}),
            *(prediction(at, MEMBERS[at], features={"fee": 470 + at}) for at in delivered),
            *BAD["predictions"],
            "",
        ],
    )
    lake.log("predictions", [prediction(7, twice, features={"fee": 485})], name="again")
    lake.log(
        "outcomes",
        [
            *(outcome(at, "yes") for at in (1, 4, 5)),
            outcome(3, "no"),
            outcome(6, "no", "2026-11-25T09:00:00.001Z"),
            outcome(6, "yes", "2026-11-26T09:00:00.000Z"),
            outcome(6, None, "2026-11-27T09:00:00.000Z"),
            *[outcome(7, "no")] * 2,
            *(outcome(at, "yes", recorded_at) for at, recorded_at in delivered.items()),
            *(outcome(30, "yes"), outcome(31, "no"), outcome(31, "no"), outcome(32, None)),
            *BAD["outcomes"],
            " ",
        ],
    )
    lake.log("outcomes", [outcome(6, "no", "2026-11-25T09:00:00.000Z")], hour="2026/11/27/01")
    lake.log("outcomes", [outcome(8, "yes", "2026-11-28T09:00:00.000Z")], hour="2026/11/28/09")
    return lake


@pytest.fixture(scope="module")
def told(spark, curated, tmp_path_factory):
    lake = told_about(over(spark, curated, tmp_path_factory.mktemp("told")))
    lake.manifest = lake.build()
    return lake


def test_an_unlabelled_delivery_makes_features_and_no_training_row(curated, lake):
    manifest = lake.build()

    assert curated.told == {"rows": len(TESTED), "kept": len(TESTED), "duplicates": 0, "refused": 0, "reasons": {}}
    assert len(list(curated.folder("feature-records", "2026-11-22").iterdir())) > 0
    assert manifest["unlabelledRows"] == len(TESTED)
    assert sum(manifest["rows"].values()) == len(written(lake)) == 400
    assert manifest["ingestDates"] == ["2026-11-20", "2026-11-22"]
    assert manifest["outcomes"] == NO_OUTCOMES


def test_neither_an_unlabelled_delivery_nor_empty_logs_change_a_byte_of_the_datasets(spark, curated, lake, tmp_path):
    (tmp_path / "curated/gym").mkdir(parents=True)
    before = SmallLake(spark, tmp_path)
    (before.root / "curated/gym/ingest_date=2026-11-20").symlink_to(curated.folder("curated", "2026-11-20"))
    for zone in ("predictions", "outcomes"):
        (lake.root / zone / "gym").mkdir(parents=True)

    assert before.build()["hash"] == lake.build()["hash"]


def test_an_outcome_labels_the_row_that_the_prediction_was_given_for_with_what_the_model_saw(told):
    assert row_with(told, 480.25) == {"left": 1, **LOGGED, "fee": 480.25, "visits": 8, "grade": 1, "split": "test"}
    assert 300 not in fees(told)


def test_a_prediction_that_nobody_told_anything_about_is_no_row(told):
    assert 481 not in fees(told)
    # All that were predicted for their delivered moment have a label now, but this one.
    assert told.manifest["unlabelledRows"] == len(TESTED) - 4


def test_a_feature_that_the_log_lacks_is_the_delivered_one(told):
    found = row_with(told, 302)

    assert (found["left"], found["visits"]) == (0, 7)


def test_facets_of_a_told_row_are_the_delivered_ones(told):
    assert facets_of(told, 480.25) == {"age": "64", "city": "Rome", "grade": "mid", "visits": "8"}


def test_a_prediction_of_another_moment_is_a_row_of_its_own_with_the_facets_of_its_record(told):
    assert row_with(told, 482)["left"] == 1
    assert facets_of(told, 482) == {"age": "64", "city": "Rome", "grade": "high", "visits": "7"}


def test_a_record_whose_facets_nobody_delivered_is_in_no_split(told):
    assert told.manifest["outcomes"]["withoutFacets"] == 1
    assert 483 not in fees(told)


def test_of_several_outcomes_the_newest_told_wins_in_whatever_order_they_stand(told):
    assert row_with(told, 484)["left"] == 1


def test_of_a_delivered_label_and_an_outcome_the_newest_told_wins_and_the_day_of_the_delivery_is_the_outcomes(told):
    """All three were delivered as "no" on 2026-11-20: told the moment before, on the day, and later."""
    assert [row_with(told, 470 + at)["left"] for at in (20, 21, 22)] == [0, 1, 1]


def test_lines_that_come_twice_and_rows_predicted_twice_are_one_row(told):
    assert row_with(told, 486)["left"] == 1
    assert 485 not in fees(told)
    # Four customers got a label, and a moment of its own came.
    assert sum(told.manifest["rows"].values()) == len(written(told)) == 405


def test_what_became_of_the_lines_is_counted(told):
    assert told.manifest["outcomes"] == {"joined": 10, "withoutPrediction": 2, "withoutFacets": 1, "badLines": 13}


def test_the_same_logs_make_the_same_bytes(told):
    assert told.build("again") == told.manifest
