import pytest

from transforms.entities.candidate import NameCandidate
from transforms.entities.kinds import find_kinds
from transforms.entities.name_forms import normalise


def named(text: str, label: str) -> NameCandidate:
    return NameCandidate(
        start=0, end=1, start_char=0, end_char=len(text), text=text, key=normalise(text), label=label, method="spacy"
    )


@pytest.mark.parametrize(
    ("names", "key", "kind"),
    [
        ([("Telegram", "ORG")], "telegram", "organization"),
        ([("Morocco", "ORG")], "morocco", "country"),
        ([("Ukrainians", "ORG")], "ukrainians", "nationality"),
        ([("Kyiv", "GPE"), ("Kyiv", "GPE"), ("Kyiv", "ORG")], "kyiv", "place"),
        ([("Rotterdam", "GPE"), ("Rotterdam", "ORG")], "rotterdam", "place"),
        ([("Zanari", "GPE"), ("Zanari", "ORG")], "zanari", "organization"),
        ([("Dallas Morning News", "EVENT")], "dallas morning news", "organization"),
        ([("West Bank", "GPE")], "west bank", "place"),
        ([("Midway Atoll", "PERSON")], "midway atoll", "place"),
        ([("UPI", "NORP")], "upi", "organization"),
        ([("Marines", "NORP")], "marines", "organization"),
        ([("Social Democrats", "NORP")], "social democrats", "organization"),
        ([("Kashmiri", "ORG")], "kashmiri", "nationality"),
        ([("Defender of the Fatherland Day", "ORG")], "defender of the fatherland day", "event"),
        ([("Centenary of Zanari", "ORG")], "centenary of zanari", "event"),
        ([("Zanari Report", "ORG")], "zanari report", "work"),
        # a surname is a person's when the article has the full name
        ([("Najib Razak", "PERSON"), ("Najib", "ORG"), ("Najib", "ORG")], "najib", "person"),
        ([("Rachid El Abdi", "PERSON"), ("El Abdi", "ORG")], "el abdi", "person"),
        ([("Enrique Peña Nieto", "ORG"), ("Peña Nieto", "PERSON")], "enrique pena nieto", "person"),
        ([("Bayo Adeyemi", "ORG"), ("Adeyemi", "PERSON")], "bayo adeyemi", "person"),
        ([("Alicia Machado", "PERSON"), ("Machado", "GPE")], "machado", "person"),
        ([("Denzel Washington", "PERSON"), ("Washington", "GPE")], "washington", "place"),
        ([("Jim Jordan", "PERSON"), ("Jordan", "PERSON")], "jordan", "person"),
        ([("Jim Jordan", "PERSON"), ("Jordan", "GPE")], "jordan", "country"),
        ([("Jordan", "PERSON")], "jordan", "country"),
        ([("Sally Yates", "PERSON"), ("Yates", "NORP")], "yates", "person"),
        ([("Kim Jong-un", "PERSON"), ("UN", "ORG")], "un", "organization"),
        ([("WZLA", "PERSON")], "wzla", "organization"),
        ([("WONG", "PERSON"), ("Wong", "PERSON")], "wong", "person"),
        ([("JJ Okafor", "PERSON"), ("JJ", "PERSON")], "jj", "person"),
        # the short name of a body that the model took for a person
        ([("Zanjin Shipping", "PERSON"), ("Zanjin", "PERSON")], "zanjin", "organization"),
        ([("Zanjin Shipping", "PERSON"), ("Zanjin", "PERSON"), ("Ola Zanjin", "PERSON")], "zanjin", "person"),
        ([("Essex Police", "PERSON"), ("Essex", "PERSON")], "essex", "person"),
        ([("Trump Organization", "ORG"), ("Trump", "PERSON")], "trump", "person"),
    ],
)
def test_kind(names: list[tuple[str, str]], key: str, kind: str) -> None:
    assert find_kinds([named(text, label) for text, label in names])[key] == kind


def test_what_the_words_beside_a_name_tell_outweighs_the_model() -> None:
    names = [named("Zanari", "PERSON"), named("Jordan", "PERSON")]
    told = {"zanari": "organization", "jordan": "organization"}
    assert find_kinds(names, told) == {"zanari": "organization", "jordan": "country"}
