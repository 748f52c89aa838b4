from typing import TYPE_CHECKING

import pytest

from transforms.entities.roles import find_role
from transforms.parsing.spacy_model import parse
from transforms.parsing.tokens import covering

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        ("Pentagon deputy press secretary Sabrina Singh spoke.", "Sabrina Singh", "Pentagon deputy press secretary"),
        ("Sabrina Singh, the Pentagon’s press secretary, spoke.", "Sabrina Singh", "Pentagon’s press secretary"),
        ("The bank’s chief executive, Laura Hill, resigned.", "Laura Hill", "bank’s chief executive"),
        ("On Tuesday Prime Minister Hun Sen resigned.", "Hun Sen", "Prime Minister"),
        ("Polish President Andrzej Duda flew home.", "Andrzej Duda", "Polish President"),
        ("The former governor Paul Reed was there.", "Paul Reed", "former governor"),
        ("A 34-year-old teacher Maria Lopez was hurt.", "Maria Lopez", "teacher"),
        ("They praised Gen. Mark Milley warmly.", "Mark Milley", "Gen."),
        ("Paul Reed, a professor of law at Leiden University, agreed.", "Paul Reed", None),
        ("First Minister Ana Ruiz agreed.", "Ana Ruiz", "First Minister"),
        ("Apple CEO Tim Cook agreed.", "Tim Cook", "Apple CEO"),
        ("His lawyer, Paul Reed, appealed.", "Paul Reed", "lawyer"),
        ("Paul Reed, who lives in Leeds, agreed.", "Paul Reed", ""),
        ("Mr. Paul Reed agreed.", "Paul Reed", ""),
        ("They want another referendum Paul Reed defends.", "Paul Reed", ""),
        ("Paul Reed, the village of his birth, agreed.", "Paul Reed", ""),
        ("The language, Paul Reed, died.", "Paul Reed", ""),
        ("The security guard Paul Reed agreed.", "Paul Reed", "security guard"),
        ("Paul Reed, a co-founder of the group, agreed.", "Paul Reed", "co-founder"),
        ("On Thursday Paul Reed agreed.", "Paul Reed", ""),
        ("Paul Reed agreed.", "Paul Reed", ""),
        ("They told Reuters. Paul Reed agreed.", "Paul Reed", ""),
        ("Jane Hall, 90, the zoologist, spoke at Oxford.", "Jane Hall", "zoologist"),
        ("Paul Reed, 34, agreed.", "Paul Reed", ""),
        ("Paul Reed, a councillor and a key figure in the movement, agreed.", "Paul Reed", "councillor"),
        ("Paul Reed, vice-president of the bank, agreed.", "Paul Reed", "vice-president"),
        ("Paul Reed, a cook in the Lom & Bell hotel, agreed.", "Paul Reed", "cook in the Lom & Bell hotel"),
        ("They wrote to Paul Reed, his immediate family and others.", "Paul Reed", ""),
        ("He met Lee and Treasury Secretary Paul Reed, who left.", "Paul Reed", "Treasury Secretary"),
        ("They met Deputy Crown Prince Mohammed bin Salman there.", "Mohammed bin Salman", "Deputy Crown Prince"),
        ("The acting parliament speaker Paul Reed left.", "Paul Reed", "acting parliament speaker"),
    ],
)
def test_role(nlp: "Language", text: str, person: str, role: str | None) -> None:
    doc = parse(nlp, text)
    at = text.index(person)
    span = covering(doc, at, at + len(person))
    tokens = find_role(doc, span.start, span.end)
    expected = "professor of law at Leiden University" if role is None else role
    assert (doc[tokens[0] : tokens[1]].text if tokens else "") == expected, text
