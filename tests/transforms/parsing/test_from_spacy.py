import random
from typing import TYPE_CHECKING

from transforms.parsing.from_spacy import read_doc
from transforms.parsing.spacy_model import annotate, tokenize

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token as SpacyToken

    from transforms.parsing.tokens import Token

TEXT = (
    "Ana Kovač’s armies  shelled it in 2014, said “the U.N.”, its envoys and ana@example.org.\n\n"
    "They SAID so — twice, on www.example.org, which is what she had told whom to believe it was. Was it? "
)
OWN = (
    *("i", "idx", "text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "ent_iob_", "whitespace_"),
    *("is_punct", "is_space", "is_alpha", "is_digit", "is_title", "is_upper", "is_stop", "is_quote"),
    *("like_num", "like_url", "like_email"),
)
OTHERS = ("head", "left_edge", "right_edge")
SEVERAL = ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts")


def told(token: "Token | SpacyToken") -> dict[str, object]:
    """Return all that is asked of a token, others by their number."""
    own = {name: getattr(token, name) for name in OWN}
    others = {name: getattr(token, name).i for name in OTHERS}
    several = {name: [other.i for other in getattr(token, name)] for name in SEVERAL}
    sentence = token.sent.start, token.sent.end
    return {**own, **others, **several, "sent": sentence, "begins": bool(token.is_sent_start)}


def test_tokens_tell_what_those_of_spacy_tell(nlp: "Language") -> None:
    theirs = annotate(nlp, TEXT)
    ours = read_doc(theirs, TEXT)
    assert [told(token) for token in ours] == [told(token) for token in theirs]
    assert ours.is_parsed
    assert [(name.text, name.label_) for name in ours.ents] == [(name.text, name.label_) for name in theirs.ents]
    assert [(one.start, one.end) for one in ours.sents] == [(one.start, one.end) for one in theirs.sents]


def test_branches_may_cross(nlp: "Language") -> None:
    from spacy.tokens import Doc as SpacyDoc

    words = ["A", "hearing", "is", "scheduled", "on", "the", "issue", "today"]
    heads, deps = [1, 3, 3, 3, 1, 6, 4, 3], ["det", "nsubj", "aux", "ROOT", "prep", "det", "pobj", "npadvmod"]
    crossing = SpacyDoc(nlp.vocab, words=words, heads=heads, deps=deps)
    ours = read_doc(crossing, crossing.text)
    assert [told(token) for token in ours] == [told(token) for token in crossing]
    assert ours[1].right_edge.text == "issue"
    assert [token.text for token in ours[1].subtree] == ["A", "hearing", "on", "the", "issue"]


def test_edges_are_those_of_spacy_however_branches_cross(nlp: "Language") -> None:
    from spacy.tokens import Doc as SpacyDoc

    chance = random.Random(11)  # noqa: S311 - the same trees each time
    for _ in range(300):
        order = chance.sample(range(8), 8)
        heads = {i: order[chance.randrange(at)] if at else i for at, i in enumerate(order)}
        tree = SpacyDoc(nlp.vocab, words=["a"] * 8, heads=[heads[i] for i in range(8)], deps=["dep"] * 8)
        edges = [(token.left_edge.i, token.right_edge.i) for token in tree]
        assert [(token.left_edge.i, token.right_edge.i) for token in read_doc(tree, tree.text)] == edges, heads


def test_without_a_parse_there_is_one_sentence_and_no_tree() -> None:
    doc = tokenize("Wer weiß es? Niemand.")
    assert not doc.is_parsed
    assert [one.text for one in doc.sents] == [doc.text]
    assert [token.head for token in doc] == list(doc)
    assert set(doc.lemmas) == {""}
    assert doc.ents == ()
    assert tokenize("").texts == []
