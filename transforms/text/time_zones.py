"""Time zones as datelines write them: by abbreviation or as an offset from UTC."""

from datetime import timedelta, timezone, tzinfo

ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "mez": 1, "wat": 1, "cest": 2, "mesz": 2,
    "eet": 2, "sast": 2, "cat": 2, "eest": 3, "msk": 3, "eat": 3, "trt": 3, "gst": 4, "pkt": 5, "ist": 5.5, "npt": 5.75,
    "wib": 7, "ict": 7, "hkt": 8, "sgt": 8, "myt": 8, "pht": 8, "awst": 8, "jst": 9, "kst": 9, "acst": 9.5, "aest": 10,
    "aedt": 11, "nzst": 12, "nzdt": 13, "est": -5, "edt": -4, "et": -5, "ast": -4, "adt": -3, "brt": -3, "art": -3,
    "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10,
}  # fmt: skip
"""Hours from UTC of abbreviations that datelines use. Of those that several countries share, the one whose papers print
it: IST is India's (Ireland and Israel hardly write it), CST and the like are North America's."""

FARTHEST = 14
"""Hours from UTC of the farthest zone, that of the Line Islands."""

WESTMOST = 12
"""Hours that the zones farthest west are behind UTC."""


def zone_of(text: str | None) -> tzinfo | None:
    """Return the zone that an abbreviation or an offset such as +02:00 or -5 means; None for another text."""
    if not text:
        return None
    if text.lower() in ZONES:
        return timezone(timedelta(minutes=round(60 * ZONES[text.lower()])))
    digits = text[1:].replace(":", "")
    hours, minutes = (int(digits), 0) if len(digits) < 3 else (int(digits[:-2]), int(digits[-2:]))
    sign = 1 if text[0] == "+" else -1
    return timezone(sign * timedelta(hours=hours, minutes=minutes)) if hours <= FARTHEST else None
