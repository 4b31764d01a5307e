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

NUMBER = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$"
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
        return F.date_trunc("second", F.when(text.rlike(TIME), text.cast("timestamp")))
    if column["type"] == "category":
        return F.when(text.isin(*column["values"]), text)
    return text


def rules_of(column: dict, text: Column, value: Column, event_time: Column, arrived_at: Column) -> list[Rule]:
    """What can be wrong with a column's value; a value breaks one of these rules at most."""
    source, kind = column["source"], column["type"]
    told = F.concat(F.lit(f"{source}: "), text)
    rules = []
    if is_needed(column):
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


def is_needed(column: dict) -> bool:
    return column["role"] in ("record-id", "event-time") or column.get("missing") == "quarantine"


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
        self.arrived_at = F.lit(request.arrived_at).cast("timestamp")
        columns = self.dataset["columns"]
        used = [(at, column) for at, column in enumerate(columns) if column["role"] != "ignored"]
        self.texts = {column["name"]: F.col(f"c{at}") for at, column in used}
        self.values = {column["name"]: F.col(f"v{at}") for at, column in used}
        self.parsed = [parse(column, F.col(f"c{at}")).alias(f"v{at}") for at, column in used]
        arrival = F.date_trunc("second", self.arrived_at)
        self.event_time = self.values.get(self.dataset["eventTime"]["name"], arrival)
        unreadable = F.lit(f"the line is not a row of {len(columns)} values")
        self.rules = [Rule("unreadable line", F.col("_torn").isNotNull(), unreadable)]
        for _, column in used:
            name = column["name"]
            self.rules += rules_of(column, self.texts[name], self.values[name], self.event_time, self.arrived_at)

    def run(self, fetch_key: Callable[[str], bytes] = fetch_masking_key) -> dict:
        """Reads, judges, writes; returns the counts. Raises UnusableTable or TooManyBadRows."""
        delivered = read_delivery(self.spark, self.lake, self.request.raw, self.dataset)
        rows = delivered.select("*", *self.parsed).withColumn("_broken", self.broken_rules()).persist()
        blocks = rows.groupBy("_file", "_block").agg(
            F.count("*").alias("rows"), F.count_if(F.size("_broken") > 0).alias("bad"), F.min("_line").alias("first")
        )
        blocks = sorted(blocks.collect())
        total, bad = sum(block["rows"] for block in blocks), sum(block["bad"] for block in blocks)
        if total == 0:
            raise UnusableTable("the delivery has no rows")
        kinds = self.quarantine(rows.where(F.size("_broken") > 0)) if bad else {}
        if not bad:
            self.lake.remove(self.request.quarantine)
        limit = self.dataset["maximumQuarantinedShare"]
        if bad > limit * total:
            counts = ", ".join(f"{kind} {count}" for kind, count in kinds.items())
            raise TooManyBadRows(
                f"{bad} of {total} rows ({bad / total:.1%}) broke a rule, and {limit:.1%} may: {counts}"
            )
        return {
            "rows": total,
            "quarantined": bad,
            "reasons": kinds,
            **self.keep(rows.where(F.size("_broken") == 0), blocks, fetch_key),
        }

    def broken_rules(self) -> Column:
        """Numbers of the rules that a row breaks; a line that is no row breaks only the first."""
        first, *others = (F.when(rule.broken, F.lit(number)) for number, rule in enumerate(self.rules))
        return F.when(first.isNotNull(), F.array(first)).otherwise(F.array_compact(F.array(*others)))

    def quarantine(self, bad: DataFrame) -> dict[str, int]:
        """Writes the bad rows as they came, with every reason; returns how many rows broke which kind of rule."""
        reasons = (F.when(F.array_contains("_broken", number), rule.reason) for number, rule in enumerate(self.rules))
        sources = [F.col(f"c{at}").alias(column["source"]) for at, column in enumerate(self.dataset["columns"])]
        told = bad.select(
            *sources,
            F.concat_ws("; ", *reasons).alias("quarantine_reason"),
            F.col("_file").alias("source_file"),
        )
        self.lake.replace(self.request.quarantine, told, "json", ignoreNullFields=False)
        counted = bad.select(F.explode("_broken").alias("rule")).groupBy("rule").count().collect()
        counts = {self.rules[row["rule"]].kind: row["count"] for row in counted}
        return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))

    def keep(self, good: DataFrame, blocks: list[Row], fetch_key: Callable[[str], bytes]) -> dict:
        """Writes the curated rows and their feature records; returns how many there are."""
        record_id, event_time = self.dataset["recordId"]["name"], self.dataset["eventTime"]["name"]
        by_row = self.dataset["recordId"]["by"] == "row"
        if by_row:
            good = good.join(F.broadcast(self.numbering(blocks)), ["_file", "_block"])
        if any(column["role"] == "personal" for column in self.dataset["columns"]):
            good = good.crossJoin(F.broadcast(hmac_pads(self.spark, fetch_key(self.request.masking_key))))
        curated = good.select(*self.curated_columns(), *PLACE)
        if not by_row:
            curated = newest(curated, [record_id, event_time], PLACE, self.dataset["target"]["name"])
        curated = curated.drop(*PLACE).sortWithinPartitions(record_id, event_time).persist()
        self.lake.replace(self.request.curated, curated, "parquet")
        features = [feature["name"] for feature in self.dataset["features"]]
        latest = curated.groupBy(record_id).agg(F.max(F.struct(event_time, *features)).alias("_latest"))
        moment = F.date_format(f"_latest.{event_time}", "yyyy-MM-dd'T'HH:mm:ss'Z'").alias(event_time)
        records = latest.select(record_id, moment, *(f"_latest.{name}" for name in features))
        self.lake.replace(
            self.request.feature_records,
            records.sortWithinPartitions(record_id),
            "json",
            compression="gzip",
            maxRecordsPerFile=RECORDS_IN_A_PART,
        )
        kept = curated.count()
        return {"curated": kept}

    def curated_columns(self) -> list[Column]:
        """The columns of `curated_types`, in its order and types."""
        dataset = self.dataset
        record_id, target = dataset["recordId"], dataset["target"]
        if record_id["by"] == "row":
            values = [F.concat("_stem", (F.col("_line") + F.col("_shift")).cast("string"))]
        else:
            values = [self.texts[record_id["name"]]]
        values.append(self.event_time)
        by_name = {
            column["name"]: filled(column, self.values[column["name"]])
            for column in dataset["columns"]
            if column["name"] in self.values
        }
        for column in kept_columns(dataset):
            name = column["name"]
            values.append(masked(self.texts[name]) if column["role"] == "personal" else by_name[name])
        for feature in dataset["features"]:
            values.append(encode(feature, by_name[feature["column"]], self.event_time))
        values.append((by_name[target["name"]] == target["positive"]).cast("int"))
        types = curated_types(dataset).items()
        return [value.cast(kind).alias(name) for value, (name, kind) in zip(values, types, strict=True)]

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


def moment(text: str) -> str:
    """An ISO time, checked."""
    datetime.fromisoformat(text.replace("Z", "+00:00"))
    return text


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser()
    for name in ("dataset", "raw", "curated", "feature-records", "quarantine", "masking-key"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--ingest-date", required=True)
    parser.add_argument("--arrived-at", type=moment, required=True)
    # Glue passes arguments of its own.
    request, _ = parser.parse_known_args(arguments)
    print(json.dumps(Curation(open_session("curate"), request).run()))


if __name__ == "__main__":
    main()
