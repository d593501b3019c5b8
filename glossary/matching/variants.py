"""Spellings of one Japanese or Chinese form that readers take for the same word: made when the termbase is compiled.

Japanese   the long mark at the end of a loanword (コンピューター, コンピュータ: Cabinet notice of 1991 and JIS Z 8301), ヴァ and バ,
           ウェ and ウエ, the middle dot, okurigana (取り組み, 取組み, 取組: Cabinet notice of 1973), old and variant
           characters (國, 髙, 﨑)
Chinese    variant characters of printing traditions (臺 台, 羣 群, 説 說), look-alikes of the other script (内 內)

What would be another word, or only may be one, is not made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from glossary.languages import JAPANESE, SIMPLIFIED, TRADITIONAL

MOST_VARIANTS = 40  # a declared form

_KATAKANA = re.compile("[ァ-ヴー]+")
# A loanword in -er, -or, -ar: four kana or more, so that バー and カー stay.
_WITH_MARK = re.compile("(?<=[ァ-ヴー]{3})ー(?![ァ-ヴー])")
_WITHOUT_MARK = re.compile("(?<=[ァ-ヴー]{3})(?<=[タダサザバラ])(?![ァ-ヴー])")
_SOUNDS = (
    ("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"),
    ("ウィ", "ウイ"), ("ウェ", "ウエ"), ("ウォ", "ウオ"), ("クァ", "クア"), ("クォ", "クオ"),
)  # fmt: skip
_SMALL = tuple((large, small) for small, large in _SOUNDS[5:])
_DOT = "・"
# Okurigana between two verbs that make a noun (引き渡し), and at its end.
_OKURIGANA = re.compile("(?<=[一-龥々])([りしちきぎいみびけげせえれめべて])(?=[一-龥])")
_LAST_OKURIGANA = re.compile("(?<=[一-龥])([りしちきぎいみびけげせえれめべて])(?=[一-龥]|$)")
# Those that no rule gives: 合わせ loses a part of it first, 手続き has one verb only.
_SPELT = tuple(
    group.split()
    for group in (
        "申し合わせ 申合わせ 申合せ 申し合せ",
        "打ち合わせ 打合わせ 打合せ 打ち合せ",
        "組み合わせ 組合わせ 組合せ",
        "差し押さえ 差押さえ 差押え 差押",
        "見積もり 見積り 見積",
        "手続き 手続",
        "働きかけ 働き掛け",
        "取り組み 取組み 取組",
        "取り決め 取決め 取決",
        "取り極め 取極め 取極",
        "受け入れ 受入れ 受入",
        "申し入れ 申入れ",
        "引き渡し 引渡し 引渡",
        "引き上げ 引上げ",
        "立ち入り 立入り 立入",
        "話し合い 話合い",
        "差し止め 差止め",
        "割り当て 割当て 割当",
        "締め切り 締切り 締切",
        "瀬取り 瀬どり",
        "後ろ盾 後盾 後ろ楯",
        "行う 行なう",
        "行い 行ない",
        "表す 表わす",
        "当たる 当る",
        "終わる 終る",
        "変わる 変る",
        "脅かす 脅やかす",
        "伴う 伴なう",
        "明らか 明か",
    )
)

# Characters of one group stand for each other; the first is the one in common use.
_OLD = (
    "高髙 崎﨑嵜 浜濱濵 辺邊邉 斉齊斎齋 徳德 吉𠮷 桑桒 沢澤 島嶋嶌 恵惠 瀬瀨 真眞 顕顯 柳栁 槙槇 寿壽 蔵藏 竜龍 "
    "条條 栄榮 会會 学學 体體 国國 団團 湾灣 台臺 広廣 関關 権權 経經 済濟 総總 労勞 営營 駅驛 鉄鐵 県縣 区區 "
    "声聲 対對 応應 戦戰 単單 独獨 変變 発發 両兩 万萬 与與 号號 党黨 図圖 塩鹽 実實 写寫 将將 専專 尽盡 届屆 "
    "属屬 巌巖 帰歸 従從 徴徵 恒恆 悪惡 懐懷 戸戶 択擇 担擔 拠據 挙擧舉 挿插 揺搖 摂攝 数數 断斷 旧舊 昼晝 "
    "暁曉 来來 枢樞 桜櫻 検檢 楼樓 横橫 欠缺 欧歐 歩步 歴歷 残殘 殴毆 毎每 気氣 浄淨 涙淚 渋澁 渓溪 満滿 滝瀧 "
    "点點 為爲 焼燒 犠犧 状狀 狭狹 猟獵 献獻 獣獸 画畫 畳疊 痴癡 盗盜 砕碎 礼禮 禅禪 称稱 稲稻 穂穗 穏穩 窃竊 "
    "粋粹 糸絲 続續 継繼 緑綠 縁緣 縄繩 縦縱 繊纖 聴聽 脳腦 臓臟 舎舍 艶艷 芸藝 荘莊 薬藥 虚虛 虫蟲 蛮蠻 装裝 "
    "覚覺 覧覽 観觀 触觸 訳譯 証證 誉譽 読讀 豊豐 賛贊 転轉 軽輕 辞辭 逓遞 遅遲 郷鄕 酔醉 釈釋 銭錢 鋳鑄 錬鍊 "
    "録錄 闘鬪 陥陷 険險 随隨 隠隱 隣鄰 霊靈 静靜 顔顏 験驗 髄髓 鶏鷄 麦麥 黄黃 黒黑 黙默 齢齡 連聯 予豫 余餘 "
    "弁辨辯 欲慾 "
)
_HANT = (
    "台臺 裡裏 群羣 峰峯 內内 說説 戶户戸 黃黄 吳呉 強强 為爲 眾衆 產産 銳鋭 兌兑 脫脱 閱閲 稅税 悅悦 溫温 "
    "教敎 晉晋 錄録 綠緑 虛虚 卻却 腳脚 麵麪 床牀 污汙汚 衛衞 啟啓 顏顔 著着 線綫 鉤鈎 嘆歎 妝粧 喻喩 註注 "
    "佈布 週周 遊游 蹤踪 跡迹 絕絶 沒没 別别 敘敍 查査 步歩 每毎 "
)
_HANS = "内內 别別 户戶戸 没沒 黄黃 温溫 强強 决決 况況 减減 冲沖 净淨 吴吳 值値 录録 产産 步歩 每毎 晋晉 "


def _groups(text: str) -> dict[str, str]:
    """Return for each character the others of its group."""
    return {char: group.replace(char, "") for group in text.split() for char in group}


_VARIANTS = {JAPANESE: _groups(_OLD), TRADITIONAL: _groups(_HANT), SIMPLIFIED: _groups(_HANS)}


def variants(text: str, language: str) -> tuple[str, ...]:
    """Return other spellings of `text` in `language`, at most `MOST_VARIANTS`, never `text` itself; () for other languages."""
    if language not in _VARIANTS:
        return ()
    found = {text: None}
    if language == JAPANESE:
        for step in (_long_marks, _sounds, _dots, _okurigana):
            found |= dict.fromkeys(islice((made for form in tuple(found) for made in step(form)), MOST_VARIANTS))
    found |= dict.fromkeys(_characters(tuple(found), _VARIANTS[language]))
    return tuple(form for form in found if form != text)[:MOST_VARIANTS]


def _long_marks(text: str) -> Iterator[str]:
    for made in (_WITH_MARK.sub("", text), _WITHOUT_MARK.sub("ー", text)):
        if made != text:
            yield made


def _sounds(text: str) -> Iterator[str]:
    for pairs in (_SOUNDS, _SOUNDS[:5], _SOUNDS[5:], _SMALL):
        made = text
        for written, heard in pairs:
            made = made.replace(written, heard)
        if made != text and _KATAKANA.search(text):
            yield made


def _dots(text: str) -> Iterator[str]:
    """Drop or replace middle dots, between katakana only: 日・ニュージーランド is one name, 日中・日米 are two."""
    for instead in ("", " ", "="):
        made = re.sub(f"(?<=[ァ-ヴー]){_DOT}(?=[ァ-ヴー])", instead, text)
        if made != text:
            yield made


def _okurigana(text: str) -> Iterator[str]:
    shorter = _OKURIGANA.sub("", text)
    if shorter != text:
        yield shorter
        if (shortest := _LAST_OKURIGANA.sub("", shorter)) != shorter:
            yield shortest
    for group in _SPELT:
        spelling = next((one for one in group if one in text), None)
        yield from (text.replace(spelling, other) for other in group if spelling and other != spelling)


def _characters(forms: Iterable[str], groups: dict[str, str]) -> Iterator[str]:
    """Yield `forms` with all characters in their first variant, then with one of them in each of its variants."""
    for form in forms:
        known = [(at, char) for at, char in enumerate(form) if char in groups]
        if len(known) > 1:
            yield "".join(groups[char][0] if char in groups else char for char in form)
        for at, char in known:
            yield from (form[:at] + other + form[at + 1 :] for other in groups[char])
