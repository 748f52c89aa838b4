"""The people, organizations, countries, places and other things that an article names, and where it names them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from transforms.entities.candidate import NameCandidate
from transforms.entities.grouping import Named, find_things
from transforms.entities.named_only import find_named
from transforms.entities.nominal_mentions import Antecedent, find_head_nouns
from transforms.entities.roles import find_role
from transforms.records.article_records import Article, Entity, Mention

if TYPE_CHECKING:
    from transforms.parsing.tokens import Doc


def find_entities(doc: "Doc", article: Article) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Return the entities of an article and their mentions, both in reading order.

    Without parse there are the names that a model of the language marked, and none without such a model.
    Methods: `spacy`, the model marked it; `lexicon`, it is in the list of countries or peoples, or
    a title stands before it; `repeated`, the article's name for
    something, found again; `head_noun`, such as `the group`, where one entity only fits.
    """
    things = find_things(doc) if doc.is_parsed else find_named(doc, article.language)
    entities = tuple(_entity(doc, article, thing) for thing in things)
    mentions = [_mention(article, thing, name) for thing in things for name in thing.names]
    mentions += _head_nouns(doc, article, things, entities)
    return entities, tuple(sorted(mentions, key=lambda mention: mention.start_char))


def _entity(doc: "Doc", article: Article, thing: Named) -> Entity:
    role = _role(doc, thing)
    return Entity(
        article_id=article.article_id,
        entity_id=thing.entity_id,
        kind=thing.kind,
        name=thing.name,
        aliases=_aliases(doc, thing),
        country_code=thing.country_code,
        role=article.text[role[0] : role[1]] if role else None,
        role_start_char=role[0] if role else None,
        role_end_char=role[1] if role else None,
        method="lexicon" if _is_by_lexicon(thing) else "spacy",
    )


def _is_by_lexicon(thing: Named) -> bool:
    """Tell whether lists, not the model, tell what a thing is: a country, a people, a person by the title before."""
    return bool(thing.country_code and thing.kind in {"country", "nationality"}) or thing.names[0].method == "lexicon"


def _role(doc: "Doc", thing: Named) -> tuple[int, int] | None:
    """Return offsets of the first role that the article gives a person."""
    if thing.kind != "person" or not doc.is_parsed:
        return None
    found = (find_role(doc, name.start, name.end) for name in thing.names)
    role = next((tokens for tokens in found if tokens), None)
    return (doc[role[0]].idx, doc[role[1] - 1].end_char) if role else None


def _aliases(doc: "Doc", thing: Named) -> tuple[str, ...]:
    """Return the other names, in the order of their first mention; a country's with its article, as in `the UK`."""
    if len(thing.names) == 1 and thing.kind != "country":
        return () if thing.names[0].text == thing.name else (thing.names[0].text,)
    forms = (_with_article(doc, name) if thing.kind == "country" else name.text for name in thing.names)
    every = dict.fromkeys(form for name, full in zip(thing.names, forms, strict=True) for form in (name.text, full))
    return tuple(form for form in every if form != thing.name)


def _with_article(doc: "Doc", name: NameCandidate) -> str:
    before = doc[name.start - 1] if name.start else None
    belongs = before is not None and before.lower_ == "the" and name.start <= before.head.i < name.end
    return f"the {name.text}" if belongs else name.text


def _mention(article: Article, thing: Named, name: NameCandidate) -> Mention:
    return Mention(
        article_id=article.article_id,
        entity_id=thing.entity_id,
        start_char=name.start_char,
        end_char=name.end_char,
        text=name.text,
        label=name.label,
        method=name.method,
    )


def _head_nouns(doc: "Doc", article: Article, things: Sequence[Named], entities: Sequence[Entity]) -> Iterator[Mention]:
    if not doc.is_parsed:
        return
    antecedents = [_antecedent(thing, entity) for thing, entity in zip(things, entities, strict=True)]
    taken = {i for thing in things for name in thing.names for i in range(name.start, name.end)}
    for start, end, meant in find_head_nouns(doc, antecedents, taken):
        first, last = doc[start].idx, doc[end - 1].end_char
        yield Mention(
            article_id=article.article_id,
            entity_id=meant.entity_id,
            start_char=first,
            end_char=last,
            text=article.text[first:last],
            label="NOUN",
            method="head_noun",
        )


def _antecedent(thing: Named, entity: Entity) -> Antecedent:
    texts = (entity.role or "", *(name.text for name in thing.names))
    return Antecedent(
        entity_id=thing.entity_id,
        kind=thing.kind,
        words=frozenset(" ".join(texts).lower().split()),
        first_char=thing.names[0].start_char,
    )
