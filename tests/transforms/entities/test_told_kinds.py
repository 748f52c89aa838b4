from typing import TYPE_CHECKING

import pytest

from transforms.entities.candidate import candidate
from transforms.entities.told_kinds import told_kinds
from transforms.parsing.spacy_model import parse
from transforms.parsing.tokens import covering

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "name", "label", "expected"),
    [
        ("He lives in Erbil.", "Erbil", "ORG", "place"),
        ("It is in Lomotor dictionary now.", "Lomotor", "PERSON", "organization"),
        ("They work at the Lomotor manufacturing unit in Rome.", "Lomotor", "PRODUCT", "organization"),
        ("They work at the Lomotor plant in Rome.", "Lomotor", "PRODUCT", "organization"),
        ("They like the Lomotor colours in Rome.", "Lomotor", "PRODUCT", None),
        ("She sings with the band Lomotor there.", "Lomotor", "PERSON", "organization"),
        ("It is true, according to Lomotor dictionary.", "Lomotor", "PERSON", "organization"),
        ("They fled from the capital Zanari there.", "Zanari", "PERSON", "place"),
        ("They protested in Punjab again.", "Punjab", "NORP", "place"),
        ("The provincial capital of Quetta fell.", "Quetta", "ORG", "place"),
        ("She bought shares in Santander.", "Santander", "ORG", None),
        ("He works in Telegram.", "Telegram", "ORG", None),
        ("The ferry company Zanari grew.", "Zanari", "PERSON", "organization"),
        ("He told the Vremya daily.", "Vremya", "PERSON", "organization"),
        ("They hid near the Zarkh mountains.", "Zarkh", "PERSON", "place"),
        ("They flew around the Moon.", "Moon", "PERSON", "place"),
        ("Then President Moon left.", "Moon", "ORG", "person"),
        ("The lander Zanari lost its sail.", "Zanari", "PERSON", "product"),
        ("The unmanned Zanari landers were lost.", "Zanari", "PERSON", "product"),
        ("The people of ZTV left.", "ZTV", "ORG", None),
        ("They sailed from near Severomorsk.", "Severomorsk", "PRODUCT", "place"),
        ("A president Moon left.", "Moon", "ORG", None),
        ("He read it in Vremya newspaper.", "Vremya", "PERSON", "organization"),
        ("They live on Zanari, a remote island chain.", "Zanari", "PERSON", "place"),
        ("They live in Zanari, the birthplace of Ana Lom.", "Zanari", "PERSON", "place"),
        ("Snow fell in Englewood, New Jersey.", "Englewood", "ORG", "place"),
        ("A checkpoint near Gorlovka fell.", "Gorlovka", "PERSON", "place"),
        ("The Zanari news agency grew.", "Zanari", "PERSON", "organization"),
        ("He voted for Brexit.", "Brexit", "GPE", "event"),
        ("They walked around Aleppo.", "Aleppo", "NORP", "place"),
        ("It is true, Boldt says.", "Boldt", "NORP", "person"),
        ("It is true, Boldt says.", "Boldt", "GPE", "person"),
        ("They watched the Grammys.", "Grammys", "GPE", "event"),
        ("It is true, Ankara says.", "Ankara", "GPE", None),
        ("It is true, Sacramento says.", "Sacramento", "GPE", None),
        ("They left the village of Zanari.", "Zanari", "PERSON", "place"),
        ("They left the works of Zanari.", "Zanari", "PERSON", None),
        ("They met in Rotterdam.", "Rotterdam", "PERSON", "place"),
        ("They met in Chekhov.", "Chekhov", "PERSON", None),
        ("The travel company Zanari grew.", "Zanari", "GPE", "organization"),
        ("They voted in large numbers, and Normandy too.", "Normandy", "ORG", "place"),
        ("He came by bus, and saw Winnipeg.", "Winnipeg", "FAC", "place"),
        ("He came by bus, and saw Winnipeg.", "Winnipeg", "ORG", None),
        ("They asked Zanari, a professor of law.", "Zanari", "ORG", "person"),
        ("They asked Zanari, a firm of lawyers.", "Zanari", "ORG", None),
        ("Then President Zanari left.", "Zanari", "PERSON", "person"),
        ("The Islamist group Zanari fled.", "Zanari", "PERSON", "organization"),
        ("The Islamist group leader Zanari fled.", "Zanari", "PERSON", None),
        ("Zanari, an armed group, fled.", "Zanari", "PERSON", "organization"),
        ("Zanari, director of the group, fled.", "Zanari", "PERSON", None),
        ("They fled to Zanari, a hospital near Lom.", "Zanari", "PERSON", "facility"),
        ("They fled to the Zanari hospital.", "Zanari", "PERSON", "facility"),
        ("They stayed at a Rotterdam hotel.", "Rotterdam", "PERSON", "place"),
        ("Voters of the liberal Zanari party won.", "Zanari", "PRODUCT", "organization"),
        ("They gave Zanari parties.", "Zanari", "PRODUCT", None),
        ("The space shuttle Zanari broke up.", "Zanari", "ORG", "product"),
        ("He is of the Zanari clan of Lom.", "Zanari", "PERSON", "nationality"),
    ],
)
def test_what_the_words_beside_a_name_tell(
    nlp: "Language", text: str, name: str, label: str, expected: str | None
) -> None:
    doc = parse(nlp, text)
    at = next(token.i for token in doc if token.text == name)
    named = candidate(doc, at, at + 1, label, "spacy")
    assert named is not None
    assert told_kinds(doc, [named]).get(named.key) == expected, text


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Angela Merk", "person"),
        ("Cape of Good Hope", "place"),
        ("Ralph Lauren", None),
        ("Morgan Stanley", "organization"),
        ("Obamacare", "law"),
        ("I-70", "facility"),
        ("Red Cross", None),
        ("Zarkh National Park", "place"),
        ("Oscars", "event"),
    ],
)
def test_names_that_tell_their_kind(nlp: "Language", name: str, expected: str | None) -> None:
    doc = parse(nlp, f"They wrote to {name}.")
    named = candidate(doc, 3, len(doc) - 1, "ORG", "spacy")
    assert named is not None
    assert told_kinds(doc, [named]).get(named.key) == expected


def test_where_the_words_disagree_nothing_is_told(nlp: "Language") -> None:
    doc = parse(nlp, "He lives in Quetta. Judge Quetta left.")
    found = [candidate(doc, token.i, token.i + 1, "ORG", "spacy") for token in doc if token.text == "Quetta"]
    assert told_kinds(doc, [name for name in found if name]) == {}


@pytest.mark.parametrize(
    ("text", "name", "label", "expected"),
    [
        ("Then the ruling party, United Lom, left.", "United Lom", "GPE", "organization"),
        ("The people of Zanari Hill left.", "Zanari Hill", "ORG", "place"),
        ("They left the al-Zanari Governorate.", "al-Zanari", "ORG", "place"),
        ("They traded in Central-Eastern Europe.", "Central-Eastern Europe", "ORG", "place"),
        ("The minister, Florin Zanari, said so.", "Florin Zanari", "GPE", None),
        ("Then Florin Zanari said so.", "Florin Zanari", "GPE", "person"),
        ("They went to the Rose Garden.", "Rose Garden", "GPE", None),
        ("They saw the film Slow Water there.", "Slow Water", "PERSON", "work"),
        ("They saw the comedy Slow Water there.", "Slow Water", "PERSON", "work"),
        ("They hold the festival Zanari Bairam there.", "Zanari Bairam", "PERSON", "event"),
        ("They told the network's Ana Silva so.", "Ana Silva", "WORK_OF_ART", "person"),
        ("They sang “Ana Silva” again.", "Ana Silva", "WORK_OF_ART", None),
        ("They sang the Ana Silva again.", "Ana Silva", "WORK_OF_ART", None),
        ("They heard it on ZTV Calgary.", "ZTV Calgary", "PERSON", "organization"),
        ("They heard it of JJ Calgary.", "JJ Calgary", "PERSON", None),
        ("The travel company Rita Zanari grew.", "Rita Zanari", "PERSON", "organization"),
        ("The helicopter manufacturer Rita Zanari left.", "Rita Zanari", "PERSON", None),
        ("They saw Kamov 52 helicopters.", "Kamov 52", "PERSON", "product"),
    ],
)
def test_names_of_two_words(nlp: "Language", text: str, name: str, label: str, expected: str | None) -> None:
    doc = parse(nlp, text)
    span = covering(doc, text.index(name), text.index(name) + len(name))
    assert span is not None
    named = candidate(doc, span.start, span.end, label, "spacy")
    assert named is not None
    assert told_kinds(doc, [named]).get(named.key) == expected, text
