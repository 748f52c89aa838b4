import pytest

from transforms.lexicons.tables import REFERENCE, lexicon_rows, lexicon_terms

TABLES = sorted(path.name for path in REFERENCE.glob("*.tsv"))
LISTS = sorted(path.name for path in REFERENCE.glob("*.txt"))


@pytest.mark.parametrize("name", TABLES)
def test_each_table_has_rows_as_wide_as_its_header(name: str) -> None:
    lines = [line for line in (REFERENCE / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]
    width = len(lines[0].split("\t"))
    assert lexicon_rows(name)
    assert [row for row in lexicon_rows(name) if len(row) > width] == []


@pytest.mark.parametrize("name", LISTS)
def test_each_list_has_every_term_once(name: str) -> None:
    terms = lexicon_terms(name)
    assert terms
    assert len(terms) == len(set(terms))


@pytest.mark.parametrize("name", [*TABLES, *LISTS])
def test_each_lexicon_says_where_it_comes_from(name: str) -> None:
    assert (REFERENCE / name).read_text("utf-8").startswith("#")
