"""Outcomes as labelled rows: what became of a prediction, with the features that were logged when it was given.

The API logs predictions and outcomes as one JSON object a line, in files by hour, at least once each. A line that is
neither is counted and left alone: one broken line must not stop a training.
"""

from typing import NamedTuple

from lake import Lake
from pyspark.sql import Column, DataFrame, SparkSession, Window
from pyspark.sql import functions as F

#: Members of both kinds of line that matter here; `lambda/shared/prediction-log.ts` says what they mean.
LINE = (
    "inferenceId string, recordId string, eventTime string, predictedAt string, features map<string,double>, "
    "actual string, recordedAt string"
)


class Outcomes(NamedTuple):
    """Labelled rows (keys, features, target, `_told`: when), one an inference id; what the logs held, in numbers."""

    rows: DataFrame | None
    counts: dict[str, int]


def read_outcomes(spark: SparkSession, lake: Lake, predictions: str, outcomes: str, dataset: dict) -> Outcomes:
    """Joins the newest outcome of each inference id with its prediction. Without any outcome nothing is read."""
    if not lake.has_files(outcomes):
        return Outcomes(None, {"joined": 0, "withoutPrediction": 0, "badLines": 0})
    zones = [zone for zone in (predictions, outcomes) if lake.has_files(zone)]
    text = spark.read.option("recursiveFileLookup", True).text(zones).where(F.trim("value") != "")
    # JSON knows no NaN, and as a whole number it would become 0.
    line = F.from_json("value", LINE, {"allowNonNumericNumbers": "false"}).alias("_line")
    known = by_inference_id(text.select(line).select("_line.*"), dataset)
    # Predictions that nobody told anything about are most of the log, and no row.
    known = known.where("_id is null or _outcome is not null").persist()
    bad, told, joined = known.agg(
        F.coalesce(F.sum(F.when(F.col("_id").isNull(), F.col("_lines"))), F.lit(0)),
        F.count(F.when(F.col("_id").isNotNull(), F.col("_outcome"))),
        F.count(F.when(F.col("_id").isNotNull() & F.col("_prediction").isNotNull(), F.col("_outcome"))),
    ).first()
    counts = {"joined": joined, "withoutPrediction": told - joined, "badLines": bad}
    rows = known.where("_id is not null and _prediction is not null").select(
        F.col("_prediction.recordId").alias(dataset["recordId"]["name"]),
        F.col("_prediction._at").alias(dataset["eventTime"]["name"]),
        F.col("_outcome._told").alias("_told"),
        F.col("_outcome._label").alias(dataset["target"]["name"]),
        *(
            F.col("_prediction._values")[at].cast("bigint" if feature["integral"] else "double").alias(feature["name"])
            for at, feature in enumerate(dataset["features"])
        ),
    )
    return Outcomes(rows, counts)


def by_inference_id(lines: DataFrame, dataset: dict) -> DataFrame:
    """One row an inference id: its prediction, its newest outcome with a label; all bad lines under the id null."""
    target = dataset["target"]
    at, predicted, told = (F.col(name).cast("timestamp") for name in ("eventTime", "predictedAt", "recordedAt"))
    label = F.when(F.col("actual") == target["positive"], 1).when(F.col("actual") == target["negative"], 0)
    is_prediction = all_there(F.col("recordId"), at, predicted, F.col("features"))
    # An outcome may be mere feedback; a value that the target cannot have is no outcome.
    is_outcome = told.isNotNull() & (F.col("actual").isNull() | label.isNotNull())
    values = F.array(*(F.col("features")[feature["name"]] for feature in dataset["features"]))
    prediction = F.struct(predicted, F.col("recordId"), at.alias("_at"), values.alias("_values"))
    return lines.groupBy(F.when(is_prediction | is_outcome, F.col("inferenceId")).alias("_id")).agg(
        F.max(F.when(is_prediction, prediction)).alias("_prediction"),
        F.max(F.when(is_outcome & label.isNotNull(), F.struct(told.alias("_told"), label.alias("_label")))).alias(
            "_outcome"
        ),
        F.count("*").alias("_lines"),
    )


def all_there(*values: Column) -> Column:
    there = values[0].isNotNull()
    for value in values[1:]:
        there &= value.isNotNull()
    return there


def merge(curated: DataFrame, told: DataFrame, dataset: dict, facets: list[str]) -> DataFrame:
    """One row for each record and event time, of deliveries and outcomes; `_faceless` ones lack the values of `facets`.

    Features as logged win over delivered ones, because the model saw these; a delivered one stands in where the log has
    none. Of several labels the newest told wins: a delivery tells on its ingest date, and on the same day an outcome
    is taken to be newer. Facets are those of the same moment or, failing that, of the record's newest delivery.
    """
    record_id, event_time = keys = [dataset["recordId"]["name"], dataset["eventTime"]["name"]]
    target, features = dataset["target"]["name"], [feature["name"] for feature in dataset["features"]]
    watched = [name for name in facets if name not in features]

    def label(day: Column, moment: Column) -> Column:
        # A delivery has a day and no moment, and null comes before any.
        told_when = (day.cast("date").alias("_day"), moment.alias("_told"))
        return F.when(F.col(target).isNotNull(), F.struct(*told_when, F.col(target).alias("_label"))).alias("_label")

    delivered = curated.select(
        *keys,
        F.struct("ingest_date", F.struct(*dict.fromkeys([*features, *watched])).alias("_row")).alias("_delivered"),
        label(F.col("ingest_date"), F.lit(None).cast("timestamp")),
    )
    logged = told.select(
        *keys,
        F.struct("_told", F.struct(*features).alias("_row")).alias("_logged"),
        label(F.col("_told"), F.col("_told")),
    )
    # By record alone, so that looking at a record's other moments needs no second exchange.
    entries = delivered.unionByName(logged, allowMissingColumns=True).repartition(record_id)
    found = entries.groupBy(*keys).agg(*(F.max(name).alias(name) for name in ("_delivered", "_logged", "_label")))
    of_record = Window.partitionBy(record_id).orderBy(event_time)
    of_record = of_record.rowsBetween(Window.unboundedPreceding, Window.unboundedFollowing)
    newest_delivery = F.last("_delivered", ignorenulls=True).over(of_record) if watched else F.col("_delivered")
    found = found.withColumn("_of_record", newest_delivery)
    facet_of = {name: F.coalesce(f"_delivered._row.{name}", f"_of_record._row.{name}") for name in watched}
    return found.select(
        *keys,
        F.col("_delivered.ingest_date").alias("ingest_date"),
        F.col("_label._label").alias(target),
        *(F.coalesce(f"_logged._row.{name}", f"_delivered._row.{name}").alias(name) for name in features),
        *(value.alias(name) for name, value in facet_of.items()),
        (F.col("_delivered").isNull() & ~all_there(F.lit(True), *facet_of.values())).alias("_faceless"),
    )
