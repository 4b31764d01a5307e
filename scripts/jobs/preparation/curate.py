"""Curates one delivery: checks every row against the description, masks, encodes; what breaks a rule is quarantined.

Reads `*.csv` and `*.json` (one object a line), also gzipped, and replaces what an earlier run of the same ingest date
wrote. A line is a row: a line break inside a quoted value makes two broken rows, which keeps one stray quotation mark
from swallowing the rest of a file and lets Spark read a large file in parallel.
"""

import argparse
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from lake import (
    PLACE,
    Lake,
    UnusableTable,
    curated_types,
    ddl,
    kept_columns,
    newest,
    open_session,
    read_delivery,
    safe_stem,
)
from pyspark.sql import Column, DataFrame, Row, SparkSession
from pyspark.sql import functions as F

#: Feature-store ingestion takes one part a call.
RECORDS_IN_A_PART = 5_000
HMAC_BLOCK_BYTES = 64

#: Keeps out what Java would read as a number too: NaN, Infinity, 1d, 0x1p3.
NUMBER = r"^[-+.0-9eE]++$"
DATE = r"^\d{4}-\d{2}-\d{2}$"
TIME = r"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$"
#: Beyond this a double no longer holds every whole number.
LARGEST_WHOLE_NUMBER = 2**53
TRUE, FALSE = ("true", "1", "yes"), ("false", "0", "no")
EXPECTED = {
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "date": "a date",
    "timestamp": "a time",
    "category": "an allowed value",
}


class TooManyBadRows(Exception):
    """More rows broke a rule than the description allows; they are in the quarantine, nothing else was written."""


@dataclass(frozen=True)
class Rule:
    """`kind` is what broken rows are counted under, `reason` what one of them is told."""

    kind: str
    broken: Column
    reason: Column


def parse(column: dict, text: Column) -> Column:
    """The typed value, null if the text is not one. A time is cut to whole seconds, which feature stores take."""
    number = F.when(text.rlike(NUMBER), text.cast("double"))
    if column["type"] == "number":
        return F.when(F.abs(number) < float("inf"), number)
    if column["type"] == "integer":
        whole = (number == F.floor(number)) & (F.abs(number) <= LARGEST_WHOLE_NUMBER)
        return F.when(whole, number.cast("bigint"))
    if column["type"] == "boolean":
        return F.when(F.lower(text).isin(*TRUE), F.lit(1)).when(F.lower(text).isin(*FALSE), F.lit(0)).cast("bigint")
    if column["type"] == "date":
        return F.when(text.rlike(DATE), text.cast("date"))
    if column["type"] == "timestamp":
        return F.when(text.rlike(TIME), whole_seconds(text.cast("timestamp")))
    if column["type"] == "category":
        return F.when(text.isin(*column["values"]), text)
    return text


def whole_seconds(time: Column) -> Column:
    return time.cast("bigint").cast("timestamp")


def rules_of(column: dict, text: Column, value: Column, event_time: Column, arrived_at: Column) -> list[Rule]:
    """What can be wrong with a column's value; a value breaks one of these rules at most."""
    source, kind = column["source"], column["type"]
    told = F.concat(F.lit(f"{source}: "), text)
    rules = []
    if column["role"] in ("record-id", "event-time") or column.get("missing") == "quarantine":
        rules.append(Rule(f"{source} missing", text.isNull(), F.lit(f"{source}: missing")))
    if kind in EXPECTED:
        wanted = "one of " + ", ".join(column["values"]) if kind == "category" else EXPECTED[kind]
        reason = F.concat(F.lit(f'{source}: "'), text, F.lit(f'" is not {wanted}'))
        rules.append(Rule(f"{source} not {EXPECTED[kind]}", text.isNotNull() & value.isNull(), reason))
    if "range" in column:
        low, high = column["range"]
        reason = F.concat(told, F.lit(f" is outside {low}..{high}"))
        rules.append(Rule(f"{source} out of range", ~value.between(low, high), reason))
    if column["role"] == "event-time":
        reason = F.concat(told, F.lit(" is more than a day after the arrival"))
        rules.append(Rule(f"{source} after arrival", value > arrived_at + F.expr("interval 1 day"), reason))
    if kind == "date":
        reason = F.concat(told, F.lit(" is after the event time"))
        rules.append(Rule(f"{source} after the event", value > event_time.cast("date"), reason))
    return rules


def filled(column: dict, value: Column) -> Column:
    """The value, or what the description puts in place of a missing one."""
    missing = column.get("missing")
    if not isinstance(missing, dict):
        return value
    fill = missing["fill"]
    return F.coalesce(value, parse(column, F.lit(str(fill).lower() if isinstance(fill, bool) else str(fill))))


def encode(feature: dict, value: Column, event_time: Column) -> Column:
    """The feature's number, as the model gets it everywhere."""
    encoding = feature["encoding"]
    if encoding == "one-hot":
        return (value == feature["value"]).cast("bigint")
    if encoding == "ordinal":
        values = feature["values"]
        ranks = F.create_map(*(F.lit(each) for pair in zip(values, range(len(values)), strict=True) for each in pair))
        return ranks[value]
    if encoding == "days-before":
        return F.datediff(event_time, value).cast("bigint")
    return value


def fetch_masking_key(arn: str) -> bytes:
    """The key's text from Secrets Manager, in the region that its ARN names."""
    import boto3

    secrets = boto3.client("secretsmanager", region_name=arn.split(":")[3])
    return secrets.get_secret_value(SecretId=arn)["SecretString"].encode()


def hmac_pads(spark: SparkSession, key: bytes) -> DataFrame:
    """The two halves of HMAC-SHA256's key (RFC 2104) as the columns `_inner` and `_outer` of one row.

    A row and not literals: literals stand in query plans, and those in logs and in the Spark UI.
    """
    block = (hashlib.sha256(key).digest() if len(key) > HMAC_BLOCK_BYTES else key).ljust(HMAC_BLOCK_BYTES, b"\0")
    pads = [bytearray(byte ^ pad for byte in block) for pad in (0x36, 0x5C)]
    return spark.createDataFrame([tuple(pads)], "_inner binary, _outer binary")


def masked(text: Column) -> Column:
    """HMAC-SHA256 of the text in UTF-8, as hex; null stays null."""
    inner = F.unhex(F.sha2(F.concat(F.col("_inner"), text.cast("binary")), 256))
    return F.sha2(F.concat(F.col("_outer"), inner), 256)


class Curation:
    """One delivery on its way into the lake."""

    def __init__(self, spark: SparkSession, request: argparse.Namespace) -> None:
        self.spark = spark
        self.request = request
        self.lake = Lake(spark)
        self.dataset = self.lake.read_json(request.dataset)
        arrived_at = F.lit(request.arrived_at).cast("timestamp")
        columns = self.dataset["columns"]
        self.used = {column["name"]: at for at, column in enumerate(columns) if column["role"] != "ignored"}
        name, by = self.dataset["eventTime"]["name"], self.dataset["eventTime"]["by"]
        self.event_time = self.value(name) if by == "column" else whole_seconds(arrived_at)
        line = F.concat(F.lit(f"the line is not a row of {len(columns)} values: "), "_torn")
        self.rules = [Rule("unreadable line", F.col("_torn").isNotNull(), line)]
        for at in self.used.values():
            self.rules += rules_of(columns[at], F.col(f"c{at}"), F.col(f"v{at}"), self.event_time, arrived_at)

    def value(self, name: str) -> Column:
        return F.col(f"v{self.used[name]}")

    def run(self, fetch_key: Callable[[str], bytes] = fetch_masking_key) -> dict:
        """Reads, judges, writes; returns how many rows became what. Raises UnusableTable or TooManyBadRows."""
        rows = self.judged(fetch_key).persist()
        try:
            return self.settle(rows)
        finally:
            rows.unpersist()

    def settle(self, rows: DataFrame) -> dict:
        """Sends every judged row where it belongs; returns what became of them."""
        blocks = rows.groupBy("_file", "_block").agg(
            F.count("*").alias("rows"), F.count("_refused").alias("refused"), F.min("_line").alias("first")
        )
        blocks = sorted(blocks.collect())
        total, refused = sum(block["rows"] for block in blocks), sum(block["refused"] for block in blocks)
        if total == 0:
            raise UnusableTable("the delivery has no rows")
        reasons = self.quarantine(rows.where(F.col("_refused").isNotNull())) if refused else {}
        if not refused:
            self.lake.remove(self.request.quarantine)
        limit = self.dataset["maximumQuarantinedShare"]
        if refused > limit * total:
            told = ", ".join(f"{kind} {count}" for kind, count in reasons.items())
            share = f"{refused} of {total} rows ({refused / total:.1%})"
            raise TooManyBadRows(f"{share} broke a rule, more than the {limit:.1%} that may: {told}")
        kept = self.keep(rows.where(F.col("_refused").isNull()), blocks)
        counts = {"rows": total, "kept": kept, "duplicates": total - refused - kept, "refused": refused}
        return {**counts, "reasons": reasons}

    def judged(self, fetch_key: Callable[[str], bytes]) -> DataFrame:
        """Every row of the delivery, encoded; a row that breaks rules has their numbers and its texts (`_refused`)."""
        columns = self.dataset["columns"]
        rows = read_delivery(self.spark, self.lake, self.request.raw, self.dataset)
        if any(column["role"] == "personal" for column in columns):
            rows = rows.crossJoin(F.broadcast(hmac_pads(self.spark, fetch_key(self.request.masking_key))))
        parsed = [parse(columns[at], F.col(f"c{at}")).alias(f"v{at}") for at in self.used.values()]
        unreadable, *others = (F.when(rule.broken, F.lit(str(number))) for number, rule in enumerate(self.rules))
        broken = F.when(unreadable.isNotNull(), unreadable).otherwise(F.concat_ws(",", *others))
        texts = F.struct(*(f"c{at}" for at in range(len(columns))), "_torn", F.split("_broken", ",").alias("_broken"))
        refused = F.when(F.col("_broken") != "", texts).alias("_refused")
        rows = rows.select("*", *parsed).withColumn("_broken", broken)
        return rows.select(*PLACE, refused, *self.curated_columns())

    def curated_columns(self) -> list[Column]:
        """The columns of `curated_types`; an id by row is not known yet."""
        dataset = self.dataset
        record_id, target = dataset["recordId"], dataset["target"]
        by_name = {column["name"]: column for column in dataset["columns"]}
        values = [self.value(record_id["name"]) if record_id["by"] == "column" else F.lit(None), self.event_time]
        for column in kept_columns(dataset):
            value = self.value(column["name"])
            values.append(masked(value) if column["role"] == "personal" else filled(column, value))
        for feature in dataset["features"]:
            column = by_name[feature["column"]]
            values.append(encode(feature, filled(column, self.value(column["name"])), self.event_time))
        values.append(self.value(target["name"]) == target["positive"])
        types = curated_types(dataset).items()
        return [value.cast(kind).alias(name) for value, (name, kind) in zip(values, types, strict=True)]

    def quarantine(self, rows: DataFrame) -> dict[str, int]:
        """Writes refused rows as they came, with every reason; returns how many rows broke which kind of rule."""
        rows = rows.select("_refused.*", "_file")
        counted = rows.select(F.explode("_broken").alias("rule")).groupBy("rule").count().collect()
        counts = {self.rules[int(row["rule"])].kind: row["count"] for row in counted}
        reasons = (
            F.when(F.array_contains("_broken", str(number)), rule.reason) for number, rule in enumerate(self.rules)
        )
        told = rows.select(
            *(F.col(f"c{at}").alias(column["source"]) for at, column in enumerate(self.dataset["columns"])),
            F.concat_ws("; ", *reasons).alias("quarantine_reason"),
            F.col("_file").alias("source_file"),
        )
        self.lake.replace(self.request.quarantine, told, "json", ignoreNullFields=False)
        return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))

    def keep(self, rows: DataFrame, blocks: list[Row]) -> int:
        """Writes the curated rows, then their feature records; returns how many curated rows there are."""
        record_id, event_time = self.dataset["recordId"]["name"], self.dataset["eventTime"]["name"]
        types = curated_types(self.dataset)
        if self.dataset["recordId"]["by"] == "row":
            rows = rows.join(F.broadcast(self.numbering(blocks)), ["_file", "_block"])
            number = (F.col("_line") + F.col("_shift")).cast("string")
            rows = rows.withColumn(record_id, F.concat("_stem", number))
        else:
            rows = newest(rows.select(*PLACE, *types), [record_id, event_time], PLACE, self.dataset["target"]["name"])
        rows = rows.select(*types).sortWithinPartitions(record_id, event_time)
        self.lake.replace(self.request.curated, rows, "parquet")
        curated = self.spark.read.schema(ddl(types)).parquet(self.request.curated)
        features = [feature["name"] for feature in self.dataset["features"]]
        latest = curated.groupBy(record_id).agg(F.max(F.struct(event_time, *features)).alias("_latest"))
        moment = F.date_format(f"_latest.{event_time}", "yyyy-MM-dd'T'HH:mm:ss'Z'").alias(event_time)
        records = latest.select(record_id, moment, *(f"_latest.{name}" for name in features))
        parts = {"compression": "gzip", "maxRecordsPerFile": RECORDS_IN_A_PART}
        self.lake.replace(self.request.feature_records, records.sortWithinPartitions(record_id), "json", **parts)
        return curated.count()

    def numbering(self, blocks: list[Row]) -> DataFrame:
        """For each block of a file: how its ids start, and what makes row numbers in the file, from 1, of its lines."""
        day = self.request.ingest_date.replace("-", "")
        starts, before = [], {}
        for block in blocks:
            name = block["_file"]
            shift = before.get(name, 0) + 1 - block["first"]
            starts.append((name, block["_block"], f"{day}-{safe_stem(name)}-", shift))
            before[name] = before.get(name, 0) + block["rows"]
        return self.spark.createDataFrame(starts, "_file string, _block bigint, _stem string, _shift bigint")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser()
    zones = ("raw", "curated", "feature-records", "quarantine")
    for name in ("dataset", *zones, "ingest-date", "arrived-at", "masking-key"):
        parser.add_argument(f"--{name}", required=True)
    # Glue passes arguments of its own.
    request, _ = parser.parse_known_args(arguments)
    # Spark would make nothing of a time that is none.
    datetime.fromisoformat(request.arrived_at.replace("Z", "+00:00"))
    print(json.dumps(Curation(open_session("curate"), request).run()))


if __name__ == "__main__":
    main()
