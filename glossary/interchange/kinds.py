"""What a file really is, by its first bytes: the ending is often wrong (a web page saved as .xls), and others cannot be read."""

from __future__ import annotations

import io
import re
import zipfile

from glossary.errors import DocumentError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE | re.DOTALL)
_XML_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
_ODF = {"spreadsheet": "import.ods", "text": "import.odt"}
_LARGEST = 1_000_000_000  # bytes unpacked: more is no list of terms


def suffix_of(data: bytes, path: str) -> str:
    """Return the key of `FORMATS` that reads the file; ".csv" for any text. Raises DocumentError, with advice, for what none reads."""
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise DocumentError("import.empty-file", path=path)
    if data.startswith(_OLE):
        raise DocumentError("import.encrypted" if _ENCRYPTED in data else "import.xls", path=path)
    if data.startswith(b"PK"):
        return _zipped(data, path)
    head = data.removeprefix(b"\xef\xbb\xbf")[:4096]
    if _HTML.match(head):
        raise DocumentError("import.html", path=path)
    if head.lstrip().startswith(b"<?xml"):
        raise DocumentError("import.xml-2003" if _XML_2003 in head else "import.xml", path=path)
    return ".tsv" if path.lower().endswith((".tsv", ".tab")) else ".csv"


def _zipped(data: bytes, path: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            names = file.namelist()
            size = sum(entry.file_size for entry in file.infolist())
            kind = file.read("mimetype").decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        raise DocumentError("import.damaged", path=path) from None
    if kind:
        raise DocumentError(_ODF.get(kind.rpartition(".")[2], "import.zip"), path=path)
    if size > _LARGEST:
        raise DocumentError("import.too-large", path=path)
    if any(name.startswith("xl/") and name.endswith(".bin") and "workbook" in name for name in names):
        raise DocumentError("import.xlsb", path=path)
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise DocumentError("import.zip", path=path)
    return ".xlsx"
