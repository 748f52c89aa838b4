"""Whether the built site asks no other host for anything: `python -m tests.docs.site FOLDER`."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from lxml import html

ASKING = (
    "//script/@src | //link[not(@rel='canonical')]/@href | //img/@src | //iframe/@src | //source/@src | //form/@action"
)
IN_STYLES = re.compile(r"url\(\s*['\"]?((?:https?:)?//[^)'\"]+)|@import\s+['\"]((?:https?:)?//[^'\"]+)")


def asked_elsewhere(site: Path) -> Iterator[str]:
    """Yield the page or style and the address of each thing that a browser would fetch from another host."""
    for page in sorted(site.rglob("*.html")):
        for address in html.fromstring(page.read_bytes()).xpath(ASKING):
            if re.match(r"(https?:)?//", address):
                yield f"{page.relative_to(site)}: {address}"
    for style in sorted(site.rglob("*.css")):
        for found in IN_STYLES.finditer(style.read_text("utf-8")):
            yield f"{style.relative_to(site)}: {found[1] or found[2]}"


if __name__ == "__main__":
    found = list(asked_elsewhere(Path(sys.argv[1])))
    print("\n".join(found))
    sys.exit(1 if found else 0)
