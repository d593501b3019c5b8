"""Guess the legacy encoding of a text that is not UTF-8, out of those that drafts between English, Japanese and Chinese come in.

Every candidate that decodes without an error is judged by its result: the right one gives frequent characters, kana and East Asian
punctuation, a wrong one rare characters. The character sets order by frequency themselves (JIS and GB levels 1, Big5 level 1).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from glossary.documents.encodings import codec_of

# Ties go to the first. The lead bytes of the frequent characters of each: level 1 of JIS X 0208, GB 2312 and Big5.
_FREQUENT_LEADS = {
    "shift_jis": (0x88, 0x98),
    "euc-jp": (0xB0, 0xCF),
    "gb18030": (0xB0, 0xD7),
    "big5": (0xA4, 0xC6),
    "euc-jis-2004": (0xB0, 0xCF),
    "big5-hkscs": (0xA4, 0xC6),
}
# Larger sets, tried where a character is missing from the smaller one.
_INSTEAD_OF = {"euc-jis-2004": "euc-jp", "big5-hkscs": "big5"}
_JAPANESE = frozenset(("shift_jis", "euc-jp", "euc-jis-2004"))
_WESTERN = "windows-1252"
_SAMPLE = 20_000  # code points judged
_LEAST = 0.2  # of at most 0.5 points a byte; random bytes stay below
_CLOSE = 0.04
_SHORT = 64  # bytes beyond ASCII; of fewer charset-normalizer makes nothing

# The most frequent characters of newspaper Chinese and Japanese, simplified, traditional and shinjitai forms together.
_COMMON = frozenset(
    "的一是不了在人有我他这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發発后後作里裡用道"
    "行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心本前开開但因只从從想实實日军軍者意无無力"
    "它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩両高间間由问問很最重并並物手应應応战戰戦向头頭文体體政美相见見被利什"
    "二等产產産或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教原东東声聲提立及比员員解水名真论論处處走义義各入几幾口认"
    "認条條平系係气氣気题題活尔爾更别別打女变變変四神总總総何电電数數少报報才结結反受目太量再感建务務做接必场場件计計管期市直德徳资資命山金指克"
    "许許统統区區保至队隊形社便空决決治展马馬科司五基书書非则則白却界达達光放强強即难難且权權権思王象完设設式色路记記南品住告类類求据據程北边邊"
    "死张張该該交规規万萬取望术術领領共确確传傳伝师師观觀清今切院让讓候带帶导導争爭运運安护護谈談协協约約议議党黨选選挙舉举济濟済経贸貿联聯合"
    "亚亞洋岛島屿嶼湾灣台臺防卫衛導弹彈核朝鲜鮮韩韓英法德澳泰印纽紐兰蘭西警察庁廳省县県縣京都府民首脳脑腦臣閣阁相官房長副席書記午前後百千億亿"
    "円元年月火木土曜昨毎每初同氏者側団團組织織談話述示明求訪访問讯訊闻聞紙网網络絡込見込続続対応図画像読駅広州広島沖縄売買車輸入輸出"
)
_JAPANESE_PUNCTUATION = "、。「」『』・ー々〜～"
_CHINESE_PUNCTUATION = "，。、；：！？（）《》“”‘’—…"
_RUN = re.compile(b"[\x80-\xff]+")
_HIGH = re.compile("[^\x00-\x7f]+")
_WESTERN_MARKS = frozenset("“”‘’–—…•\xa0«»£€©®™°½¼¾§·")
_WESTERN_LETTERS = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœßšžÀÁÂÄÅÆÇÈÉÊÍÎÑÓÔÖØÚÛÜŒŠŽ")


def guess(data: bytes) -> str:
    """Return the name of the encoding of `data`, "" where none gives a plausible text. `data` is not UTF-8."""
    if _is_western(data):
        return _WESTERN
    points: dict[str, float] = {}
    length = sum(map(len, _RUN.findall(data)))
    for name in _FREQUENT_LEADS:
        if _INSTEAD_OF.get(name) in points:
            continue
        try:
            text = data.decode(codec_of(name))
        except UnicodeDecodeError:
            continue
        points[name] = _plausibility(text, name, length)
    best = max(points, key=lambda name: points[name], default="")
    if not best or points[best] < _LEAST:
        return ""
    close = [name for name in points if points[best] - points[name] < _CLOSE]
    return best if len(close) == 1 or length < _SHORT else _second_opinion(data, close)


def _plausibility(text: str, name: str, length: int) -> float:
    """Return points a byte: about 0.5 for a text of frequent characters, near 0 or below for a wrong guess."""
    sample = "".join(_HIGH.findall(text))
    if len(sample) > _SAMPLE:
        length = length * _SAMPLE // len(sample)
        sample = sample[:_SAMPLE]
    total = sum(_worth(char, name) * number for char, number in Counter(sample).items())
    # One ideograph glued into an English word is half a letter and a quotation mark (“The read as 典he).
    glued = len(re.findall("(?<![^\x00-\x7f])[\u4e00-\u9fff][a-z]{2}", text[:_SAMPLE]))
    return (total - glued) / max(length, 1)


def _worth(char: str, name: str) -> float:
    code = ord(char)
    if 0x3041 <= code <= 0x3096 or 0x30A1 <= code <= 0x30FA:
        return 1.0 if name in _JAPANESE else 0.8
    if char in (_JAPANESE_PUNCTUATION if name in _JAPANESE else _CHINESE_PUNCTUATION) or 0xFF01 <= code <= 0xFF5E:
        return 1.0
    if 0xFF66 <= code <= 0xFF9F:
        # Half-width kana are one byte each; much of anything read as Shift_JIS looks like them.
        return 0.26
    if 0x4E00 <= code <= 0x9FFF:
        if char in _COMMON:
            return 1.0
        low, high = _FREQUENT_LEADS[name]
        lead = char.encode(codec_of(name))[0]
        return 0.5 if low <= lead <= high else 0.0
    if unicodedata.category(char) in ("Co", "Cc", "Cn"):
        return -2.0
    # Other symbols are rare, and rarer letters are a sign of a wrong guess.
    return 0.3 if char in _CHINESE_PUNCTUATION + _JAPANESE_PUNCTUATION else -0.5 if unicodedata.category(char)[0] == "L" else 0.0


def _is_western(data: bytes) -> bool:
    """Whether the text is English in the Windows encoding: the few bytes beyond ASCII stand alone, as “ ” ’ – é do."""
    if 4 * sum(map(len, _RUN.findall(data))) > len(data):
        return False
    runs = set()
    for match in _RUN.finditer(data):
        if match.end() - match.start() > 3:
            return False
        runs.add(data[max(0, match.start() - 1) : match.end() + 1])
        if len(runs) > 5000:
            break
    return bool(runs) and all(map(_is_western_run, runs))


def _is_western_run(run: bytes) -> bool:
    try:
        text = run.decode(codec_of(_WESTERN))
    except UnicodeDecodeError:
        return False
    high = [char for char in text if not char.isascii()]
    if not all(char in _WESTERN_MARKS or char in _WESTERN_LETTERS for char in high):
        return False
    letters = [char for char in high if char in _WESTERN_LETTERS]
    if len(high) > 2 and letters:
        return False
    # An accented letter stands in a word, and two of them together (créée) are small.
    in_word = any(char.isascii() and char.isalpha() for char in text)
    return not letters or (in_word and (len(letters) == 1 or all(map(str.islower, letters))))


def _second_opinion(data: bytes, names: list[str]) -> str:
    """Return what charset-normalizer prefers among `names`, the first of them where it has no opinion."""
    from charset_normalizer import from_bytes

    codecs = {codec_of(name): name for name in names}
    best = from_bytes(data[:65536], cp_isolation=list(codecs), preemptive_behaviour=False).best()
    return codecs.get(best.encoding, names[0]) if best is not None else names[0]
