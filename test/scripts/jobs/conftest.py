import os

import pytest

#: One small JVM for all tests: no web UI, loopback only, two partitions, no optimising compiler.
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.codegen.wholeStage": "false",
    "spark.driver.extraJavaOptions": "'-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'",
}


@pytest.fixture(scope="session")
def spark():
    """The session that the jobs open, on this machine."""
    options = " ".join(f"--conf {name}={value}" for name, value in SETTINGS.items())
    os.environ["PYSPARK_SUBMIT_ARGS"] = f"--master local[2] {options} pyspark-shell"
    from lake import open_session

    session = open_session("test")
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()
