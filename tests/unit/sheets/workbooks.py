"""Workbooks made by hand, piece by piece, as no spreadsheet program would save them."""

import io
import zipfile

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(parts: dict[str, str]) -> bytes:
    """These parts in a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def xlsx(*sheets: str, target: str = "worksheets/sheet{}.xml", shared: str = "", hidden: int = 0) -> bytes:
    """An .xlsx of sheets given as rows in XML; the first ``hidden`` ones are hidden."""
    places = [target.format(number) for number in range(1, len(sheets) + 1)]
    states = [' state="hidden"' if number <= hidden else "" for number in range(1, len(sheets) + 1)]
    names = "".join(
        f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"{state}/>' for n, state in enumerate(states, 1)
    )
    leads = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/worksheet" Target="{place}"/>'
        for n, place in enumerate(places, 1)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{leads}</Relationships>',
    }
    for place, rows in zip(places, sheets, strict=True):
        parts[f"xl/{place}"] = f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{rows}</sheetData></worksheet>'
    if shared:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{SPREADSHEET}">{shared}</sst>'
    return zipped(parts)


def ods(rows: str) -> bytes:
    """An .ods of one table given as rows in XML."""
    names = "".join(f' xmlns:{each}="{ODF}:{each}:1.0"' for each in ("office", "table", "text"))
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0"/>',
            "content.xml": f"<office:document-content{names}><office:body><office:spreadsheet>"
            f'<table:table table:name="A">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


def row(*texts: str) -> str:
    """A row of an .xlsx with these texts, without saying where they stand."""
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f"<row>{cells}</row>"
