"""Workbooks as the programs write them, and as somebody writes one to do harm."""

import io
import zipfile
from collections.abc import Callable, Iterable

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

SHEET = "xl/worksheets/sheet1.xml"
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(rows: Iterable[Iterable[object]], change: Callable[[Worksheet], object] | None = None) -> bytes:
    """Return a workbook with one sheet, its words in a list of their own as Excel has them.

    change: made to the sheet before it is saved.
    """
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    if change:
        change(book.active)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(raw: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return a zip-based file with its members changed, by name and content."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


def with_more_in_sheet(raw: bytes, xml: bytes) -> bytes:
    """Return a workbook with more XML behind the rows of its sheet."""
    return changed(raw, lambda name, old: old.replace(b"</sheetData>", xml + b"</sheetData>") if name == SHEET else old)


def libreoffice_workbook(rows: Iterable[Iterable[str]]) -> bytes:
    """Return a workbook with its words in the cells, and the last row of all, as LibreOffice and Google write it."""
    cells = ""
    for number, row in enumerate(rows, 1):
        words = "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row)
        cells += f'<row r="{number}">{words}</row>'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    package = "http://schemas.openxmlformats.org/package/2006"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    members = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>'
        f'<Override PartName="/{SHEET}" ContentType="{types}.worksheet+xml"/></Types>',
        "xl/workbook.xml": f'<workbook xmlns="{NAMESPACE}" xmlns:r="{RELATIONS}">'
        '<sheets><sheet name="Answers" sheetId="1" state="visible" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        SHEET: f'<worksheet xmlns="{NAMESPACE}"><sheetData>{cells}'
        '<row r="1048576" customFormat="false" ht="12.8"/></sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, head + content)
    return out.getvalue()
