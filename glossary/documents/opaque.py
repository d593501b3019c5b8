"""Stretches that are no prose though they stand in it: web and mail addresses, domain names, handles.

Names of companies and states are in many of them (nissin.com, @NZEmbassyJP), and none may be changed. An address ends before kana and
before East Asian punctuation: Japanese and Chinese go on without a space (詳しくはhttps://example.jp/をご覧ください).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_HAN_OR_KATAKANA = "\u3005\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff"
_BODY = re.compile(
    r"(?:[A-Za-z0-9\-._~:/?#@!$&'+,;=%\u00c0-\u024f]"
    rf"|\([A-Za-z0-9\-._~%,{_HAN_OR_KATAKANA}]{{0,60}}\)"
    rf"|(?<=[/=#_])[{_HAN_OR_KATAKANA}]{{1,40}})+"
)
_TRAILING = ".,;:!?'_~&"
_SCHEME = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9+.\-]{1,15}\Z")
_MAILBOX = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}\Z")
_DOMAIN = re.compile(r"[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*")
_LABELS = re.compile(r"(?<![A-Za-z0-9])(?:[A-Za-z0-9\-]{1,63}\.){0,6}[A-Za-z0-9\-]{1,63}\Z")
_TOP_LEVEL = re.compile(r"\.(?:com|org|net|edu|gov|mil|int|info|jp|cn|tw|hk|mo|sg|kr|nz|au|uk|eu)(?![A-Za-z0-9\-])")
_PATH_START = "/?#:."
_LOOK_BACK = 100


def opaque_spans(text: str) -> list[tuple[int, int]]:
    """Return the stretches of `text` that are no prose: half-open code points, in order, none empty, none overlapping."""
    found = sorted((*_addresses(text), *_mail_and_handles(text), *_domains(text)))
    spans: list[tuple[int, int]] = []
    for start, end in found:
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    done = 0
    for place in _places(text, "://"):
        scheme = _SCHEME.search(text, max(done, place - 17), place) if place >= done else None
        if scheme is not None:
            end = _body_end(text, place + 3)
            if end > place + 3:
                yield scheme.start(), end
                done = end
    done = 0
    for place in _places(text, "www."):
        if place >= done and not (place and text[place - 1].isascii() and text[place - 1].isalnum()):
            end = _body_end(text, place)
            if end > place + 5:
                yield place, end
                done = end


def _mail_and_handles(text: str) -> Iterator[tuple[int, int]]:
    for place in _places(text, "@"):
        box = _MAILBOX.search(text, max(0, place - 64), place)
        domain = _DOMAIN.match(text, place + 1)
        if domain is not None and box is not None and "." in domain.group():
            yield box.start(), domain.end()
        elif box is None:
            end = _word_end(text, place + 1)
            if end > place + 2:
                yield place, end


def _domains(text: str) -> Iterator[tuple[int, int]]:
    done = 0
    for match in _TOP_LEVEL.finditer(text):
        if match.start() < done:
            continue
        labels = _LABELS.search(text, max(0, match.start() - _LOOK_BACK), match.start())
        # An abbreviation is no label: in the U.S.in …, e.g.in.
        if labels is not None and match.start() - labels.start() > 1:
            after = text[match.end() : match.end() + 1]
            done = _body_end(text, match.end()) if after and after in _PATH_START else match.end()
            yield labels.start(), max(done, match.end())


def _places(text: str, literal: str) -> Iterator[int]:
    place = text.find(literal)
    while place >= 0:
        yield place
        place = text.find(literal, place + len(literal))


def _word_end(text: str, start: int) -> int:
    end = start
    while end < len(text) and (text[end] == "_" or (text[end].isascii() and text[end].isalnum())):
        end += 1
    return end


def _body_end(text: str, start: int) -> int:
    match = _BODY.match(text, start)
    if match is None:
        return start
    end = match.end()
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return end
