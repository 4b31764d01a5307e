"""A table with every type, role and encoding that a description knows, and the jobs run on it in a folder."""

import argparse
import csv
import gzip
import json
from pathlib import Path

import build_datasets
import curate

MASKING_KEY = b"a key that nobody guesses"
ARRIVED_AT = "2026-11-20T10:00:00Z"

COLUMNS = [
    {"source": "Member  Id", "name": "member_id", "role": "record-id", "type": "string"},
    {"source": "seen at", "name": "seen_at", "role": "event-time", "type": "timestamp"},
    {"source": "e.mail", "name": "e_mail", "role": "personal", "type": "string"},
    {"source": "fee", "name": "fee", "role": "feature", "type": "number", "range": [0, 500], "missing": "quarantine"},
    {
        "source": "visits",
        "name": "visits",
        "role": "feature",
        "type": "integer",
        "range": [0, 100],
        "missing": {"fill": 3},
    },
    {
        "source": "plan",
        "name": "plan",
        "role": "feature",
        "type": "category",
        "values": ["monthly", "annual"],
        "missing": {"fill": "annual"},
    },
    {
        "source": "city",
        "name": "city",
        "role": "feature",
        "type": "category",
        "values": ["Oslo", "Rome", "Lima, Peru"],
        "missing": "quarantine",
    },
    {
        "source": "grade",
        "name": "grade",
        "role": "feature",
        "type": "category",
        "values": ["low", "mid", "high"],
        "ordered": True,
        "missing": {"fill": "mid"},
    },
    {"source": "trial", "name": "trial", "role": "feature", "type": "boolean", "missing": {"fill": True}},
    {"source": "joined on", "name": "joined_on", "role": "feature", "type": "date", "missing": "quarantine"},
    {"source": "age", "name": "age", "role": "facet", "type": "integer", "range": [14, 110], "missing": "quarantine"},
    {"source": "note", "name": "note", "role": "ignored", "type": "string"},
    {"source": "left", "name": "left", "role": "target", "type": "category", "values": ["no", "yes"]},
]

SOURCES = [column["source"] for column in COLUMNS]

DATASET = {
    "name": "gym",
    "title": "Members of a gym",
    "problemType": "binary-classification",
    "recordId": {"name": "member_id", "by": "column"},
    "eventTime": {"name": "seen_at", "by": "column"},
    "columns": COLUMNS,
    "features": [
        {"name": "fee", "column": "fee", "encoding": "number", "integral": False},
        {"name": "visits", "column": "visits", "encoding": "number", "integral": True},
        {"name": "plan_annual", "column": "plan", "encoding": "one-hot", "value": "annual", "integral": True},
        {"name": "city_oslo", "column": "city", "encoding": "one-hot", "value": "Oslo", "integral": True},
        {"name": "city_rome", "column": "city", "encoding": "one-hot", "value": "Rome", "integral": True},
        {"name": "city_lima_peru", "column": "city", "encoding": "one-hot", "value": "Lima, Peru", "integral": True},
        {
            "name": "grade",
            "column": "grade",
            "encoding": "ordinal",
            "values": ["low", "mid", "high"],
            "integral": True,
        },
        {"name": "trial", "column": "trial", "encoding": "boolean", "integral": True},
        {"name": "joined_on_days", "column": "joined_on", "encoding": "days-before", "integral": True},
    ],
    "target": {"name": "left", "positive": "yes", "negative": "no"},
    "facets": [
        {"name": "age below 30", "column": "age", "below": 30},
        {"name": "in Lima", "column": "city", "equals": ["Lima, Peru"]},
        {"name": "low grade", "column": "grade", "equals": ["low"]},
        {"name": "many visits", "column": "visits", "above": 50},
    ],
    "businessGoal": {},
    "maximumQuarantinedShare": 0.9,
}

PERFECT = {
    "Member  Id": "m1",
    "seen at": "2026-11-10T08:30:00Z",
    "e.mail": "ann@example.org",
    "fee": "49.5",
    "visits": "7",
    "plan": "monthly",
    "city": "Rome",
    "grade": "high",
    "trial": "no",
    "joined on": "2026-11-01",
    "age": "34",
    "note": "likes tea",
    "left": "yes",
}


def keyless(**changes) -> dict:
    """The same table without record id, event time and personal data: by row and by arrival."""
    gone = ("record-id", "event-time", "personal")
    return {
        **DATASET,
        "recordId": {"name": "record_id", "by": "row"},
        "eventTime": {"name": "event_time", "by": "arrival"},
        "columns": [column for column in COLUMNS if column["role"] not in gone],
        **changes,
    }


def row(member: str, changes: dict[str, str] | None = None) -> dict[str, str]:
    """A perfect row of a member, with changes by source name."""
    changed = {**PERFECT, "Member  Id": member, **(changes or {})}
    assert changed.keys() == PERFECT.keys()
    return changed


class SmallLake:
    """The lake in a folder, laid out as in S3."""

    def __init__(self, spark, root: Path, dataset: dict = DATASET) -> None:
        self.spark = spark
        self.root = root
        self.description = root / "dataset.json"
        self.description.write_text(json.dumps(dataset))
        self.sources = [column["source"] for column in dataset["columns"]]

    def folder(self, zone: str, date: str = "2026-11-20") -> Path:
        return self.root / zone / "gym" / f"ingest_date={date}"

    def deliver(self, name: str, rows: list[dict] | str, date: str = "2026-11-20", sources: list[str] | None = None):
        """Puts a data file, and the marker, into the delivery of a day."""
        path = self.folder("raw", date) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        (path.parent / "_SUCCESS").touch()
        if isinstance(rows, str):
            path.write_bytes(rows.encode())
        elif ".json" in name:
            told = ({name: each[name] for name in self.sources} for each in rows)
            lines = "".join(json.dumps(each) + "\n" for each in told).encode()
            path.write_bytes(gzip.compress(lines) if name.endswith(".gz") else lines)
        else:
            with path.open("w", newline="") as file:
                writer = csv.DictWriter(file, sources or self.sources, extrasaction="ignore")
                writer.writeheader()
                writer.writerows(rows)
        return self

    def curate(self, date: str = "2026-11-20", arrived_at: str = ARRIVED_AT) -> dict:
        zones = ("raw", "curated", "feature-records", "quarantine")
        folders = {zone.replace("-", "_"): f"{self.folder(zone, date)}/" for zone in zones}
        request = argparse.Namespace(
            dataset=str(self.description), ingest_date=date, arrived_at=arrived_at, masking_key="arn", **folders
        )
        return curate.Curation(self.spark, request).run(lambda arn: MASKING_KEY)

    def log(self, zone: str, lines: list[dict | str], hour: str = "2026/11/21/10", name: str = "log-1") -> "SmallLake":
        """Puts a file of lines into the log of predictions or outcomes."""
        path = self.root / zone / "gym" / hour / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join((each if isinstance(each, str) else json.dumps(each)) + "\n" for each in lines))
        return self

    def arguments(self, run: str = "run") -> dict[str, str]:
        """What the job is told, by name."""
        zones = {zone: f"{self.root}/{zone}/gym/" for zone in ("curated", "predictions", "outcomes")}
        return {"dataset": str(self.description), **zones, "datasets": f"{self.datasets(run)}/"}

    def build(self, run: str = "run") -> dict:
        return build_datasets.build(self.spark, argparse.Namespace(**self.arguments(run)))

    def datasets(self, run: str = "run") -> Path:
        return self.root / "datasets" / "gym" / run

    def curated(self, date: str = "2026-11-20") -> list[dict]:
        rows = self.spark.read.parquet(str(self.folder("curated", date))).collect()
        return sorted((each.asDict() for each in rows), key=str)

    def quarantined(self) -> list[dict]:
        return [each for lines in self.parts("quarantine", "*.json") for each in lines]

    def records(self) -> list[dict]:
        return [each for lines in self.parts("feature-records", "*.json.gz") for each in lines]

    def parts(self, zone: str, pattern: str) -> list[list[dict]]:
        """The JSON lines of each file of a zone, in order of the files."""
        found = sorted(self.folder(zone).glob(pattern))
        texts = [gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in found]
        return [[json.loads(line) for line in text.splitlines()] for text in texts]
