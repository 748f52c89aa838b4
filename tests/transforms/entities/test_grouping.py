from typing import TYPE_CHECKING

import pytest

from transforms.entities.grouping import find_things
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "Sabrina Singh spoke. Singh left for Iraq, and Iraqis cheered.",
            {"Sabrina Singh": ["Sabrina Singh", "Singh"], "Iraq": ["Iraq"], "Iraqi": ["Iraqis"]},
        ),
        (
            "The African Union (AU) met in Kenya. Later the AU left Kenya.",
            {"African Union": ["African Union", "AU", "AU"], "Kenya": ["Kenya", "Kenya"]},
        ),
        (
            "They live in Washington, D.C., and in Rome.",
            {"Washington": ["Washington", "D.C."], "Rome": ["Rome"]},
        ),
        (
            "Envoys left North Korea. They spoke of the threat of the North.",
            {"North Korea": ["North Korea", "North"]},
        ),
        ("The UK is Britain.", {"United Kingdom": ["UK", "Britain"]}),
        ("", {}),
    ],
)
def test_names_are_gathered(nlp: "Language", text: str, things: dict[str, list[str]]) -> None:
    found = find_things(parse(nlp, text))
    assert {thing.name: [name.text for name in thing.names] for thing in found} == things, text


def test_ids_never_change(nlp: "Language") -> None:
    ids = {thing.name: thing.entity_id for thing in find_things(parse(nlp, "The US and Angela Merkel agreed."))}
    assert ids == {
        "United States": "4228f4df-756e-5d71-b1e0-a928fde28d5e",
        "Angela Merkel": "6fc825d3-7d9f-5ab4-b220-ca86ce91d92d",
    }


def test_what_kind_a_thing_seems_to_be_is_no_part_of_its_id(nlp: "Language") -> None:
    texts = ("Shares of Intel Corp. fell.", "Intel grew. The Intel chip is fast.")
    ids = {t.entity_id for text in texts for t in find_things(parse(nlp, text)) if t.name.startswith("Intel")}
    assert len(ids) == 1
