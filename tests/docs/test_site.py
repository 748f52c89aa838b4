"""What a page asks of other hosts is found; the site itself is built and looked at by .ci/run."""

from pathlib import Path

from tests.docs.site import asked_elsewhere


def test_what_is_asked_elsewhere_is_found(tmp_path: Path) -> None:
    here = '<link rel="stylesheet" href="a.css"><img src="b.png"><a href="https://elsewhere.example/">a link</a>'
    (tmp_path / "a.html").write_text(f'{here}<script src="https://elsewhere.example/x.js"></script>')
    (tmp_path / "a.css").write_text("a { background: url(//elsewhere.example/x.png) } b { background: url(b.png) }")
    assert list(asked_elsewhere(tmp_path)) == [
        "a.html: https://elsewhere.example/x.js",
        "a.css: //elsewhere.example/x.png",
    ]
