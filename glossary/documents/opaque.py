"""Stretches that are no prose though they stand in it: addresses, domain names, handles, paths, tags, templates, formulas.

Names of companies and states are in many of them (nissin.com, @NZEmbassyJP, #security-agreement), and none may be changed. An address
ends before kana and before East Asian punctuation: Japanese and Chinese go on without a space (詳しくはhttps://example.jp/をご覧ください).
A slash, a colon or a hyphen alone makes no machine text: and/or, Senkaku/Diaoyu Islands, #AUKUS, rules-based-order are prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.text.patterns import deferred

_HAN_OR_KATAKANA = "\u3005\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff"
_BODY = deferred(
    r"(?:[A-Za-z0-9\-._~:/?#@!$&'+,;=%\u00c0-\u024f]"
    rf"|\([A-Za-z0-9\-._~%,{_HAN_OR_KATAKANA}]{{0,60}}\)"
    rf"|(?<=[/=#_])[{_HAN_OR_KATAKANA}]{{1,40}})+"
)
_TRAILING = ".,;:!?'_~&"
_SCHEME = deferred(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9+.\-]{1,15}\Z")
_MAILBOX = deferred(r"[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}\Z")
_DOMAIN = deferred(r"[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*")
_LABELS = deferred(r"(?<![A-Za-z0-9])(?:[A-Za-z0-9\-]{1,63}\.){0,6}[A-Za-z0-9\-]{1,63}\Z")
_TOP_LEVEL = deferred(r"\.(?:com|org|net|edu|gov|mil|int|info|jp|cn|tw|hk|mo|sg|kr|nz|au|uk|eu)(?![A-Za-z0-9\-])")
_PATH_START = "/?#:."
_LOOK_BACK = 100

# A run of what machine text is made of, without white space; & is not in it where it begins an entity (&nbsp;).
_RUN = deferred(r"(?:[A-Za-z0-9\-._/\\?#@+=%:]|&(?!#?[A-Za-z0-9]{1,31};))*+")
_RUN_BEFORE = deferred(r"[A-Za-z0-9\-._/\\?#@+=%:&]*")
_RUN_ENDS = ".:?_-&"
_LONGEST_PROSE = 1000  # code points; no run of words joined by slashes is so long
# The signs that may join words as machines do, and what must follow them.
_SIGNS = {sign: deferred(r"[\w\-.#/\"']", re.ASCII) for sign in ("/", "\\", "#", "=", "_")} | {
    "&": deferred(r"(?!#?[A-Za-z0-9]{1,31};)[\w\-.]", re.ASCII),
    ":": deferred(r"[a-z0-9\"']"),
}
_SLUG = r"(?=[0-9\-]*[a-z])[a-z0-9]+(?:-[a-z0-9]++){2,}+(?![A-Za-z0-9])"
_FILE = (
    r"(?:md|markdown|txt|rtf|html?|xhtml|php|aspx?|pdf|docx?|odt|xlsx?|pptx?|csv|tsv|json|ya?ml|toml|xml|tex|png|jpe?g|gif|svg|webp"
    r"|mp[34]|zip|py|js|css)"
)
_TAG_KEYS = r"(?:tags?|topics?|category|categories|label|keywords?|id|ref|slug|site|lang|urn|doi|key|class|type)"
_MACHINE = deferred(
    "|".join(
        (
            # A lower-case word of two or more hyphens, joined: docs/a-b-c, tag:a-b-c, a-b-c=1.
            rf"(?:[/\\#?]|[A-Za-z0-9][=&:_@]){_SLUG}",
            rf"(?<![A-Za-z0-9\-]){_SLUG}[/\\=#&_][A-Za-z0-9_#/.]",
            # #security-agreement, page#Security-Agreement
            r"#[a-z][a-z0-9]*+(?:[-_][a-z0-9]++)++(?![A-Za-z])",
            r"[A-Za-z0-9/]#[A-Za-z][A-Za-z0-9_]*+-[A-Za-z0-9]",
            # ?key=a-b&x=1, lang=en
            r"[?&][A-Za-z_][\w.\-]*+=[\w.\-]",
            r"\A[a-z_][a-z0-9_.\-]*+=[A-Za-z0-9][\w.\-/:]*+\Z",
            rf"\A{_TAG_KEYS}:[a-z0-9]",
            # C:\texts, ./drafts, /etc/x, a/b-c/d
            r"[A-Za-z0-9:]\\[A-Za-z0-9]",
            r"\A(?:\.{1,2}|[A-Za-z]:)?/[a-z0-9_.][\w.\-]*+/",
            r"\A(?=[^/]*+/[^/]*+/)(?=[a-z0-9_./]*+[\-])[a-z0-9_.\-]++(?:/[a-z0-9_.\-]++){2,}+/?\Z",
        )
    ),
    re.ASCII,
)
_FILE_NAME = deferred(rf"\.{_FILE}(?![A-Za-z0-9\-])")
# title="security agreement", tag:"security-agreement"
_BEFORE_VALUE = deferred(rf"\A(?:[A-Za-z_][\w.\-]*=|{_TAG_KEYS}:)\Z", re.ASCII)
_VALUE = deferred(r"\"[^\"\r\n]{0,200}\"|'[^'\r\n]{0,200}'")
_BROKEN_LINE = r"\r?\n(?![ \t]*\r?\n)"
_BRACED = deferred(
    # {{templates}}, one within another as well
    rf"\{{(?:\{{(?:[^{{}}`\r\n]|{_BROKEN_LINE}|\{{\{{?[^{{}}`\r\n]{{0,300}}+\}}\}}?){{0,1000}}+\}}\}}|%[^{{}}%`\r\n]{{1,300}}+%\}}"
    # {#anchor}, {.class}, {: attributes}, {key=value}, ${name}
    r"|:?[ \t]*[#.][A-Za-z][^{}`\r\n]{0,300}+\}|:[^{}`\r\n]{1,300}+\}|[a-z_][\w\-]*+=[^{}`\r\n]{1,300}+\}"
    r"|(?<=[$%]\{)[\w.\-]{1,100}+\})"
)
_WIKI_LINK = deferred(r"\[\[(?:[^\[\]`\r\n]|\[\[[^\[\]`\r\n]{1,300}+\]\]){1,500}+\]\]")
# A price is no formula: $5 and $6, US$5m, 5$.
_FORMULA = deferred(
    r"\$(?<![A-Za-z0-9\\$]\$)(?:"
    rf"\$(?P<display>(?:[^$`\r\n]|{_BROKEN_LINE}){{1,1000}}+)\$\$(?!\$)"
    rf"|(?![\s$])(?P<inline>(?:[^$`\r\n]|{_BROKEN_LINE}){{1,300}}+)(?<!\s)\$(?![A-Za-z0-9$]))"
)
_COMMAND = deferred(r"\\(?:[A-Za-z]{2,}|[,;!{}])")
_RAISED = deferred(r"[A-Za-z0-9)}][\^_][A-Za-z0-9({\\+\-*]")
_WORD = deferred(r"[^\W\d_]{2,}")
_LONG_WORD = deferred(r"(?<![{^_])\b[^\W\d_]{3,}")


def opaque_spans(text: str, *, formulas: bool = False) -> list[tuple[int, int]]:
    """Return the stretches of `text` that are no prose: half-open code points, in order, none empty, none overlapping.

    `formulas` is for formats that know TeX between dollar signs.
    """
    found = [*_addresses(text), *_mail_and_handles(text), *_domains(text), *_machine_text(text), *_file_names(text), *_markup(text)]
    if formulas:
        found += [match.span() for match in _FORMULA.finditer(text) if _is_formula(match["display"] or match["inline"])]
    found.sort()
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


def _machine_text(text: str) -> Iterator[tuple[int, int]]:
    for sign, following in _SIGNS.items():
        done = 0
        for place in _places(text, sign):
            if place < done or not following.match(text, place + 1):
                continue
            start = _run_start(text, place, done)
            after = _RUN.match(text, place + 1)
            end = done = after.end() if after else place + 1
            while end > start and text[end - 1] in _RUN_ENDS:
                end -= 1
            while start < end and text[start] in "_-":
                start += 1
            run = text[start:done]
            value = _VALUE.match(text, done) if run and _BEFORE_VALUE.match(run) else None
            if value is not None:
                yield start, value.end()
            elif end - start > _LONGEST_PROSE or _MACHINE.search(text[start:end]):
                yield start, end


def _run_start(text: str, place: int, done: int) -> int:
    """Return where the run that goes on at `place` begins, no further back than `done`."""
    before = _RUN_BEFORE.match(text[max(done, place - _LOOK_BACK) : place][::-1])
    return place - (before.end() if before else 0)


def _file_names(text: str) -> Iterator[tuple[int, int]]:
    done = 0
    for match in _FILE_NAME.finditer(text):
        start = _run_start(text, match.start(), done)
        if start < match.start():
            yield start, match.end()
        done = match.end()


def _markup(text: str) -> Iterator[tuple[int, int]]:
    """Yield templates, attributes and links of wikis."""
    if "{" in text:
        yield from (match.span() for match in _BRACED.finditer(text))
    if "[" in text and "[[" in text:
        yield from (match.span() for match in _WIKI_LINK.finditer(text))


def _is_formula(text: str) -> bool:
    if re.fullmatch(r"[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)+", text):
        return True  # a variable: $security-agreement$
    if _COMMAND.search(text):
        return True
    if _RAISED.search(text):
        return len(_LONG_WORD.findall(text)) < 2
    return not _WORD.search(text) and any(char.isascii() and (char.isalpha() or char == "=") for char in text)


def _places(text: str, literal: str) -> Iterator[int]:
    # One character is found far faster than several.
    place = text.find(literal) if literal[-1] in text else -1
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
