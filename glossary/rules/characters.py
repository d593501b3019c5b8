"""Han characters and kana that stand for one another by mistake: look-alikes, homophones of Chinese, forms of another script.

Look-alikes are characters of Japanese and Chinese that differ in a stroke or a component and are both in use, as editors' lists of
slips of the pen and of text recognition give them (未末, 己已巳, 普晋). Those that tell real names apart (東 and 西, 海 and 陸) are
none. Forms of one character in the three scripts come from OpenCC and, for those that only Japan has, from the table below
(Jōyō kanji table of 2010, with the old forms in its brackets).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from glossary.text.han_tables import JAPANESE_ONLY, NOT_JAPANESE, NOT_SIMPLIFIED, NOT_TRADITIONAL, SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from glossary.text.segmenters import simplified

_LOOKALIKES = (
    "未末 士土 己已巳 人入 大太犬 千干于 日曰 王玉主 間問 间问 微徴徵 網綱 网纲 綱鋼 纲钢 緑縁 綠緣 绿缘 遣遺 閣閤 鳥烏 鸟乌 "
    "衰哀衷 候侯 倍培陪 検険倹剣 檢險儉 检险俭 講構購溝 积织 績積 徹撤 裁栽 設説 设没 環還 环还 崇祟 貧貪 贫贪 戊戌戍 毫亳 "
    "薄簿 弊幣 博傅搏 析折拆 侍待持 斤斥 延廷 住往 官宮 官宫 宣宜 刺剌 券卷 拔拨 治冶 洒酒 准淮 泰秦奏 免兔 享亨 母毋 壁璧 "
    "即既 島鳥 岛鸟 狂狽 矢失 吏史 夫天 午牛 瓜爪 困因囚 旦且 幕墓慕暮 募幕 概慨 経径 經徑 经径 衛衝 復複覆 捕補 側測則 "
    "侧测则 惰堕 悔侮 拾捨 群郡 率卒 隊墜 队坠 幹斡 輪輸 轮输 臣巨 氷永 水永 休体 若苦 祖租組 祖租组 裕祐 導尊 料科 政攻 "
    "普晋 普晉 雄稚 板坂 材村 枝技 棄葉 業菓 機幾 武式 池地他 沢択 沢訳 択訳 泡胞 浦捕 港巷 漢嘆 漠漢 漁魚 渔鱼 炎災 烈列 "
    "無舞 物牧 理埋 現規 现规 申由甲 留貿 留贸 畜蓄 疑凝 盟盗 自白 真直 研砕 社杜 神伸 票栗 私払 第弟 管菅 米末 粉紛 粉纷 "
    "系糸 紀記 纪记 紙級 細紐 终络 給絵 統続 维难 緊累 線綿 线钱 編偏遍 编偏遍 練錬 署暑著 薯署 義議儀 义议仪 職識織 职织识 "
    "翌習 育盲 航般 舰般 芳方 英央 荒慌 菱陵 落洛 蓋益 蔡祭 藤膝 虎虚 行街 表裏 裏裹 製裂 規視 规视 観歓 觀歡 观欢 計訃 "
    "計討 计讨 訂訓 许评 许诉 評許 讓壤 谈淡 論輪倫 论轮伦 貝具 贝见 貸貨賃 货贷 責貴 责贵 賀貿 贺贸 赴起 載戴 载戴 幸辛 "
    "辨辩辫瓣 迎仰 述迷 送迭 逐遂 道通 速連 连速 達違 达这 遠達 郎朗 部郎 郵垂 野墅 鈴鉛 録緑 錄綠 录绿 鎖鎮 關開 关开 阪坂 "
    "陳陣 陈阵 陸睦 陸陵 険検 隆降 障章 雪雷 需儒 電雷 震農 清情 革草 頂項 順須 顺须 領預 领预 風凰 食良 除徐 魚鳥 騎驗 "
    "高亮 鮮鱗 麗鹿 麻府 黄横 洋样 佯洋 抗杭 抗坑 投役 抵低 底抵 任仕 伴件 伝転 作昨 保堡 俟侯 惜借 借錯 植值 植値 偵貞 "
    "偉緯 伟纬 僑橋 侨桥 兵乒 凌陵 凍棟 冻栋 到倒 制刷 削消 剛鋼 刚钢 創倉 创仓 効郊 効劾 勉免 動勤 務霧 务雾 勝騰 勢熱 "
    "势热 区凶 却脚 厚原 友反 取最 受授 右石 古吉 司可 同洞 品晶 員買 哲誓 唐康 商高 善喜 图圆 坊防 城域 基墓 報執 报投 "
    "場湯 场汤 塔搭 境鏡 境镜 壊懐 坏怀 壮状 变恋 変恋 奉奏 姓性 委季 学字 安案 宗宋 容客 察祭 導異 导异 居局 展屋 冈网 "
    "岸岩 峡狭 峡陕 崎埼 州洲 布市 師帥 师帅 席度 幅福 弁并 弗沸 弾禅 弹禅 形刑 彰障 彼被 律津 徒徙 志忘 忌忘 恩思 感惑 "
    "態熊 憶億 忆亿 憲害 成戍 戦単 戰單 战占 扩护 拠処 擁推 斎斉 旅族 明朋 昌晶 時晴 景影 暫漸 朝潮 期朝 東束 林材 架加 "
    "栄営 核該 核刻 核该 格絡 格络 梅悔 梅海 概溉 権催 欧殴 欧鸥 歩渉 歴暦 历厉 毅穀 毛手 治始 油抽 泉象 活話 活话 浅践 "
    "浮浴 海悔 液夜 深探 港洪 源原 滅減 灣彎 湾弯 照昭 爆暴 特持 犯狂 独触 班斑 球救 環壊 瓦互 甲申 番審 番审 疫役 病痛 "
    "的約 的约 皇星 監濫 监滥 眠眼 矛予 砲抱 炮泡 破彼 礁樵 祉社 禁楚 秋秩 税悦 稲穂 空究 章童 端瑞 競竟 竞竟 策第 節筋 "
    "範節 索素 組祖 组祖 経軽 经轻 結桔 结桔 維推 縮宿 罰罪 罚罪 "
    "協脇 协胁 提堤 供共 軍車 军车 援緩 援缓 警驚 警惊 書晝 情晴 清晴 坦担 坦但 妨防 護獲 护沪 "
)
# Forms of one character that OpenCC's tables from Traditional to Simplified do not join, for Japan alone has the first.
_JAPANESE_FORMS = (
    "単单單 広广廣 戦战戰 図图圖 検检檢 権权權 経经經 済济濟 対对對 発发發 変变變 両两兩 労劳勞 実实實 応应應 県县縣 関关關 "
    "帰归歸 処处處 拠据據 竜龙龍 覚觉覺 観观觀 訳译譯 証证證 団团團 囲围圍 厳严嚴 駅驿驛 総总總 剣剑劍 悪恶惡 圧压壓 価价價 "
    "気气氣 験验驗 険险險 黒黑 砕碎 桜樱櫻 歳岁歲 児儿兒 釈释釋 焼烧燒 乗乘 浄净淨 譲让讓 穂穗 畳叠疊 粋粹 枢樞 銭钱錢 "
    "繊纤纖 蔵藏 臓脏臟 続续續 弾弹彈 遅迟遲 鋳铸鑄 庁厅廳 鉄铁鐵 伝传傳 闘斗鬪 読读讀 脳脑腦 廃废廢 抜拔 浜滨濱 払拂 仏佛 "
    "並并 満满滿 薬药藥 揺摇搖 謡谣謠 頼赖賴 乱亂 覧览覽 隣邻鄰 涙泪淚 塁垒壘 霊灵靈 齢龄齡 恋戀 炉爐 楼樓 湾灣 辺边邊 "
    "沢泽澤 択择擇 徳德 毎每 歩步 渋涩澀 縄绳繩 縦纵縱 従从從 渓溪 栄荣榮 営营營 衛卫衞 円圆圓 塩盐鹽 縁缘緣 艶艳豔 殴毆 "
    "仮假 拡扩擴 殻壳殼 勧劝勸 巻卷 陥陷 顔颜 犠牺犧 亀龟龜 偽伪僞 戯戏戲 挙举舉 峡峽 挟挾 狭狹 暁晓曉 勲勋勳 径徑 恵惠 "
    "渇渴 掲揭 鶏鸡鷄 茎莖 撃击擊 献獻 倹俭儉 圏圈 顕显顯 鉱矿鑛 号號 国國 剤剂劑 雑杂雜 参參 桟栈棧 蚕蠶 惨慘 賛赞贊 残殘 "
    "糸丝絲 歯齿齒 辞辭 湿濕 写寫 収收 粛肃肅 緒绪緖 諸诸 将將 称稱 奨奖獎 条條 状狀 壌壤 嬢孃 醸酿釀 触觸 嘱囑 寝寢 尽盡 "
    "髄髓 数數 声聲 斉齐齊 静靜 窃竊 摂摄攝 専专專 浅淺 践踐 禅禪 争爭 荘庄莊 捜搜 挿插 装裝 層层 騒骚騷 増增 属屬 堕墮 "
    "体體 帯带帶 滞滯 台臺 滝泷瀧 担擔 胆膽 痴癡 昼晝 虫蟲 聴听聽 鎮镇 逓递遞 転转轉 点點 当當 党黨 盗盜 稲稻 届屆 独獨 "
    "弐贰貳 悩恼惱 覇霸 拝拜 売卖賣 麦麥 髪发髮 蛮蠻 弁辯 舗铺鋪 宝寶 豊丰豐 没沒 万萬 黙默 戻戾 予豫 余餘 与與 誉譽 様样樣 "
    "来來 欄栏 虜虏 猟猎獵 緑绿 暦历曆 歴历歷 練练 郎郞 録录錄 釧钏 呉吴吳 姫姬 撹搅攪 産产產 黄黃 "
)
_UNUSED = {
    "ja": frozenset(SIMPLIFIED_ONLY + TRADITIONAL_ONLY + NOT_JAPANESE),
    "zh-Hans": frozenset(TRADITIONAL_ONLY + JAPANESE_ONLY + NOT_SIMPLIFIED),
    "zh-Hant": frozenset(SIMPLIFIED_ONLY + JAPANESE_ONLY + NOT_TRADITIONAL),
}


def look_alike(one: str, other: str) -> bool:
    """Whether two Han characters are taken for one another by their strokes."""
    return other in _looks().get(one, "")


def other_script(written: str, right: str, language: str) -> bool:
    """Whether `written` is the form of the character `right` in a script that `language` is not written in."""
    if written not in _UNUSED.get(language, ()):
        return False
    return simplified(written) == simplified(right) or right in _forms().get(written, "")


def sound_alike(one: str, other: str) -> bool:
    """Whether two Han characters have the same syllable in Chinese, the tone not counted: what an input method offers."""
    syllables = _syllables()
    return one in syllables and syllables[one] == syllables.get(other)


@cache
def _looks() -> dict[str, str]:
    return _joined(_LOOKALIKES)


@cache
def _forms() -> dict[str, str]:
    return _joined(_JAPANESE_FORMS)


def _joined(groups: str) -> dict[str, str]:
    """Return for each character those it shares a group with."""
    found: dict[str, str] = {}
    for group in groups.split():
        for char in group:
            found[char] = found.get(char, "") + group.replace(char, "")
    return found


@cache
def _syllables() -> dict[str, str]:
    lines = files("glossary.rules").joinpath("homophones.txt").read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if not line.startswith("#"))
    return {char: syllable[:-1] for syllable, chars in rows for char in chars}
