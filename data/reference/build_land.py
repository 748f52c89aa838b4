"""Build land.txt, the outline of the world's land as an SVG path, from Natural Earth's countries at 1:110 million.

Natural Earth is in the public domain; the wheel of geopandas 0.14.4 carries it, below geopandas/datasets. Run from the
repository's root: unzip the wheel and give the path of naturalearth_lowres.shp.
"""

import struct
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

SCALE = 2
"""Units of the map a degree: half a degree is less than a pixel of a map as wide as a screen."""

HEADER = (
    "# Outline of the world's land: an SVG path of degrees, two units each, x = 2 * (longitude + 180) and\n"
    "# y = 2 * (90 - latitude). From Natural Earth 1:110m (naturalearthdata.com), in the public domain; build_land.py\n"
)


def rings(shapefile: bytes) -> Iterator[list[tuple[float, float]]]:
    """Yield the rings of each polygon of a shapefile (ESRI's description of it, July 1998) as longitudes, latitudes."""
    offset = 100
    while offset < len(shapefile):
        (words,) = struct.unpack(">i", shapefile[offset + 4 : offset + 8])
        record = shapefile[offset + 8 : offset + 8 + 2 * words]
        offset += 8 + 2 * words
        parts, points = struct.unpack("<ii", record[36:44])
        starts = [*struct.unpack(f"<{parts}i", record[44 : 44 + 4 * parts]), points]
        numbers = struct.unpack(f"<{2 * points}d", record[44 + 4 * parts :])
        for start, end in pairwise(starts):
            yield list(zip(numbers[2 * start : 2 * end : 2], numbers[2 * start + 1 : 2 * end : 2], strict=True))


def path(ring: list[tuple[float, float]]) -> str:
    """Return a ring as a closed path of whole units, or nothing when that leaves no area."""
    rounded = [(round(SCALE * (x + 180)), round(SCALE * (90 - y))) for x, y in ring]
    points = [point for n, point in enumerate(rounded) if n == 0 or point != rounded[n - 1]]
    if len(points) < 4:
        return ""
    steps = (f"{x - a} {y - b}" for (a, b), (x, y) in pairwise(points))
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z".replace(" -", "-")


if __name__ == "__main__":
    source = Path(sys.argv[1]).read_bytes()
    Path(__file__).with_name("land.txt").write_text(HEADER + "".join(map(path, rings(source))) + "\n", "utf-8")
