"""Find the places that an article names, each mention resolved to GeoNames."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.entities.index import EntityIndex
from transforms.places.government import acts
from transforms.places.resolution import Resolution, resolve
from transforms.places.toponym_candidates import Toponym
from transforms.places.toponyms import find_toponyms
from transforms.places.unparsed_toponyms import find_foreign_toponyms
from transforms.records.article_records import Article, Place

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc

DETECTION = {"model": 0.97, "gazetteer": 0.9, "context": 0.8}
"""Share of toponyms among the names of the gazetteer that this evidence found, measured on 163 news articles."""

UNKNOWN = 0.5
"""The same for what only the model takes for a place: half of them are persons and companies."""

ACTING = frozenset({"PCLI", "PPLC", "BLDG"})
"""What stands for a government: countries, their capitals, and houses such as the Kremlin."""


BODIES = frozenset({"person", "organization"})
"""Kinds in whose names a place may stand without being meant: the Federation of Fishers."""


def find_places(doc: "Doc", article: Article, index: EntityIndex) -> tuple[Place, ...]:
    """Return one row a toponym, in reading order.

    `method` says how the place is used: `toponym`, `contained` ("Paris, Texas"), `metonym` (a country or capital that
    acts, "Washington accused Tehran"), `embedded` (in a longer name, "Boise Fire Department"), `adjective` ("Syrian
    troops"). `confidence` is the share of toponyms among names found so, times the share of the chosen place among
    those that bear the name. Position, identifier and the rest are None for a name that the gazetteer does not have.
    A document without parse gets only well-known places, found by the gazetteer.
    """
    english = doc.is_parsed
    toponyms = find_toponyms(doc, index) if english else _outside_names(doc, find_foreign_toponyms(doc), index)
    names = [doc.phrase(t.start, t.end)[t.elided :] for t in toponyms]
    countries = [entity.country_code for entity in index.entities.values() if entity.country_code]
    resolutions = resolve(names, toponyms, countries)
    return tuple(
        _place(doc, article, number, toponym, resolution)
        for number, (toponym, resolution) in enumerate(zip(toponyms, resolutions, strict=True), start=1)
    )


def _outside_names(doc: "Doc", toponyms: Sequence[Toponym], index: EntityIndex) -> list[Toponym]:
    """Leave out what a model marked as part of the name of a person or an organization."""
    spans = [doc[toponym.start : toponym.end] for toponym in toponyms]
    named = [index.entity_of(span.start_char, span.end_char) for span in spans]
    return [t for t, entity in zip(toponyms, named, strict=True) if not entity or entity.kind not in BODIES]


def _place(doc: "Doc", article: Article, number: int, toponym: Toponym, resolution: Resolution) -> Place:
    """Make the row of one toponym."""
    span = doc[toponym.start : toponym.end]
    place = resolution.place
    confidence = DETECTION[toponym.evidence] * resolution.certainty if place else UNKNOWN
    return Place(
        article_id=article.article_id,
        place_id=number,
        start_char=span.start_char + toponym.elided,
        end_char=span.end_char,
        text=span.text[toponym.elided :],
        method=_method(doc, toponym, resolution),
        confidence=round(confidence, 3),
        geonames_id=place.geonames_id if place else None,
        name=place.name if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        country_code=place.country_code if place else None,
        admin1=place.admin1 if place else None,
        feature_code=place.feature_code if place else None,
    )


def _method(doc: "Doc", toponym: Toponym, resolution: Resolution) -> str:
    """Say how the place is used."""
    if toponym.use != "name":
        return toponym.use
    if toponym.inside:
        return "contained"
    governs = resolution.place is not None and resolution.place.feature_code in ACTING
    if governs and doc[toponym.start].dep_ and acts(doc[toponym.start : toponym.end].root):
        return "metonym"
    return "toponym"
