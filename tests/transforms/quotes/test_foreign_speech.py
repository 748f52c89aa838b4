import pytest

from tests.transforms.articles import make_article
from transforms.parsing.spacy_model import tokenize
from transforms.quotes.foreign_speech import attribution_beside, find_unparsed_quotes
from transforms.quotes.quotation_marks import find_quotations


@pytest.mark.parametrize(
    ("language", "text", "speaker", "cue"),
    [
        ("fr", "« Nous partons », a déclaré Anne Duval, maire de Brest.", "Anne Duval", "déclarer"),
        ("fr", "« Non merci », a dit le ministre de l'Intérieur lundi.", "le ministre de l'Intérieur", "dire"),
        ("fr", "Anne Duval a expliqué : « Nous allons tout refaire. »", "Anne Duval", "expliquer"),
        ("fr", "« Non merci », a déclaré mardi le ministre.", None, None),  # the day stands where the name would
        ("fr", "Le projet « Grand Mur » coûte cher.", None, None),
        ("de", "„Wir bauen neu“, sagte der Chef der Firma am Dienstag.", "der Chef der Firma", "sagen"),
        ("de", "»Das kostet viel«, so Anna Weber.", "Anna Weber", "so"),
        ("de", "Der Bürgermeister sagte: „Wir gehen.“", "Der Bürgermeister", "sagen"),
        ("he", '"נבנה מחדש", אמר ראש העיר, והוסיף.', "ראש העיר", "אמר"),
        ("zh", "市长王伟说：“我们将重建这座墙。”他走了。", "市长王伟", "说"),
        ("ja", "「壁を再建します」と田中市長は述べた。", "田中市長", "述べる"),
        ("ja", "田中氏は「予算は足りない」と話した。", "田中氏", "話す"),
        ("ja", "映画「長い港」は金曜日に公開された。", None, None),
        ("sv", "”Vi går”, sa hon.", None, None),
    ],
)
def test_attribution(language: str, text: str, speaker: str | None, cue: str | None) -> None:
    (quotation,) = find_quotations(text)
    found = attribution_beside(text, quotation, language)
    assert (text[slice(*found.speaker)] if found else None) == speaker
    assert (found.lemma if found else None) == cue


def test_short_words_in_marks_need_somebody_who_says_them() -> None:
    text = "„Nein“, sagte Anna Weber. Die Stadt nannte es „Mauer“ und baute."
    assert tokenize(text).text == text
    article = make_article(text, language="de")
    (row,) = find_unparsed_quotes(article, find_quotations(text))
    assert (row.text, row.speaker_text, row.speaker_entity_id) == ("Nein", "Anna Weber", None)
