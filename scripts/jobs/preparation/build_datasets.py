"""Builds the datasets of one run from all that was ever curated or told: train, validation and test, split by record.

Writes one CSV file a split (label first, no header), for bias the facets' raw values of the test rows, histograms of
the training data for drift, and a manifest with hashes, last: a run without a manifest is not finished.
"""

import argparse
import csv
import hashlib
import io
import json
from functools import reduce
from operator import or_
from typing import NamedTuple

import numpy as np
from lake import Lake, NewFile, UnusableTable, curated_types, ddl, facet_columns, newest, open_session
from outcomes import merge, read_outcomes
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F

#: Tenths of the records, by the hash of their id: a record stays in its split however often it is seen.
SPLITS = {"train": range(8), "validation": range(8, 9), "test": range(9, 10)}
#: With fewer rows of a class than this in a split, a metric measured on it says next to nothing.
FEWEST_OF_A_CLASS = 10
MOST_BINS = 10
#: Rows come in the order of a hash, so the first ones are a fair sample to choose the bins from.
ROWS_THAT_CHOOSE_BINS = 100_000


class Histograms:
    """Counts the training rows by feature value, in bins that hold about a tenth of the rows each.

    A bin goes from one edge to below the next; the outer two are open. A value that many rows share, such as 0, has
    a bin of its own, and so has each value of a feature with ten values at most.
    """

    def __init__(self, features: list[str]) -> None:
        self._features = features
        self._waiting: list[str] = []
        self._edges: list[np.ndarray] = []
        self._counts: list[np.ndarray] = []
        self._missing = np.zeros(len(features), dtype=int)

    def add(self, line: str) -> None:
        self._waiting.append(line)
        if len(self._waiting) >= ROWS_THAT_CHOOSE_BINS:
            self._count()

    def _count(self) -> None:
        cells = [line.split(",") for line in self._waiting]
        rows = np.array([[cell or "nan" for cell in row[1:]] for row in cells], dtype=float)
        self._waiting.clear()
        if not self._edges:
            self._edges = [choose_edges(column[~np.isnan(column)]) for column in rows.T]
            self._counts = [np.zeros(len(edges) + 1, dtype=int) for edges in self._edges]
        for column, edges, counts in zip(rows.T, self._edges, self._counts, strict=True):
            present = column[~np.isnan(column)]
            counts += np.bincount(np.searchsorted(edges, present, side="right"), minlength=len(counts))
        self._missing += np.isnan(rows).sum(axis=0)

    def report(self) -> list[dict]:
        if self._waiting:
            self._count()
        columns = zip(self._features, self._edges, self._counts, self._missing, strict=True)
        return [
            {"name": name, "edges": edges.tolist(), "counts": counts.tolist(), "missing": int(missing)}
            for name, edges, counts, missing in columns
        ]


def choose_edges(values: np.ndarray) -> np.ndarray:
    """At most nine edges between bins, rising, all above the smallest value."""
    distinct = np.unique(values)
    if len(distinct) <= MOST_BINS:
        return distinct[1:]
    tenths = np.quantile(values, np.arange(1, MOST_BINS) / MOST_BINS, method="inverted_cdf")
    above = np.unique(tenths[tenths > distinct[0]])
    # A tenth of the rows or more of the rows share the smallest value: it gets a bin of its own.
    return np.union1d(above, distinct[1]) if tenths[0] == distinct[0] else above


def labelled_text(values: list[Column]) -> Column:
    """One line of CSV; a missing number is an empty cell."""
    return F.concat_ws(",", *(F.coalesce(value.cast("string"), F.lit("")) for value in values))


def facet_values(dataset: dict) -> list[Column]:
    """The facet columns' raw values as text: an ordered category is kept as its feature and translated back."""
    ranks = {feature["name"]: feature.get("values") for feature in dataset["features"]}
    values = []
    for column in facet_columns(dataset):
        name = column["name"]
        names = ranks.get(name)
        raw = F.array(*map(F.lit, names))[F.col(name).cast("int")] if names else F.col(name)
        values.append(F.coalesce(raw.cast("string"), F.lit("")))
    return values


def read_rows(
    spark: SparkSession, lake: Lake, prefix: str, told: DataFrame | None, dataset: dict
) -> tuple[DataFrame, list[str]]:
    """One row for each record and event time, with the label that a delivery or outcome told; the ingest dates read.

    A row that can be in no split (`_split` is null) comes from an outcome of a record whose facets nobody delivered.
    """
    types = curated_types(dataset)
    folders = [folder for folder in lake.folder_names(prefix) if lake.file_names(f"{prefix}{folder}/")]
    if not folders:
        raise UnusableTable("no delivery has been curated yet")
    curated = spark.read.schema(f"{ddl(types)}, ingest_date string").parquet(prefix)
    keys = [dataset["recordId"]["name"], dataset["eventTime"]["name"]]
    target = dataset["target"]["name"]
    facets = [column["name"] for column in facet_columns(dataset)]
    wanted = [*keys, "ingest_date", target, *(feature["name"] for feature in dataset["features"]), *facets]
    rows = curated.select(*dict.fromkeys(wanted))
    if told is None:
        rows = newest(rows, keys, ["ingest_date"], target).withColumn("_faceless", F.lit(False))
    else:
        rows = merge(rows, told, dataset, facets)
    digest = F.sha2(keys[0], 256)
    tenth = F.conv(F.substring(digest, 1, 8), 16, 10).cast("bigint") % 10
    split = F.when(tenth.isin(*SPLITS["train"]), "train").when(tenth.isin(*SPLITS["validation"]), "validation")
    split = F.when(~F.col("_faceless"), split.otherwise("test"))
    return rows.withColumns({"_digest": digest, "_split": split}), [folder.split("=")[1] for folder in folders]


class Counts(NamedTuple):
    """Rows of each class in each split; rows that are in none, for want of a label or of facets."""

    labelled: dict[str, dict[int, int]]
    unlabelled: int
    faceless: int


def count_rows(rows: DataFrame, dataset: dict) -> Counts:
    """Counts all rows; raises UnusableTable for too few or outdated ones."""
    target, unlabelled, faceless = dataset["target"], 0, 0
    empty = reduce(or_, (F.col(feature["name"]).isNull() for feature in dataset["features"]))
    outdated = F.min(F.when(empty, F.col("ingest_date"))).alias("outdated")
    found = {split: {0: 0, 1: 0} for split in SPLITS}
    for split, label, count, date in rows.groupBy("_split", target["name"]).agg(F.count("*"), outdated).collect():
        if split is None:
            faceless += count
        elif label is None:
            unlabelled += count
        elif date is not None:
            raise UnusableTable(f"what came on {date} was curated before every feature was described: deliver it again")
        else:
            found[split][label] = count
    if not any(sum(counts.values()) for counts in found.values()):
        raise UnusableTable(f"none of the {unlabelled} curated rows has a label yet: {target['name']} is always empty")
    for split, counts in found.items():
        for label, name in enumerate((target["negative"], target["positive"])):
            if counts[label] < FEWEST_OF_A_CLASS:
                raise UnusableTable(
                    f"the {split} split has {counts[label]} of {sum(counts.values())} rows with {target['name']} = "
                    f'"{name}", and needs {FEWEST_OF_A_CLASS} of each class: more labelled rows must come first'
                )
    return Counts(found, unlabelled, faceless)


def csv_line(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def write_rows(rows: DataFrame, dataset: dict, files: dict[str, NewFile]) -> list[dict]:
    """Streams the rows, in the order of a hash, to their files; returns the histograms of the training rows."""
    event_time, target = dataset["eventTime"]["name"], dataset["target"]["name"]
    features = [feature["name"] for feature in dataset["features"]]
    # One column stands in where no facet is described: a file with no column could not say how many rows it has.
    facets = [column["name"] for column in facet_columns(dataset)] or ["row"]
    files["facets"].write(csv_line(facets))
    line = labelled_text([F.col(name) for name in (target, *features)])
    watched = F.when(F.col("_split") == "test", F.array(*facet_values(dataset)))
    ordered = rows.orderBy("_digest", event_time).select("_split", line.alias("line"), watched.alias("facets"))
    histograms, tested = Histograms(features), 0
    for split, text, raw in ordered.toLocalIterator(prefetchPartitions=True):
        files[split].write(text + "\n")
        if split == "train":
            histograms.add(text)
        elif split == "test":
            tested += 1
            files["facets"].write(csv_line(raw or [str(tested)]))
    return histograms.report()


def build(spark: SparkSession, request: argparse.Namespace) -> dict:
    """Reads, checks, writes; returns the manifest. Raises UnusableTable before anything is written."""
    lake = Lake(spark)
    dataset = lake.read_json(request.dataset)
    outcomes = read_outcomes(spark, lake, request.predictions, request.outcomes, dataset)
    rows, dates = read_rows(spark, lake, request.curated, outcomes.rows, dataset)
    rows = rows.persist()
    counts = count_rows(rows, dataset)
    paths = {split: f"{split}/{split}.csv" for split in SPLITS} | {"facets": "facets/test.csv"}
    files = {name: lake.create(request.datasets + path) for name, path in paths.items()}
    written = F.col(dataset["target"]["name"]).isNotNull() & F.col("_split").isNotNull()
    histograms = write_rows(rows.where(written), dataset, files)
    rows.unpersist()
    hashes = {paths[name]: file.close() for name, file in files.items()}
    report = {"rows": sum(counts.labelled["train"].values()), "features": histograms}
    hashes["baseline/histograms.json"] = lake.write_json(request.datasets + "baseline/histograms.json", report)
    manifest = {
        "dataset": dataset["name"],
        "rows": {split: sum(of.values()) for split, of in counts.labelled.items()},
        "positives": {split: of[1] for split, of in counts.labelled.items()},
        "unlabelledRows": counts.unlabelled,
        "outcomes": {**outcomes.counts, "withoutFacets": counts.faceless},
        "ingestDates": dates,
        "features": [feature["name"] for feature in dataset["features"]],
        "files": hashes,
        "hash": hashlib.sha256("".join(sorted(hashes.values())).encode()).hexdigest(),
    }
    lake.write_json(request.datasets + "manifest.json", manifest)
    return manifest


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser()
    for name in ("dataset", "curated", "predictions", "outcomes", "datasets"):
        parser.add_argument(f"--{name}", required=True)
    # Glue passes arguments of its own.
    request, _ = parser.parse_known_args(arguments)
    print(json.dumps(build(open_session("build-datasets"), request)))


if __name__ == "__main__":
    main()
