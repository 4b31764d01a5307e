"""Inputs that nobody would send on purpose: answered, or refused in a sentence, never by a slip of the program."""

import random

import inference
import pytest
import train
from job_folders import TEST, TRAIN, channels, csv, trained

TRIES = 300
ODD = [
    "",
    "nan",
    "inf",
    "-0",
    "1e999",
    "1e-999",
    "0x10",
    "１",
    '"',
    "\x00",
    ",",
    ",,",
    "\r",
    "\n",
    " ",
    "é",
    "NA",
    "9" * 400,
]


def changed(text: str, chance: random.Random) -> str:
    """The text with some places changed, added or cut, as a broken sender would have it."""
    for _ in range(chance.randint(1, 3)):
        at, until = sorted(chance.randint(0, len(text)) for _ in range(2))
        kind = chance.choice(["put", "cut", "end", "twice"])
        if kind == "put":
            text = text[:at] + chance.choice(ODD) + text[at:]
        elif kind == "cut":
            text = text[:at] + text[min(until, at + 5) :]
        elif kind == "end":
            text = text[:until]
        else:
            text = text[:until] + text[at:]
    return text


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_asked_the_model_answers_or_refuses_in_a_sentence_without_the_rows(seed):
    chance = random.Random(seed)
    model = inference.model_fn(str(trained("gbtree").root / "model"))
    rows = "".join(line.split(",", 1)[1] + "\n" for line in csv(TEST).splitlines()[:4])
    statuses = set()
    for _ in range(TRIES):
        body = changed(rows, chance)
        sent = body if chance.random() < 0.5 else body.encode()
        if isinstance(sent, bytes) and chance.random() < 0.1:
            sent += bytes([0xFF, 0xFE])
        content_type = chance.choice(
            ["text/csv", "text/csv; charset=utf-8", "TEXT/CSV", None, "application/json", changed("text/csv", chance)]
        )
        accept = chance.choice(
            [None, "*/*", "text/csv", "application/json", changed("text/*;q=0.5, application/json", chance)]
        )
        answer = inference.transform_fn(model, sent, content_type, accept)
        statuses.add(answer.status)
        if answer.status != 200:
            assert answer.response.count("\n") == 1
            assert not any(line in answer.response for line in body.splitlines() if len(line) > 12)
    assert statuses == {200, 400, 406, 415}


@pytest.mark.parametrize("seed", range(2))
def test_whatever_a_channel_holds_it_is_a_table_or_refused_in_a_sentence(seed, monkeypatch, tmp_path):
    chance = random.Random(seed)
    rows = "".join(line + "\n" for line in csv(TRAIN).splitlines()[:20])
    for name, value in channels(tmp_path, train=rows).items():
        monkeypatch.setenv(name, value)
    file = next((tmp_path / "train").iterdir())
    taken = refused = 0
    for _ in range(TRIES):
        file.write_text(changed(rows, chance), "utf-8")
        try:
            table = train.read_channel("train")
            taken += 1
            assert set(table.labels) == {0, 1}
        except train.UnusableData as error:
            refused += 1
            assert len(str(error).splitlines()) == 1
    assert min(taken, refused) > 0
