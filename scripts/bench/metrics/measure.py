"""Measures with scikit-learn what measure.ts measures, in a process of its own, and prints it as JSON.

measure.py auc <labels> <scores> <float32|float64> <times>
measure.py report <csv> <pandas|polars>
measure.py versions
"""

import contextlib
import json
import resource
import sys
import time
from importlib import metadata

THRESHOLD = 0.5


def timed(times, run):
    seconds = []
    for _ in range(times):
        begin = time.perf_counter()
        value = run()
        seconds.append(time.perf_counter() - begin)
    # Linux counts kilobytes, macOS bytes.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(json.dumps({"seconds": min(seconds), "megabytes": megabytes, "value": value}))


def measure_auc(labels, scores, kind, times):
    import numpy as np
    from sklearn.metrics import roc_auc_score

    actual = np.fromfile(labels, np.uint8)
    score = np.fromfile(scores, kind)
    timed(int(times), lambda: float(roc_auc_score(actual, score)))


def measure_report(file, reader):
    """The measures of evaluateBinaryStream that scikit-learn has, each once, and what a decision is worth, by NumPy."""
    import numpy as np
    from sklearn import calibration, metrics

    if reader == "pandas":
        import pandas as pd

        def read():
            table = pd.read_csv(file)
            return table["label"].to_numpy(), table["score"].to_numpy()
    else:
        import polars as pl

        def read():
            table = pl.read_csv(file)
            return table["label"].to_numpy(), table["score"].to_numpy()

    def run():
        actual, score = read()
        predicted = (score >= THRESHOLD).astype(np.int8)
        auc = metrics.roc_auc_score(actual, score)
        metrics.average_precision_score(actual, score)
        metrics.log_loss(actual, score)
        metrics.brier_score_loss(actual, score)
        false_positive_rates, true_positive_rates, _ = metrics.roc_curve(actual, score)
        metrics.precision_recall_curve(actual, score)
        calibration.calibration_curve(actual, score, n_bins=10, strategy="quantile")
        metrics.confusion_matrix(actual, predicted)
        for measure in (
            metrics.accuracy_score,
            metrics.balanced_accuracy_score,
            metrics.precision_score,
            metrics.recall_score,
            metrics.f1_score,
            metrics.matthews_corrcoef,
        ):
            measure(actual, predicted)
        np.histogram(score[actual == 1], bins=50)
        np.histogram(score[actual == 0], bins=50)
        positives = int(actual.sum())
        negatives = len(actual) - positives
        # The best threshold by money.
        int(np.argmax(180 * positives * true_positive_rates - 20 * negatives * false_positive_rates))
        return float(auc)

    timed(1, run)


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    if command == "versions":
        found = {}
        for name in ("scikit-learn", "numpy", "pandas", "polars"):
            with contextlib.suppress(metadata.PackageNotFoundError):
                found[name] = metadata.version(name)
        print(json.dumps(found))
    else:
        {"auc": measure_auc, "report": measure_report}[command](*arguments)
