"""The kinds of random rows that cases.json holds; each function draws one case of the kind it is named for."""

import numpy as np

SEED = 20_260_101
BINS = 5

random = np.random.default_rng(SEED)


# Two classes.


def rows(positive_share=0.4):
    """Labels of both classes, and scores that tell something about them.

    So many that no quantile falls on a row, where rounding would decide on its bin.
    """
    size = int(random.integers(20, 61))
    while (size - 1) % BINS == 0:
        size += 1
    actual = (random.random(size) < positive_share).astype(int)
    actual[:2] = [0, 1]
    score = 1 / (1 + np.exp(-random.normal(actual - 0.5, 1.2)))
    return random.permutation(np.stack([actual, score]), axis=1)


def continuous():
    actual, score = rows()
    return actual, score, random.random()


def ties():
    actual, score = rows()
    return actual, np.round(score * 4) / 4, float(random.choice([0.25, 0.5, 0.75]))


def imbalance():
    actual, score = rows(positive_share=0.03)
    return actual, score, 0.5


def imbalance_of_positives():
    actual, score = rows(positive_share=0.97)
    return actual, score, 0.5


def only_positives():
    actual, score = rows()
    return np.ones_like(actual), score, 0.5


def only_negatives():
    actual, score = rows()
    return np.zeros_like(actual), score, 0.5


def constant_scores():
    actual, score = rows()
    return actual, np.full_like(score, score[0]), float(random.choice([0.2, score[0], 0.8]))


def float32_scores():
    actual, score = rows()
    return actual, np.float32(score), 0.5


def nothing_predicted():
    actual, score = rows()
    return actual, score, float(np.nextafter(score.max(), 2))


def everything_predicted():
    actual, score = rows()
    return actual, score, float(score.min())


def certain_scores():
    actual, score = rows()
    return actual, np.where(random.random(len(score)) < 0.5, np.round(score), score), 1.0


def scores_of_any_sign():
    actual, _ = rows()
    return actual, np.round(random.normal(actual, 1.5) * 100, int(random.integers(0, 10))), 50.0


# More classes.


def all_classes(classes):
    return random.integers(0, classes, 40)


def rare_class(classes):
    return np.where(random.random(40) < 0.95, 0, all_classes(classes))


def absent_class(classes):
    return all_classes(classes - 1)


def one_class(_):
    return np.full(40, 1)


# Numbers.


def numbers():
    return random.normal(0, 10, int(random.integers(20, 50)))


def far_from_zero():
    return numbers() + 1e6


def constant_truth():
    return np.full(20, float(random.integers(-9, 9)))


def one_row():
    return random.normal(size=1)


BINARY = (
    continuous,
    ties,
    imbalance,
    imbalance_of_positives,
    only_positives,
    only_negatives,
    constant_scores,
    float32_scores,
    nothing_predicted,
    everything_predicted,
    certain_scores,
    scores_of_any_sign,
)
# Of the truth and of the prediction.
MULTICLASS = (
    (all_classes, all_classes),
    (rare_class, all_classes),
    (absent_class, all_classes),
    (all_classes, absent_class),
    (absent_class, absent_class),
    (all_classes, one_class),
    (one_class, all_classes),
    (one_class, one_class),
)
ONE_VS_REST = (all_classes, rare_class, absent_class, one_class)
REGRESSION = (numbers, far_from_zero, constant_truth, one_row)
