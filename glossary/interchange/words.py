"""What people write above their columns and in them: languages, fields and states of terms in English, Japanese and Chinese.

Words are compared folded: NFKC, lower case, without spaces and brackets. Those of one character count only where they are all
that is left of a header.
"""

from __future__ import annotations

import re
import unicodedata

from glossary.languages import ENGLISH, JAPANESE, SIMPLIFIED, TRADITIONAL

CHINESE = "zh"  # simplified or traditional: the cells tell

# Language words; one that names a region besides gives it to the terms.
LANGUAGE_WORDS = {
    (ENGLISH, ""): "english eng 英語 英语 英文 英訳 英譯 英译 英",
    (JAPANESE, ""): "japanese jpn 日本語 日本语 日語 日语 日文 和文 邦文 和訳 邦訳 日訳 日",
    (SIMPLIFIED, ""): (
        "simplifiedchinese chinesesimplified simplified 简体中文 简体字 简体 簡体字中国語 簡体中国語 中国語簡体字 簡体字 簡体 簡體中文 "
        "簡體字 簡體 简中 簡中 中文简体 中文簡體"
    ),
    (SIMPLIFIED, "CN"): "中国大陆 大陆 大陸 mainland prc",
    (TRADITIONAL, ""): (
        "traditionalchinese chinesetraditional traditional 繁體中文 繁體字 繁體 繁体中文 繁体字中国語 繁体中国語 中国語繁体字 繁体字 繁体 "
        "正體中文 正體字 正體 正体 繁中 中文繁體 中文繁体"
    ),
    (TRADITIONAL, "TW"): "taiwan 臺灣 台灣 台湾",
    (TRADITIONAL, "HK"): "hongkong 香港",
    (CHINESE, ""): "chinese 中国語 中國語 中文 汉语 漢語 華語 华语 中訳 中译 中譯 中",
    ("ko", ""): "korean 韓国語 韩语 韓語 한국어",
    ("fr", ""): "french フランス語 仏語 法语 法語",
    ("de", ""): "german ドイツ語 独語 德语 德語",
    ("es", ""): "spanish スペイン語 西班牙语 西班牙語",
    ("ru", ""): "russian ロシア語 露語 俄语 俄語",
    ("vi", ""): "vietnamese ベトナム語 越南语 越南語",
}

# Field words. A name in capitals is no field of the format: `headers` says what becomes of it.
ID, LANGUAGE, TERM, SOURCE, TARGET, SERIAL = "id", "language", "TERM", "SOURCE", "TARGET", "SERIAL"
FIELD_WORDS = {
    ID: "id conceptid entryid termid 識別子 概念id 词条id 詞條id 識別碼 标识",
    SERIAL: "no no. number # 番号 通番 連番 編號 编号 序号 序號 项番 項番 整理番号",
    LANGUAGE: "language lang 言語 语言 語言 语种 語種",
    TERM: "term terms text 用語 術語 术语 语词 詞彙 词汇 名称 名稱 見出し語 見出し 表記 語句",
    SOURCE: "source sourceterm sourcetext src 原文 原語 原语 源语言 原词 原詞 源语 源語",
    TARGET: "target targetterm targettext translation tgt trg 訳語 訳文 訳 译文 译名 译词 譯文 譯名 譯詞 翻訳 翻译 翻譯 译 譯",
    "preferred": "preferred preferredterm recommended approved 推奨 推奨語 推奨訳 優先 優先語 优先 首选 首選 推荐 "
    "推薦 標準 标准 定訳 定译 定譯 正式",
    "admitted": (
        "admitted admittedterm accepted allowed also synonym synonyms alternative alternatives variants 許容 許容語 許容訳 別訳 同義語 "
        "同义词 同義詞 别名 別名 別称 別稱 别称 允许 允許 又称 又稱"
    ),
    "superseded": "superseded former formerly obsolete old 旧称 舊稱 旧名 舊名 旧訳 曾用名",
    "deprecated": (
        "deprecated forbidden forbiddenterm prohibited donotuse avoid wrong ng 禁止 禁止語 禁止訳 使用禁止 禁用 禁用词 "
        "禁用詞 ng訳 ng語 ngワード "
        "使用不可 弃用 棄用 誤訳 误译 誤譯 誤用 错误 錯誤 不可"
    ),
    "acronym": "acronym acronyms abbreviation abbr 略語 略号 缩写 縮寫 缩略语 縮略語",
    "short": "short shortform 略称 简称 簡稱 通称",
    "status": "status usagestatus usage 状態 ステータス 使用区分 採否 可否 使用可否 状态 狀態 使用状态 使用狀態",
    "reading": "reading yomi furigana kana 読み 読み方 読みがな よみ よみがな よみかた ふりがな フリガナ かな カナ "
    "読 读音 讀音 假名 振り仮名",
    "pinyin": "pinyin hanyupinyin 拼音 汉语拼音 漢語拼音 ピンイン ピン音",
    "pos": "pos partofspeech wordclass 品詞 词性 詞性",
    "region": "region 地域 地区 地區 使用地域",
    "note": (
        "note notes remark remarks comment comments usagenote 備考 備考欄 注 注記 注釈 註 註釈 備註 备注 注释 注釋 "
        "註釋 说明 說明 説明 コメント メモ"
    ),
    "definition": "definition meaning 定義 定義文 定义 語義 語意 释义 釋義 意味 含义 含義",
    "subject": "subject subjectfield domain field category topic 分野 カテゴリ カテゴリー 領域 领域 分类 分類 類別 类别 主題 主题 専門分野",
    "sources": "reference references citation 出典 典拠 出处 出處 来源 來源 参考 參考 参照 参考文献",
}
# Japanese, Simplified and Traditional words for remarks: the language of a text of Han characters alone follows from its header.
HEADER_LANGUAGE = {"備考": JAPANESE, "備考欄": JAPANESE, "注記": JAPANESE, "注釈": JAPANESE, "説明": JAPANESE, "定義文": JAPANESE,
                   "意味": JAPANESE, "备注": SIMPLIFIED, "说明": SIMPLIFIED, "定义": SIMPLIFIED, "释义": SIMPLIFIED, "含义": SIMPLIFIED,
                   "備註": TRADITIONAL, "說明": TRADITIONAL, "釋義": TRADITIONAL, "含義": TRADITIONAL}  # fmt: skip

# Words for values: field → value → words.
VALUE_WORDS = {
    "status": {
        "preferred": (
            "preferred preferredterm preferredterm-admn-sts recommended approved standard ◎ 推奨 推奨語 優先 優先語 优先 "
            "优先词 首选 首选词 首選 推荐 推薦 "
            "標準 标准 定訳 承認 承認済 承認済み 已批准 已核准"
        ),
        "admitted": (
            "admitted admittedterm admittedterm-admn-sts accepted allowed acceptable permitted ok ○ 〇 使用可 使用可能 可 "
            "許容 許容語 許可 許容訳 容認 "
            "允许 允許 可用 可接受 同義語 同义词 同義詞"
        ),
        "superseded": "superseded supersededterm supersededterm-admn-sts former obsolete old 旧称 旧名 旧 舊稱 廃止 废止 廢止 已废止",
        "deprecated": (
            "deprecated deprecatedterm deprecatedterm-admn-sts forbidden prohibited "
            "notrecommended donotuse avoid wrong ng × ✕ ✗ ☓ 禁止 使用禁止 使用不可 "
            "不可 禁止語 禁用 弃用 棄用 不推荐 不推薦 非推奨 誤訳 误译 誤譯 错误 錯誤"
        ),
    },
    "type": {
        "full": "full fullform 正式名称 全称 全稱 フル",
        "acronym": "acronym abbreviation initialism 略語 头字语 缩写 縮寫 缩略语 縮略語 頭字語",
        "short": "short shortform 略称 简称 簡稱",
        "variant": "variant 異表記 异体 異體 变体 變體",
        "phrase": "phrase 句 短语 片語",
    },
    "pos": {
        "noun": "noun n 名詞 名词 名",
        "proper-noun": "proper-noun propernoun 固有名詞 専有名詞 专有名词 專有名詞",
        "verb": "verb v 動詞 动词 動 动",
        "adjective": "adjective adj 形容詞 形容词 形",
        "adverb": "adverb adv 副詞 副词 副",
        "other": "other その他 其他",
    },
}  # fmt: skip

_DROPPED = re.compile(r"[\s()\[\]{}<>「」『』【】〔〕《》〈〉:;,、。・*※_/／|-]+")


def folded(text: str) -> str:
    """Return a header or value for comparing."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text).casefold())


def _by_word(table: dict[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for value, words in table.items():
        for word in words.split():
            found.setdefault(folded(word), value)
    return found


FIELD_OF = _by_word(FIELD_WORDS)
LANGUAGE_OF = {folded(word): language for language, words in LANGUAGE_WORDS.items() for word in words.split()}
VALUE_OF = {field: _by_word(words) for field, words in VALUE_WORDS.items()}
HEADER_LANGUAGE = {folded(word): language for word, language in HEADER_LANGUAGE.items()}
