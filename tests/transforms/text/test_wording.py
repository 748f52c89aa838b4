"""Wording tells furniture from text."""

import pytest

from transforms.records.reasons import Role
from transforms.text.wording import role_of_wording


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Read more: Pier burns down", Role.RELATED),
        ("Lesen Sie auch: Der Steg brennt", Role.RELATED),
        ("Les også: Brygga brenner", Role.RELATED),
        ("Sign up for our daily newsletter", Role.NEWSLETTER),
        ("Follow us on Twitter", Role.SHARE),
        ("Your email address will not be published.", Role.COMMENT_FORM),
        ("Photo: Jane Roe", Role.CAPTION),
        ("Our Standards: The Thomson Reuters Trust Principles.", Role.AGENCY),
        ("office@harbour.example 0123/456789 Pier 9, 12345 Harbour", Role.OTHER),
        ("© 2024 The Harbour Times. All rights reserved.", Role.COPYRIGHT),
        ("With files from The Associated Press", Role.AGENCY),
        ("This article is for subscribers only.", Role.PAYWALL),
        ("Advertisement", Role.ADVERTISEMENT),
        ("Weitere Informationen zur Brücke:", Role.RELATED),
        ("Das könnte dich auch interessieren:", Role.RELATED),
        ("おすすめ情報", Role.RELATED),
        ("Pressekontakt:", Role.OTHER),
        ("Melde dich hier für unseren Newsletter an!", Role.NEWSLETTER),
        ("Siguenos en Telegram y Facebook", Role.SHARE),
        ("We want to hear what you think.", Role.COMMENT_FORM),
        ("Kommentare insgesamt: 0", Role.COMMENT_FORM),
        ("Titelbild: Jane Roe", Role.CAPTION),
        ("Unless otherwise noted, pages are CC BY 4.0.", Role.COPYRIGHT),
        ("Anzeige, enthält Affiliate Links", Role.ADVERTISEMENT),
        ("abc/PAP", Role.AGENCY),
        ("dpa/jr/hh", Role.AGENCY),
        ("Updated: 24 April 2024, 10:58", Role.DATELINE),
        ("Notas relacionadas", Role.RELATED),
        ("Ähnliche Beiträge:", Role.RELATED),
        ("For the latest from the coast download our apps for iOS and Android.", Role.NEWSLETTER),
        ("Read all of it for 2 euros a month. Cancel anytime.", Role.PAYWALL),
        ("*Werbung. Dieser Beitrag enthält Werbung für ein Boot.", Role.ADVERTISEMENT),
    ],
)
def test_furniture_is_known_by_its_words(text: str, role: Role) -> None:
    assert role_of_wording(text) == role, text


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said she would subscribe to the plan if the council paid for it.",
        "»Jeg er stolt af det,« siger hun.",
        "Cases of the disease first appeared in the harbour at the end of August.",
        "Watch out for the old pier, the police warned.",
        "Brokers may receive a commission of three per cent from the seller, the paper wrote.",
        "The museum publishes its photographs under a Creative Commons licence from May on.",
        "office@harbour.example is the address to which 300 guests have written since Monday.",
        "Der Kontakt zur Fähre brach am Abend ab.",
        "Guests may cancel anytime until the day before, the hotel by the harbour told those who had called it.",
        "He signed up for the army in 1940 and never came back.",
    ],
)
def test_prose_is_left_alone(text: str) -> None:
    assert role_of_wording(text) is None, text


def test_a_long_paragraph_in_which_somebody_signs_up_is_a_story() -> None:
    told = (
        "As the machine was asked to do by the engineer it went to the page to sign up, but was stopped, for it had no "
        "email address of its own to give. "
    )
    more = (
        "So the engineer told it to get one. It did so in a single try, without errors and without anybody's help, "
        "and then went on with what it had been told to do."
    )
    assert role_of_wording(told) == Role.NEWSLETTER
    assert role_of_wording(told + more) is None
    notice = "We and selected third parties store information on your device, and with your consent for measurement "
    assert role_of_wording(notice * 2 + "we use cookies and similar technologies.") == Role.COOKIES


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ann Lee wants to win as many games as she can. IMAGO/Jo Roe", Role.CAPTION),
        ("The stoat is at home all over Europe. iStock.com", Role.CAPTION),
        ("The stoat is hardly seen in the snow. (jroe / iStock.com)", Role.CAPTION),
        ("The ferry is the oldest of the town (see the report / the plan)", None),
        ("Artist sues Getty Images", None),
        ("The firm sold its archive to Getty Images.", None),
    ],
)
def test_who_took_a_picture_stands_at_the_end_of_its_caption(text: str, role: Role | None) -> None:
    assert role_of_wording(text) is role
