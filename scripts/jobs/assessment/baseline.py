"""What a model's scores and inputs look like, in the layout of SageMaker Model Monitor's own baselining.

`statistics.json` and `constraints.json` as in the SageMaker Developer Guide, "Schema for Statistics" and "Schema for
Constraints". The columns stand as in captured data: the score first, then the features.
"""

from typing import NamedTuple

import numpy as np

BUCKETS = 10

#: Of the sketch (Karnin, Lang, Liberty 2016), as Model Monitor sets them: how levels shrink, how many items one has.
SHRINKING, LEVEL_SIZE = 0.64, 2048

#: Model Monitor's own defaults.
MONITORING = {
    "evaluate_constraints": "Enabled",
    "emit_metrics": "Enabled",
    "datatype_check_threshold": 1.0,
    "domain_content_threshold": 1.0,
    "distribution_constraints": {
        "perform_comparison": "Enabled",
        "comparison_threshold": 0.1,
        "comparison_method": "Robust",
    },
}


class Column(NamedTuple):
    """A column's values, all finite, at least one."""

    values: np.ndarray
    integral: bool


def statistics(columns: dict[str, Column]) -> dict:
    """`statistics.json` of the columns in their order."""
    rows = len(next(iter(columns.values())).values)
    return {
        "version": 0.0,
        "dataset": {"item_count": rows},
        "features": [
            {
                "name": name,
                "inferred_type": inferred_type(column),
                "numerical_statistics": numerical_statistics(column.values),
            }
            for name, column in columns.items()
        ],
    }


def constraints(columns: dict[str, Column]) -> dict:
    """`constraints.json` of the columns in their order."""
    return {
        "version": 0.0,
        "features": [
            {
                "name": name,
                "inferred_type": inferred_type(column),
                "completeness": 1.0,
                "num_constraints": {"is_non_negative": bool(column.values.min() >= 0)},
            }
            for name, column in columns.items()
        ],
        "monitoring_config": MONITORING,
    }


def inferred_type(column: Column) -> str:
    return "Integral" if column.integral else "Fractional"


def numerical_statistics(values: np.ndarray) -> dict:
    return {
        "common": {"num_present": len(values), "num_missing": 0},
        "mean": float(values.mean()),
        "sum": float(values.sum()),
        "std_dev": float(values.std()),
        "min": float(values.min()),
        "max": float(values.max()),
        "distribution": {
            "kll": {
                "buckets": buckets(values),
                "sketch": {"parameters": {"c": SHRINKING, "k": float(LEVEL_SIZE)}, "data": sketch(values)},
            }
        },
    }


def buckets(values: np.ndarray) -> list[dict]:
    """Ten of equal width from the smallest value to the largest; a bucket has its lower bound, the last one both."""
    bounds = np.linspace(values.min(), values.max(), BUCKETS + 1)
    counts, _ = np.histogram(values, bounds)
    return [
        {"lower_bound": float(lower), "upper_bound": float(upper), "count": float(count)}
        for lower, upper, count in zip(bounds[:-1], bounds[1:], counts, strict=True)
    ]


def sketch(values: np.ndarray) -> list[list[float]]:
    """The sketch's levels: an item of level i stands for 2^i values, and together they stand for all.

    A level with too many items keeps the odd one and hands every second of the others, in order, to the next: of each
    pair the lesser and the greater in turn, level by level, which cancels out.
    """
    levels = []
    level = np.sort(values)
    while len(level) > LEVEL_SIZE:
        odd = len(level) % 2
        levels.append(level[:odd].tolist())
        level = level[odd + len(levels) % 2 :: 2]
    return [*levels, level.tolist()]
