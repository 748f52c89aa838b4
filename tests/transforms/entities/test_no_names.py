"""What the model may mark though it names nothing."""

from typing import TYPE_CHECKING

import pytest

from transforms.entities.candidate import candidate
from transforms.entities.no_names import names_nothing
from transforms.parsing.spacy_model import parse
from transforms.parsing.tokens import covering

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "name", "label", "expected"),
    [
        ("They signed an MOU on Friday.", "MOU", "ORG", True),
        ("He is of the Parish of travellers.", "Parish", "NORP", True),
        ("Here they flew Ka-29 over Rome.", "Ka-29", "PERSON", True),
        ("I’d go to Rome.", "I’d", "NORP", True),
        ("There are two Londons, they say.", "Londons", "GPE", True),
        ("There are two Zanaris, they say.", "Zanaris", "GPE", False),
        ("After the Bolshevik revolution it was lost.", "Bolshevik", "PERSON", True),
        ("It is in the interest of the Club now.", "Club", "ORG", True),
        ("He spoke of Islam.", "Islam", "ORG", True),
        ("They used CCN3 in mice.", "CCN3", "GPE", True),
        ("They joined D66 in May.", "D66", "ORG", False),
        ("Members of his Mosque came.", "Mosque", "ORG", True),
        ("Members of the Council came.", "Council", "ORG", False),
        ("You and your Congress can act.", "Congress", "ORG", False),
        ("Households paid more.", "Households", "ORG", True),
        ("Wilkins said no.", "Wilkins", "ORG", False),
        ("It starts on Feb 15 in Rome.", "Feb 15", "LAW", True),
        ("The list of Schedule 1 is long.", "Schedule 1", "ORG", True),
        ("They cite Article 50 of it.", "Article 50", "LAW", False),
        ("Share this Facebook Twitter Google+ now.", "Twitter", "PERSON", True),
        ("She wrote it on Twitter.", "Twitter", "ORG", False),
        ("Then reddit Newsvine Permalink came.", "Newsvine Permalink", "PRODUCT", True),
        ("It was hard, “Waziri said” then.", "Waziri said", "WORK_OF_ART", True),
        ("The Laguna Mayor came.", "Laguna Mayor", "ORG", True),
        ("Then National Security Adviser Ana Lom left.", "National Security", "ORG", True),
        ("The National Security Council met.", "National Security Council", "ORG", False),
        ("The former secretary of State left.", "State", "ORG", True),
        ("The Minister for Lom Affairs left.", "Lom Affairs", "ORG", True),
        ("They read #StormZara in May.", "StormZara", "PERSON", True),
        ("They called Zara in May.", "Zara", "PERSON", False),
        ("They want no Zanarification of it.", "Zanarification", "PRODUCT", True),
        ("They want no de-Zanarification of it.", "de-Zanarification", "PRODUCT", True),
        ("The Lom Organization met.", "Organization", "ORG", False),
        ("It has every Londoner in tears.", "Londoner", "PERSON", True),
        ("It has Mrs Londoner in tears.", "Londoner", "PERSON", False),
        ("It has every Parker in tears.", "Parker", "PERSON", False),
        ("Lom Brokers Have Histories of it.", "Lom Brokers Have Histories", "ORG", True),
        ("They watched Boys Are Back in May.", "Boys Are Back", "WORK_OF_ART", False),
        ("The Office of the Trade Representative came.", "Office of the Trade Representative", "ORG", False),
    ],
)
def test_names_nothing(nlp: "Language", text: str, name: str, label: str, expected: bool) -> None:
    doc = parse(nlp, text)
    span = covering(doc, text.index(name), text.index(name) + len(name))
    named = candidate(doc, span.start, span.end, label, "spacy") if span else None
    assert span is not None
    assert named is not None
    assert names_nothing(span, named) is expected
