"""What is public of newslake in Python: ask a lake, and read what an article says without one."""

from newslake.articles import Extraction, NoArticleError, extract
from newslake.lakes import Hit, LakeError, OpenLake, open  # noqa: A004 - read as newslake.open

__all__ = ["Extraction", "Hit", "LakeError", "NoArticleError", "OpenLake", "extract", "open"]
