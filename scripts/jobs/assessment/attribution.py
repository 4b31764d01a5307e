"""What moves the model, in the layouts of SageMaker Clarify's explainability monitor.

The configuration as in the SageMaker Developer Guide, "Parameters to Monitor Attribution Drift", but for `predictor`:
it names the model in service, which nobody knows before there is one. The baseline as `analysis.json`, which Clarify's
own baselining leaves and the monitor takes for its constraints.
"""

import numpy as np

#: Made-up rows by which Clarify explains one real row; the number of AWS's own examples.
SAMPLES = 100

#: What Clarify calls the only score of a model that gives one.
ONLY_SCORE = "label0"


def configuration(features: list[str], rows: np.ndarray) -> dict:
    """How to explain: against the mean of `rows`, in log odds and by mean distance, as `explain.explanation` does."""
    return {
        "version": "1.0",
        "headers": features,
        "methods": {
            "shap": {
                "baseline": [rows.mean(axis=0).tolist()],
                "num_samples": SAMPLES,
                "agg_method": "mean_abs",
                "use_logit": True,
                "save_local_shap_values": False,
            }
        },
    }


def constraints(features: list[str], explanation: dict) -> dict:
    """The global SHAP values of an `explain.explanation`, in the dataset's order."""
    strengths = {each["feature"]: each["meanAbsoluteShap"] for each in explanation["features"]}
    return {
        "version": "1.0",
        "explanations": {
            "kernel_shap": {
                ONLY_SCORE: {
                    "global_shap_values": {feature: strengths[feature] for feature in features},
                    "expected_value": explanation["baseValue"],
                }
            }
        },
    }
