"""What moves a model's scores, and how much: SHAP values from XGBoost itself."""

import json

import numpy as np
import xgboost as xgb

#: Rows that a mean needs; more cost time (TreeSHAP grows with rows, trees and depth squared).
MAXIMUM_ROWS = 5000


def explanation(booster: xgb.Booster, rows: np.ndarray, features: list[str]) -> dict:
    """How far each feature moves the score on average, the strongest first.

    `baseValue` is the mean score and `meanAbsoluteShap` the mean absolute distance from it, both as log odds; `share`
    is the feature's part of all distances. Of many rows `rows` are taken, evenly spread, always the same.
    """
    sample = rows[np.unique(np.linspace(0, len(rows) - 1, min(len(rows), MAXIMUM_ROWS)).round().astype(int))]
    base, contributions = shap_values(booster, sample)
    strengths = np.abs(contributions).mean(axis=0)
    total = strengths.sum()
    strongest_first = np.argsort(-strengths, kind="stable")
    return {
        "baseValue": base,
        "rows": len(sample),
        "features": [
            {
                "feature": features[index],
                "meanAbsoluteShap": float(strengths[index]),
                "share": float(strengths[index] / total) if total > 0 else 0.0,
            }
            for index in strongest_first
        ],
    }


def shap_values(booster: xgb.Booster, rows: np.ndarray) -> tuple[float, np.ndarray]:
    """The base value and one SHAP value a cell; a row's values and the base add up to its score's log odds.

    Trees: path-dependent TreeSHAP (Lundberg et al. 2018). For a linear booster XGBoost gives w·x; the SHAP value of
    independent features is w·(x - mean), so the means move into the base.
    """
    values = booster.predict(xgb.DMatrix(rows), pred_contribs=True).astype(np.float64)
    contributions, base = values[:, :-1], float(values[0, -1])
    if json.loads(booster.save_config())["learner"]["gradient_booster"]["name"] == "gblinear":
        means = contributions.mean(axis=0)
        return base + float(means.sum()), contributions - means
    return base, contributions
