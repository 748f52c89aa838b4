"""What blocks are within a body, by the elements around them."""

import pytest
from lxml import html

from transforms.html.content.block_labels import body_role, class_names, shape
from transforms.html.content.blocks import text_blocks
from transforms.records.reasons import Role


@pytest.mark.parametrize(
    ("markup", "role"),
    [
        ("<p>Text</p>", Role.BODY),
        ("<h2>Text</h2>", Role.HEADING),
        ("<ul><li><p>Text</p></li></ul>", Role.LIST),
        ("<blockquote><p>Text</p></blockquote>", Role.QUOTE),
        ("<table><tr><td>Text</td></tr></table>", Role.TABLE),
        ("<ul><li><article><p>Text</p></article></li></ul>", Role.BODY),
    ],
)
def test_roles_come_from_elements(markup: str, role: Role) -> None:
    (block,) = text_blocks(html.document_fromstring(markup))
    assert body_role(block) == role


def test_paragraphs_set_alike_have_one_shape() -> None:
    one, two, three = text_blocks(
        html.document_fromstring("<div class=a><p>1</p><p>2</p></div><div class=b><p>3</p></div>")
    )
    assert shape(one) == shape(two) != shape(three)
    assert "a" in class_names(one.element)
