"""Text from anywhere does nothing on a terminal and nothing in a spreadsheet."""

import json
from pathlib import Path
from unicodedata import bidirectional, category

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from flows.answers.display import spreadsheet_text, visible, visible_offsets
from flows.cli.main import cli
from sql.lake import open_lake


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a headline", "a headline"),
        ("\x1b[2Jgone", "\\u001b[2Jgone"),
        ("\x9b31mred", "\\u009b31mred"),
        ("bell\x07, back\x08, over\r", "bell\\u0007, back\\u0008, over\\u000d"),
        ("invoice\u202efdp.exe", "invoice\\u202efdp.exe"),
        ("\u2066isolated\u2069", "\\u2066isolated\\u2069"),
        ("half\ud83d", "half\\ud83d"),
        ("one\ntwo\tthree", "one\\u000atwo\\u0009three"),
        ("Zürich, 東京, العربية, 👩\u200d👩\u200d👧", "Zürich, 東京, العربية, 👩\u200d👩\u200d👧"),
    ],
)
def test_what_acts_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_lines_stay_where_they_are_meant() -> None:
    assert visible("one\ntwo\tthree\x1b[A", lines=True) == "one\ntwo\tthree\\u001b[A"


@given(st.text(st.characters()))
def test_nothing_that_is_shown_acts(text: str) -> None:
    for character in visible(text):
        assert category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        assert bidirectional(character) not in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    visible(text).encode()


@given(st.text(st.characters()), st.data())
def test_offsets_follow_what_is_written_out(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    (moved,) = visible_offsets(text, (offset,))
    assert visible(text, lines=True)[:moved] == visible(text[:offset], lines=True)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\\u000d=1"),
        ("＝1＋1", "'＝1＋1"),
        ("-3", "-3"),
        ("+4.5%", "+4.5%"),
        ("-1e-7", "-1e-7"),
        ("- said the minister", "'- said the minister"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    assert spreadsheet_text(text) == cell


QUESTION = "select '=1+1' as \"=formula\", 'a' || chr(27) || '[2J' as escape, -3 as number, ['=1', chr(27)] as list"


def asked(tmp_path: Path, style: str) -> str:
    with open_lake(tmp_path / "lake"):
        pass
    result = CliRunner().invoke(cli, ["sql", QUESTION, "--lake", str(tmp_path / "lake"), "--format", style])
    assert result.exit_code == 0, result.output
    return result.output


def test_an_answer_in_csv_runs_nothing(tmp_path: Path) -> None:
    header, row = asked(tmp_path, "csv").splitlines()
    assert header == "'=formula,escape,number,list"
    assert row == '\'=1+1,a\\u001b[2J,-3,"[""=1"", ""\\u001b""]"'


def test_an_answer_in_json_has_the_value_and_no_escape(tmp_path: Path) -> None:
    output = asked(tmp_path, "jsonl")
    assert "\x1b" not in output
    assert json.loads(output)["escape"] == "a\x1b[2J"


def test_a_printed_table_has_no_escape(tmp_path: Path) -> None:
    assert "\x1b" not in asked(tmp_path, "table")


@pytest.mark.parametrize(
    "arguments",
    [
        ["sql", "select '\x1b[2J' as"],
        ["sql", 'from "\x1b[2J"'],
        ["show", "\x1b[2J"],
        ["tables", "\x1b[2J"],
        ["query", "\x1b[2J"],
        ["query", "articles_by_day", "--param", "\x1b[2J=1"],
    ],
)
def test_errors_show_what_was_given_harmlessly(
    tmp_path: Path, arguments: list[str], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.cli.main import main

    with open_lake(tmp_path / "lake"):
        pass
    monkeypatch.setattr("sys.argv", ["newslake", *arguments, "--lake", str(tmp_path / "lake")])
    with pytest.raises(SystemExit):
        main()
    said = capfd.readouterr()
    assert "\x1b" not in said.out + said.err
