from typing import TYPE_CHECKING

import pytest

from transforms.events.modality import Modality, modality_of
from transforms.events.triggers import find_triggers
from transforms.parsing.spacy_model import parse

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army attacked Rome.", Modality("past", False, False)),
        # who suggests that it was so proposes nothing; who could not was not able to; what is made easier is possible
        ("The mayor left, suggesting Peru was attacking Rome.", Modality("past", False, False)),
        ("He suggested attacking Rome.", Modality("past", False, True)),
        ("Anna couldn't be arrested.", Modality("present", True, False)),
        ("The plan would make it easier to arrest Anna.", Modality("present", False, True)),
        ("It is a campaign to force Peru to attack Rome.", Modality("present", False, True)),
        ("It stays, even if Peru is attacking Rome.", Modality("present", False, False)),
        ("Peru did not take part in this year's talks.", Modality("past", True, False)),
        # a verb of keeping, and what is said of a noun, do not deny it
        ("Peru is not implementing the agreements with Chile.", Modality("present", False, False)),
        ("The visit of Berg to Peru is not a coincidence.", Modality("present", False, False)),
        ("Capturing the town would mean a victory.", Modality("present", False, True)),
        ("Has the army attacked Rome?", Modality("past", False, True)),
        ("Why has the army attacked Rome?", Modality("past", False, False)),
        ("True or not, the army attacked Rome.", Modality("past", False, False)),
        ("It took a year for the army to attack Rome.", Modality("past", False, False)),
        ("He could stay, appeal the ruling, or leave and attack Rome.", Modality("present", False, True)),
        ("The army never attacked Rome.", Modality("past", True, False)),
        ("The army is attacking Rome.", Modality("present", False, False)),
        ("The army would attack Rome.", Modality("present", False, True)),
        ("They await talks between Iraq and Iran.", Modality("future", False, False)),
        ("No attack on Rome was seen.", Modality("past", True, False)),
        ("The army has the right to attack Rome.", Modality("present", False, True)),
        ("He does not mind meeting soldiers.", Modality("present", False, True)),
        ("The attack on Rome did not end the talks.", Modality("past", False, False)),
        ("The attacks on Rome must stop.", Modality("present", False, False)),
        ("The army left Rome instead of attacking it.", Modality("past", True, False)),
        ("The army encouraged Peru to attack Rome.", Modality("past", False, True)),
        ("The army refrained from attacking Rome.", Modality("past", True, False)),
        ("The army stopped short of attacking Rome.", Modality("past", True, False)),
        ("No army attacked Rome.", Modality("past", True, False)),
        ("It could set a precedent for the army to be attacked.", Modality("present", False, True)),
        ("They plan to go to sea to hijack ships.", Modality("present", False, True)),
        ("The army has not so far attacked Rome.", Modality("past", True, False)),
        ("Peru will no doubt attack Rome.", Modality("future", False, False)),
        ("The law allows the police to arrest Anna.", Modality("present", False, True)),
        ("The king is able to dissolve parliament.", Modality("present", False, True)),
        ("The man allegedly stabbed Anna.", Modality("past", False, True)),
        ("Villagers spoke of the risk of attacks on Rome.", Modality("past", False, True)),
        ("He was tried on charges that he attacked Rome.", Modality("past", False, True)),
        ("There were claims of an attack on Rome.", Modality("past", False, True)),
        ("The mayor called the attack on Rome a mistake.", Modality("past", False, False)),
        ("Berg tried to calm them, accusing Rome.", Modality("past", False, False)),
        ("Soldiers were not prepared to negotiate.", Modality("past", True, False)),
        ("Soldiers were prepared to negotiate.", Modality("past", False, False)),
        ("Berg avoided a vote by resigning.", Modality("past", False, False)),
        ("Berg avoided resigning.", Modality("past", True, False)),
        ("The attack did not kill anybody.", Modality("past", False, False)),
        ("The attack did not take place.", Modality("past", True, False)),
        ("These murders did not surprise Anna.", Modality("past", False, False)),
        ("They will discuss the recent attack on Rome.", Modality("past", False, False)),
        ("They will hold the next talks in Rome.", Modality("future", False, False)),
        ("Officials will discuss Monday's talks with Peru.", Modality("past", False, False)),
        ("Officials will hold Monday's talks with Peru.", Modality("future", False, False)),
        ("Officials will discuss tomorrow's talks with Peru.", Modality("future", False, False)),
        ("They focused on regaining control of Rome.", Modality("past", False, True)),
        ("Women can be attacked by robbers or raped.", Modality("present", False, True)),
        ("Peru should cooperate with Chile, no matter how weak it is.", Modality("present", False, True)),
        ("It opened up prospects for the growth of cooperation between Peru and Chile.", Modality("past", False, True)),
        ("If Peru fails to sign the deal with Chile, it will suffer.", Modality("present", True, True)),
        ("The general called the envoy to offer condolences.", Modality("past", False, False)),
        ("The envoy must be expelled.", Modality("present", False, True)),
        ("No court has tried to sue Peru.", Modality("past", True, True)),
        ("Peru has yet to sign the deal with Chile.", Modality("present", True, False)),
        ("Peru’s focus will be on attacking the rebels.", Modality("future", False, False)),
        ("A mob nearly lynched Anna.", Modality("past", False, True)),
        ("A mob lynched nearly ten people.", Modality("past", False, False)),
        ("They instructed the man to attack Rome.", Modality("past", False, True)),
        ("Berg wanted the man arrested.", Modality("past", False, True)),
        ("People spoke of a potential attack on Rome.", Modality("future", False, True)),
        ("At the summit with Peru, the mayor must explain it.", Modality("present", False, False)),
        ("Rather than an attack on Rome, it was a quarrel.", Modality("past", True, False)),
        ("The police were able to arrest Anna.", Modality("past", False, False)),
        ("The police were not able to arrest Anna.", Modality("past", False, True)),
        ("We would like to thank the mayor.", Modality("present", False, False)),
        ("They want to be friends during their talks with Peru.", Modality("present", False, False)),
        ("They believe that soldiers killed Anna.", Modality("past", False, True)),
        ("The minister recused himself from investigating Anna.", Modality("past", True, False)),
    ],
)
def test_happening(nlp: "Language", text: str, expected: Modality) -> None:
    assert modality_of(next(find_triggers(parse(nlp, text)))) == expected, text
