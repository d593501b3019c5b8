"""Language tags: the four languages of the termbase, aliases at the edge, and facts about their scripts.

Tags follow BCP 47 (RFC 5646). Inside the program only canonical tags appear (`en`, `ja`, `zh-Hans`, `zh-Hant`, or any
other tag as given); regions stand beside them, never inside: `zh-HK` comes in and becomes (`zh-Hant`, `HK`).
"""

from __future__ import annotations

import re

ENGLISH, JAPANESE, SIMPLIFIED, TRADITIONAL = "en", "ja", "zh-Hans", "zh-Hant"
LANGUAGES = (ENGLISH, JAPANESE, SIMPLIFIED, TRADITIONAL)
HAN_LANGUAGES = frozenset({JAPANESE, SIMPLIFIED, TRADITIONAL})
UNDECIDED_HAN = "und-Hani"
UNDECIDED = "und"

# Untagged Simplified is read as PRC usage, untagged Traditional as Taiwan's (DESIGN §1).
DEFAULT_REGION = {SIMPLIFIED: "CN", TRADITIONAL: "TW"}

# Regions that write Chinese, with the script each uses (CLDR likely subtags).
SCRIPT_OF_REGION = {"CN": SIMPLIFIED, "SG": SIMPLIFIED, "MY": SIMPLIFIED, "TW": TRADITIONAL, "HK": TRADITIONAL, "MO": TRADITIONAL}
_ALIASES = {
    "zh": SIMPLIFIED,
    "cmn": SIMPLIFIED,
    "zho": SIMPLIFIED,
    "chi": SIMPLIFIED,
    "eng": ENGLISH,
    "jpn": JAPANESE,
    "jp": JAPANESE,
    "cn": SIMPLIFIED,
    "tw": TRADITIONAL,
}
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")


def canonical(tag: str) -> tuple[str, str]:
    """Return the canonical language and the region (or "") of `tag`: zh_TW → (zh-Hant, TW), cmn-Hant → (zh-Hant, "").

    Raises ValueError when `tag` is not a BCP 47 tag by shape.
    """
    text = tag.strip().replace("_", "-")
    if not _TAG.match(text):
        raise ValueError(tag)
    subtags = text.split("-")
    primary, script, region = subtags[0].lower(), "", ""
    for subtag in subtags[1:]:
        if len(subtag) == 4 and subtag.isalpha() and not script:
            script = subtag.title()
        elif ((len(subtag) == 2 and subtag.isalpha()) or (len(subtag) == 3 and subtag.isdigit())) and not region:
            region = subtag.upper()
    if primary in ("zh", "cmn", "zho", "chi"):
        if script in ("Hans", "Hant"):
            return f"zh-{script}", region
        return SCRIPT_OF_REGION.get(region, SIMPLIFIED), region
    language = _ALIASES.get(primary, primary)
    if primary in ("cn", "tw"):
        return language, primary.upper()
    return (f"{language}-{script}" if script and primary not in ("en", "ja") else language), region
