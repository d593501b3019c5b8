"""Write the sheets of this folder, as desks really keep them. What each must give stands beside it in expected.toml.

python tests/interchange/sheets/make_sheets.py [--libreoffice]      # the latter saves the two *_lo.xlsx anew, with soffice
"""

from __future__ import annotations

import datetime
import io
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

HERE = Path(__file__).parent
TWO = [["English", "日本語"], ["Quad", "クアッド"], ["Five Eyes", "ファイブ・アイズ"]]


def book(name: str, rows: list[list[Any]], title: str = "Sheet1") -> tuple[Workbook, Any]:
    """Return a workbook with one sheet of `rows`."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return made, sheet


def save(made: Workbook, name: str) -> None:
    """Write a workbook without the time of writing, so that git sees only real changes."""
    stream = io.BytesIO()
    made.save(stream)
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            data = old.read(entry)
            if entry == "docProps/core.xml":
                data = data.split(b"<dcterms:created")[0] + b"</cp:coreProperties>"
            new.writestr(zipfile.ZipInfo(entry, (1980, 1, 1, 0, 0, 0)), data)


def text(name: str, content: str, encoding: str) -> None:
    """Write a text file."""
    (HERE / name).write_bytes(content.encode(encoding))


def workbooks() -> None:
    """Write the workbooks that openpyxl can make."""
    made, sheet = book("", [["", "英語", "", "日本語", ""], ["No.", "推奨", "禁止", "訳語", "ふりがな"]])
    sheet.append([1, "information security agreement", "intelligence protection agreement", "情報保護協定", "じょうほう ほご きょうてい"])
    sheet.append([2, "Quad", "", "クアッド", ""])
    sheet.merge_cells("B1:C1")
    sheet.merge_cells("D1:E1")
    save(made, "merged_header.xlsx")

    made, sheet = book("", [["English", "日本語"], ["Quad", "クアッド"], [None, "日米豪印"], ["Five Eyes", "ファイブ・アイズ"]])
    sheet.merge_cells("A2:A3")
    save(made, "merged_rows.xlsx")

    made, sheet = book("", TWO, "用語")
    other = made.create_sheet("人名")
    other.append(["English", "日本語"])
    other.append(["Kishida Fumio", "岸田文雄"])
    made.create_sheet("メモ").sheet_state = "hidden"
    made["メモ"].append(["内部用"])
    save(made, "two_sheets.xlsx")

    made, sheet = book("", [["English", "日本語", "備考"], ["Quad", "クアッド", "会合"], ["Five Eyes", "ファイブ・アイズ", ""]])
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    save(made, "hidden.xlsx")

    made, sheet = book("", [["English", "日本語"], ["Quad", '=CONCATENATE("ク","アッド")'], ["Five Eyes", "ファイブ・アイズ"]])
    save(made, "formula_unsaved.xlsx")

    made, sheet = book("", [["English", "日本語"], [12, "十二"], [7, "七"], ["AUKUS", "オーカス"]])
    sheet["A3"].number_format = "000"
    save(made, "numbers.xlsx")

    made, sheet = book("", [["English", "日本語", "登録日"], [datetime.date(2024, 9, 1), "九一集会", datetime.date(2024, 5, 1)]])
    save(made, "dates.xlsx")

    made, sheet = book("", TWO)
    sheet["A2"].fill = PatternFill("solid", fgColor="FF92D050")
    sheet["B3"].font = Font(color="FFFF0000")
    sheet["A3"].font = Font(strike=True)
    for cell in sheet[1]:
        cell.fill = PatternFill("solid", fgColor="FFD9D9D9")
    save(made, "colours.xlsx")

    made, sheet = book("", TWO)
    sheet["B2"].comment = Comment("要確認", "校閲")
    save(made, "comments.xlsx")

    made, sheet = book("", TWO)
    sheet["A2"] = CellRichText("Qu", TextBlock(InlineFont(b=True), "ad"))
    save(made, "rich_text.xlsx")

    made, sheet = book("", [["English", "日本語", "状態"], ["#REF!", "クアッド", ""], ["Five Eyes", "ファイブ・アイズ", ""]])
    sheet["A2"].data_type = "e"
    save(made, "error_cell.xlsx")

    made, sheet = book("", [["English", "日本語"]])
    save(made, "header_only.xlsx")
    (HERE / "damaged.xlsx").write_bytes((HERE / "header_only.xlsx").read_bytes()[:2000])


def texts() -> None:
    """Write the text files."""
    text("shift_jis.csv", "英語,訳語,品詞\r\nQuad,クアッド,固有名詞\r\nsecurity,安全保障,名詞\r\n", "cp932")
    text("utf_16.txt", "English\t日本語\t简体中文\r\nQuad\tクアッド\t四方安全对话\r\n", "utf-16")
    text("gb18030.csv", "英文,简体中文,备注\r\nQuad,四方安全对话,机制的名称\r\n", "gb18030")
    text("big5.csv", "英文,繁體中文,狀態\r\nQuad,四方安全對話,首選\r\n", "big5")
    text("semicolons.csv", '\ufeffEnglish;Japanese;Remarks\r\nQuad;クアッド;"A group; not an alliance."\r\n', "utf-8")
    text(
        "two_terms.csv", 'English,日本語\nQuad; the Four,クアッド、日米豪印\n"Japan\nNippon",日本 / にほん\nSenkaku/Diaoyu,尖閣\n', "utf-8"
    )
    text("spaces.csv", "English ,　日本語　\n  Quad  ,　クアッド \nFive\u00a0 Eyes,ファイブ・アイズ\u200b\n", "utf-8")
    text(
        "status_japanese.csv",
        "英語,日本語,ステータス\nQuad,クアッド,推奨\nthe Four,ザ・フォー,禁止\nthe Quad,ザ・クアッド,使用可\nFour,フォー,検討中\n",
        "utf-8",
    )
    text("blank_lines.csv", "\n,,,\nEnglish,,日本語,\n,,,\nQuad,,クアッド,\n\n,,,\nFive Eyes,,ファイブ・アイズ,\n,,,\n", "utf-8")
    text("titles.csv", "用語集,,\n作成：翻訳課,2024年度版,\n,,\nNo.,英語,日本語\n1,Quad,クアッド\n2,Five Eyes,ファイブ・アイズ\n", "utf-8")
    text(
        "chinese_header.csv", "序号,原文,译文,词性,状态,备注\n1,Quad,四方安全对话,名词,首选,机制\n2,the Four,四国,名词,弃用,少用\n", "utf-8"
    )
    text("source_target.csv", "source,target,forbidden\nQuad,クアッド,カッド\nFive Eyes,ファイブ・アイズ,\n", "utf-8")
    text(
        "duplicate_ids.csv",
        "id,English,日本語,note\nquad,Quad,クアッド,\nquad,the Quad,日米豪印,\nquad,Quad,クアッド,\naukus,AUKUS,オーカス,\n",
        "utf-8",
    )
    text("same_names.csv", "English,日本語\nbank,銀行\nbank,土手\nbank,銀行\n", "utf-8")
    text("no_term.csv", "English,日本語,備考\nQuad,クアッド,\n,,名前は未定\n", "utf-8")
    text("no_header.csv", "Quad,クアッド\nFive Eyes,ファイブ・アイズ\n", "utf-8")
    text("leading_signs.csv", "English,日本語\n=1+1,足し算\n-san,さん\n@home,在宅\n", "utf-8")
    text("by_term.csv", "用語,言語,ステータス\nQuad,英語,推奨\nクアッド,日本語,推奨\n四方安全對話,zh-TW,使用可\n", "utf-8")
    text("web_page.xls", "<html><body><table><tr><td>English</td><td>日本語</td></tr></table></body></html>", "utf-8")
    text("empty.csv", "", "utf-8")
    text("open_quote.csv", 'English,日本語\n"Quad,クアッド\nFive Eyes,ファイブ・アイズ\n', "utf-8")
    (HERE / "legacy.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    (HERE / "password.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"))
    with zipfile.ZipFile(HERE / "calc.ods", "w") as file:
        file.writestr(zipfile.ZipInfo("mimetype", (1980, 1, 1, 0, 0, 0)), "application/vnd.oasis.opendocument.spreadsheet")


def libreoffice() -> None:
    """Let LibreOffice save two of the workbooks: it stores results of formulas, and writes much that openpyxl does not."""
    made, _ = book(
        "", [["English", "日本語", "状態"], ["Quad", '=CONCATENATE("ク","アッド")', "推奨"], ["Five Eyes", "ファイブ・アイズ", "使用可"]]
    )
    made.save(HERE / "formula_lo.xlsx")
    for source, target in (("formula_lo.xlsx", "formula_lo.xlsx"), ("merged_header.xlsx", "merged_header_lo.xlsx")):
        folder = HERE / "out"
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), str(HERE / source)],
            check=True,
        )
        (folder / source).replace(HERE / target)
        folder.rmdir()


if __name__ == "__main__":
    workbooks()
    texts()
    if "--libreoffice" in sys.argv:
        libreoffice()
