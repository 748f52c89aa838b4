"""Site, section, topics, image, licence, paywall and comment count."""

import pytest
from lxml import html

from transforms.html.fields import site_metadata as site_fields
from transforms.html.fields.metadata import Evidence, gather
from transforms.records.page import Found


def evidence(head: str = "", ld: str = "{}", lang: str = "") -> Evidence:
    script = f'<script type="application/ld+json">{ld}</script>'
    return gather(
        html.document_fromstring(f'<html lang="{lang}"><head>{head}{script}</head><body><p>x</p></body></html>')
    )


def test_fields_of_json_ld() -> None:
    found = evidence(
        ld='{"@type": "NewsArticle", "publisher": {"name": "The Harbour Times"}, "articleSection": ["Local"], '
        '"keywords": "pier, fire", "image": ["https://paper.example/p.jpg"], "isAccessibleForFree": "False", '
        '"commentCount": 3, "license": "https://creativecommons.org/licenses/by/4.0/", "inLanguage": "en-GB"}'
    )
    assert site_fields.site(found) == "The Harbour Times"
    assert site_fields.section(found) == Found("Local", "json_ld")
    assert site_fields.topics(found) == ("pier", "fire")
    assert site_fields.image_url(found, None) == "https://paper.example/p.jpg"
    assert site_fields.paywalled(found) is True
    assert site_fields.comment_count(found) == 3
    assert site_fields.license_of(found) == "https://creativecommons.org/licenses/by/4.0/"
    assert site_fields.declared_language(found) == Found("en", "json_ld")


def test_fields_of_meta_tags() -> None:
    found = evidence(
        '<meta property="og:site_name" content="Harbour"><meta property="article:section" content="Local">'
        '<meta property="article:tag" content="pier"><meta property="og:image" content="/p.jpg">'
        '<meta property="og:description" content="It burned.">',
        lang="de-DE",
    )
    assert site_fields.site(found) == "Harbour"
    assert site_fields.section(found) == Found("Local", "meta article:section")
    assert site_fields.topics(found) == ("pier",)
    assert site_fields.image_url(found, "https://paper.example/a/b") == "https://paper.example/p.jpg"
    assert site_fields.descriptions(found) == ("It burned.",)
    assert site_fields.declared_language(found) == Found("de", "html_lang")


@pytest.mark.parametrize(
    ("country", "lang", "code"),
    [
        ('"GB"', "", "GBR"),
        ('"gbr"', "", "GBR"),
        ('"Kenya"', "", "KEN"),
        ('"PERU"', "es", "PER"),
        ('{"@type": "Country", "name": "USA"}', "", "USA"),
        ('["Deutschland"]', "de-DE", "DEU"),
        ('"Österreich"', "de", "AUT"),
        ('"Deutschland"', "en", None),
        ('"Scotland Yard"', "en", None),
        ('""', "en", None),
        ("7", "en", None),
    ],
)
def test_the_country_in_the_publishers_address(country: str, lang: str, code: str | None) -> None:
    address = f'{{"@type": "PostalAddress", "addressLocality": "X", "addressCountry": {country}}}'
    ld = f'{{"@type": "NewsArticle", "publisher": {{"name": "The Harbour Times", "address": {address}}}}}'
    assert site_fields.publisher_country(evidence(ld=ld, lang=lang)) == code


def test_an_address_of_another_than_the_publisher_is_no_country() -> None:
    event = '{"@type": "Event", "location": {"address": {"addressCountry": "FR"}}}'
    found = evidence('<meta property="og:locale" content="en_US">', f'[{event}, {{"@type": "NewsArticle"}}]', "en-GB")
    assert site_fields.publisher_country(found) is None


def test_what_a_page_does_not_say_is_none() -> None:
    found = evidence()
    assert site_fields.site(found) is None
    assert site_fields.section(found) is None
    assert site_fields.topics(found) == ()
    assert site_fields.image_url(found, None) is None
    assert site_fields.paywalled(found) is None
    assert site_fields.comment_count(found) is None
    assert site_fields.license_of(found) is None
    assert site_fields.declared_language(found) is None


@pytest.mark.parametrize(
    ("meta", "lang", "expected"),
    [
        ("", "en-GB", "en-GB"),
        ('<meta property="og:locale" content="en_AU">', "en", "en-AU"),
        ('<meta property="og:locale" content="en_AU">', "de", "de"),
        ("", "de", "de"),
        ("", "", None),
    ],
)
def test_a_language_with_its_region(meta: str, lang: str, expected: str | None) -> None:
    assert site_fields.regional_language(evidence(meta, lang=lang)) == expected
