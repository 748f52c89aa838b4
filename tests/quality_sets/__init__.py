"""What docs/quality.md tells of, a module for each kind of set: pages, texts, and what reading them costs.

A set is added in the module of its kind, or in a new one that has a function

    def tables(gold: Path, scorers: Path, work: Path) -> Iterator[str]

and stands among SETS in tests/quality.py. It yields one piece of Markdown for each set, which begins with a heading of
the second level, by which its place in docs/quality.md is found; `work` is an empty folder of its own. `runs.py` has
what the modules share: running newslake as a person would, scorers, and how a table is written.
"""
