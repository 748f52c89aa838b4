"""What the extractor took is found again among the page's blocks."""

from lxml import etree

from transforms.html.content.alignment import key, taken


def body(*paragraphs: str) -> etree._Element:
    return etree.fromstring("<body>" + "".join(f"<p>{p}</p>" for p in paragraphs) + "</body>")


def test_the_key_is_what_two_renderings_share() -> None:
    assert key("“The pier”, he said …") == key("'The pier', he said...") == "Thepierhesaid"


def test_blocks_are_matched_by_their_letters() -> None:
    blocks = ["Menu", "The pier burned down.", "Share", "Nobody was hurt, police said."]
    marks = taken([key(b) for b in blocks], body("The pier burned down .", "Nobody <hi>was</hi> hurt, police said."))
    assert marks == [False, True, False, True]


def test_a_short_heading_is_looked_for_behind_the_last_match() -> None:
    blocks = ["Background", "The pier burned down.", "Background", "It was built in 1901."]
    marks = taken([key(b) for b in blocks], body("The pier burned down.", "Background", "It was built in 1901."))
    assert marks == [False, True, True, True]


def test_nothing_extracted() -> None:
    assert taken([key("The pier")], None) == [False]


def test_blocks_are_found_in_the_one_paragraph_that_is_made_of_a_short_page() -> None:
    extracted = etree.fromstring("<body><p>Home The pier burned down. Share The mayor was there.</p></body>")
    keys = [key(text) for text in ("The pier burned down.", "Login", "The mayor was there.")]
    assert taken(keys, extracted) == [True, False, True]
