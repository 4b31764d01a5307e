"""The lake as the preparation jobs see it: its files, the description of a dataset, the columns of the curated table.

Everything goes through Spark and Hadoop's file systems, so `s3://` (Glue) and plain folders (elsewhere) are alike, and
nothing stays behind but the files that a caller asked for: no `_SUCCESS`, no `.crc`, no temporary folder.
"""

import csv
import hashlib
import json
import re
from collections.abc import Iterator

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F

CHUNK_BYTES = 1 << 20

DATA_FILE = re.compile(r"(?P<stem>.+)\.(?P<form>csv|json)(\.gz)?")
#: Where a row stands in its delivery; of two duplicates the later one is newer. No safe name starts like these.
PLACE = ["_file", "_block", "_line"]

#: What a facet's column is kept as when it is not a feature itself; the rest stays text.
FACET_TYPES = {"number": "double", "integer": "bigint"}


class UnusableTable(Exception):
    """The data cannot be used as a whole; the message says why in one sentence."""


def open_session(name: str) -> SparkSession:
    """A session in which times are UTC and column names exact.

    Master, memory and parallelism are the platform's to say (Glue's arguments, or spark-submit's), never the script's.
    """
    spark = SparkSession.builder.appName(name).getOrCreate()
    spark.conf.set("spark.sql.session.timeZone", "UTC")
    spark.conf.set("spark.sql.caseSensitive", "true")
    # A value that cannot be cast is a row for the quarantine, not an exception.
    spark.conf.set("spark.sql.ansi.enabled", "false")
    # Any date of a file can be written, also one before 1900.
    spark.conf.set("spark.sql.parquet.int96RebaseModeInWrite", "CORRECTED")
    # 2026-11-20 stays the text that it is in the path.
    spark.conf.set("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
    return spark


class Lake:
    """Reads and writes files by URI; a prefix ends with a slash."""

    def __init__(self, spark: SparkSession) -> None:
        self._hadoop = spark._jvm.org.apache.hadoop
        self._java = spark._jvm.java
        self._settings = spark._jsc.hadoopConfiguration()

    def _locate(self, uri: str) -> tuple:
        path = self._hadoop.fs.Path(uri)
        files = path.getFileSystem(self._settings)
        # The instance is cached and shared with Spark's own writers: this keeps .crc files out of local folders.
        files.setWriteChecksum(False)
        return files, path

    def file_names(self, prefix: str) -> list[str]:
        """Names of the files directly below a prefix, in order; none if there is no such prefix."""
        return self._names(prefix, folders=False)

    def folder_names(self, prefix: str) -> list[str]:
        """Names of the folders directly below a prefix, in order; none if there is no such prefix."""
        return self._names(prefix, folders=True)

    def _names(self, prefix: str, folders: bool) -> list[str]:
        files, path = self._locate(prefix)
        found = files.listStatus(path) if files.exists(path) else []
        return sorted(each.getPath().getName() for each in found if each.isDirectory() == folders)

    def has_files(self, prefix: str) -> bool:
        """Whether there is a file anywhere below a prefix."""
        files, path = self._locate(prefix)
        return files.exists(path) and files.listFiles(path, True).hasNext()

    def lines(self, uri: str) -> Iterator[str]:
        """The lines of a UTF-8 file, compressed or not, without a byte order mark."""
        files, path = self._locate(uri)
        codec = self._hadoop.io.compress.CompressionCodecFactory(self._settings).getCodec(path)
        stream = files.open(path)
        stream = codec.createInputStream(stream) if codec else stream
        reader = self._java.io.BufferedReader(self._java.io.InputStreamReader(stream, "UTF-8"))
        try:
            mark = "\ufeff"
            while (line := reader.readLine()) is not None:
                yield line.removeprefix(mark)
                mark = ""
        finally:
            reader.close()

    def read_json(self, uri: str) -> dict:
        """The object in a JSON file."""
        return json.loads("\n".join(self.lines(uri)))

    def create(self, uri: str) -> "NewFile":
        """A file that is there, whole, once it is closed; replaces a former one."""
        files, path = self._locate(uri)
        return NewFile(files.create(path, True))

    def write_json(self, uri: str, value: dict) -> str:
        """Replaces a JSON file; returns the SHA-256 of its content."""
        file = self.create(uri)
        file.write(json.dumps(value, indent=1) + "\n")
        return file.close()

    def remove(self, prefix: str) -> None:
        """After this nothing is below the prefix."""
        files, path = self._locate(prefix)
        files.delete(path, True)

    def replace(self, prefix: str, frame: DataFrame, form: str, **options: object) -> None:
        """Makes the rows of a frame the whole content of a prefix, in files of Spark's naming."""
        self._locate(prefix)
        writer = frame.write.format(form).mode("overwrite").options(**options)
        writer.option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false").save(prefix)


class NewFile:
    """Text on its way to a file; knows the SHA-256 of what was written."""

    def __init__(self, stream) -> None:
        self._stream = stream
        self._waiting = bytearray()
        self._digest = hashlib.sha256()

    def write(self, text: str) -> None:
        self._waiting += text.encode()
        if len(self._waiting) >= CHUNK_BYTES:
            self._flush()

    def close(self) -> str:
        """Finishes the file; returns the SHA-256 of its content."""
        self._flush()
        self._stream.close()
        return self._digest.hexdigest()

    def _flush(self) -> None:
        self._digest.update(self._waiting)
        # Handed over by reference: a new buffer, not a cleared one.
        self._stream.write(self._waiting)
        self._waiting = bytearray()


def facet_columns(dataset: dict) -> list[dict]:
    """The columns that the description's facets look at, each once, in the order of the facets."""
    by_name = {column["name"]: column for column in dataset["columns"]}
    return [by_name[name] for name in dict.fromkeys(facet["column"] for facet in dataset["facets"])]


def kept_columns(dataset: dict) -> list[dict]:
    """The columns that the curated table keeps beside the features: personal ones (masked) and facets (as they are).

    A facet on a column whose feature has the column's own name needs no second copy.
    """
    features = {feature["name"] for feature in dataset["features"]}
    watched = {column["name"] for column in facet_columns(dataset)} - features
    columns = dataset["columns"]
    return [column for column in columns if column["role"] in ("personal", "facet")] + [
        column for column in columns if column["role"] == "feature" and column["name"] in watched
    ]


def curated_types(dataset: dict) -> dict[str, str]:
    """The curated table's columns in order with their types; the Glue table is declared from the same description."""
    return {
        dataset["recordId"]["name"]: "string",
        dataset["eventTime"]["name"]: "timestamp",
        **{column["name"]: FACET_TYPES.get(column["type"], "string") for column in kept_columns(dataset)},
        **{feature["name"]: "bigint" if feature["integral"] else "double" for feature in dataset["features"]},
        dataset["target"]["name"]: "int",
    }


def ddl(types: dict[str, str]) -> str:
    """Column types as Spark reads them."""
    return ", ".join(f"`{name}` {kind}" for name, kind in types.items())


def newest(frame: DataFrame, keys: list[str], order: list[str], label: str) -> DataFrame:
    """One row for each key: the last in `order`, with the label of the last row that has one.

    Labels come late and are told once, so a newer row without a label must not take away what an older one knew.
    """
    rest = [name for name in frame.columns if name not in keys]
    labelled = F.when(F.col(label).isNotNull(), F.struct(*order, F.col(label).alias("_label")))
    kept = frame.groupBy(*keys).agg(
        F.max(F.struct(*order, F.struct(*rest).alias("_row"))).alias("_last"), F.max(labelled).alias("_labelled")
    )
    return kept.select(
        *keys, *(F.col("_labelled._label" if name == label else f"_last._row.{name}").alias(name) for name in rest)
    ).select(*frame.columns)


def read_delivery(spark: SparkSession, lake: Lake, prefix: str, dataset: dict) -> DataFrame:
    """The rows of a delivery as text: c0, c1, … in the description's order, their place; `_torn` lines are no rows.

    Texts have no blanks around them; nothing but blanks is null.
    Raises UnusableTable for a delivery without data, a file of another kind, a column too many or too few.
    """
    described = [column["source"] for column in dataset["columns"]]
    layouts: dict[tuple[str, ...] | None, list[str]] = {}
    stems: dict[str, str] = {}
    for name in lake.file_names(prefix):
        if name.startswith(("_", ".")):
            continue
        kind = DATA_FILE.fullmatch(name)
        if kind is None:
            raise UnusableTable(f"{name} is not a data file: the delivery may hold .csv and .json files, also with .gz")
        twin = stems.setdefault(safe_stem(name), name)
        if twin != name:
            raise UnusableTable(f"{twin} and {name} are named too much alike to tell their rows apart")
        layout = header_of(lake, prefix + name, name, described, dataset["name"]) if kind["form"] == "csv" else None
        layouts.setdefault(layout, []).append(re.sub(r"([\\{}\[\]*?])", r"\\\1", prefix + name))
    if not layouts:
        raise UnusableTable("the delivery has no data files")
    frames = [
        read_csv(spark, paths, layout, described) if layout else read_json(spark, paths, described, dataset["name"])
        for layout, paths in layouts.items()
    ]
    rows = frames[0]
    for frame in frames[1:]:
        rows = rows.unionByName(frame)
    texts = [F.nullif(F.btrim(f"c{at}", F.lit(" \t")), F.lit("")).alias(f"c{at}") for at in range(len(described))]
    return rows.select(*texts, "_torn", *PLACE)


def safe_stem(name: str) -> str:
    """A file's name without extension as it stands in record ids: lower case, digits and underscores."""
    return re.sub(r"[^a-z0-9]+", "_", DATA_FILE.fullmatch(name)["stem"].lower()).strip("_")


def header_of(lake: Lake, uri: str, name: str, described: list[str], dataset: str) -> tuple[str, ...]:
    """The column names in a CSV file's order; raises UnusableTable unless they are the described ones."""
    header = tuple(each.strip() for each in next(csv.reader([next(lake.lines(uri), "")]), []))
    twice = {each for each in header if header.count(each) > 1}
    for wrong, fault in (
        (twice, "has more than one column"),
        (set(described) - set(header), "lacks the column"),
        (set(header) - set(described), f"has a column that the description of {dataset} does not name:"),
    ):
        if wrong:
            raise UnusableTable(f"{name} {fault} " + ", ".join(f'"{each}"' for each in sorted(wrong)))
    return header


def placed() -> list[Column]:
    encoded_name = F.replace(F.col("_metadata.file_name"), F.lit("+"), F.lit("%2B"))
    return [
        F.url_decode(encoded_name).alias("_file"),
        F.col("_metadata.file_block_start").alias("_block"),
        F.monotonically_increasing_id().alias("_line"),
    ]


def read_csv(spark: SparkSession, paths: list[str], header: tuple[str, ...], described: list[str]) -> DataFrame:
    schema = ", ".join(f"c{described.index(name)} string" for name in header) + ", _torn string"
    reader = spark.read.schema(schema).options(header=True, escape='"', columnNameOfCorruptRecord="_torn")
    return reader.csv(paths).select("*", *placed())


def read_json(spark: SparkSession, paths: list[str], described: list[str], dataset: str) -> DataFrame:
    lines = spark.read.text(paths).where(F.trim("value") != "").select("value", *placed())
    rows = lines.withColumn("_object", F.from_json("value", "map<string,string>"))
    found = rows.select(F.explode(F.map_keys("_object")).alias("name")).distinct().collect()
    extra = sorted({name for (name,) in found} - set(described))
    if extra:
        named = ", ".join(f'"{each}"' for each in extra)
        raise UnusableTable(f"the JSON files have a column that the description of {dataset} does not name: {named}")
    torn = F.when(F.col("_object").isNull(), F.col("value")).alias("_torn")
    values = [F.col("_object")[name].alias(f"c{position}") for position, name in enumerate(described)]
    return rows.select(*values, torn, *PLACE)
