"""Classes and ids say what the parts of a page are."""

import pytest
from lxml import html

from transforms.html.content.markup_role import MarkupRoles, own_role, role_of_names
from transforms.records.reasons import Role


@pytest.mark.parametrize(
    ("names", "role"),
    [
        ("wp-caption-text", Role.CAPTION),
        ("article__related-links", Role.RELATED),
        ("RelatedContent", Role.RELATED),
        ("newsletter_signup", Role.NEWSLETTER),
        ("comments", Role.COMMENT),
        ("social-share", Role.SHARE),
        ("ad-slot", Role.ADVERTISEMENT),
        ("infobox", Role.OTHER),
        ("article-body paragraph", None),
        ("shadow-header headline", None),
        ("commentary-text", None),
        ("post hentry type-post status-publish category-news tag-harbour", None),
        ("node node--type-story node--promoted", None),
        ("tagStyle_18h2erd-o_O-style_1", None),
        ("Report__Section Report__Section--Ads", None),
        ("cmp-text cmp-container", None),
        ("cmp-banner", Role.COOKIES),
        ("editorial-disclosure", Role.COPYRIGHT),
        ("letters-cta", Role.NEWSLETTER),
        ("has-cta", None),
        ("tag-list", Role.SECTION),
        ("entry-categories", Role.SECTION),
    ],
)
def test_names_tell(names: str, role: Role | None) -> None:
    assert role_of_names(names) == role, names


def test_a_random_id_tells_nothing() -> None:
    assert own_role(html.fragment_fromstring('<p id="block-n1AuAdJlVL">x</p>')) is None


def test_an_id_made_of_a_heading_tells_nothing() -> None:
    assert own_role(html.fragment_fromstring('<div id="sharing-the-costs">x</div>')) is None
    assert own_role(html.fragment_fromstring('<div id="share-bar">x</div>')) == Role.SHARE


def test_roles_are_inherited_but_not_from_the_main_element() -> None:
    tree = html.document_fromstring('<div class="paywall"><p>x</p><div class="share"><span>y</span></div></div>')
    main, paragraph, span = tree.find(".//div"), tree.find(".//p"), tree.find(".//span")
    assert MarkupRoles(set()).role(paragraph) == Role.PAYWALL
    assert MarkupRoles({main}).role(paragraph) is None
    assert MarkupRoles({main}).role(span) == Role.SHARE


def test_a_long_text_called_after_authors_is_no_byline() -> None:
    line, guidelines = (
        f'<div class="author-guidelines"><p>{text}</p></div>' for text in ("Jane Doe", "Set it in bold. " * 50)
    )
    assert own_role(html.fragment_fromstring(line)) == Role.BYLINE
    assert own_role(html.fragment_fromstring(guidelines)) is None
