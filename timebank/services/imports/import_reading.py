"""An upload into rows, whatever program the file comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from timebank.models.importing import ImportFormat, ImportKind
from timebank.sheets import elas, timeoverflow
from timebank.sheets.columns import guess_columns, missing_columns
from timebank.sheets.favours import parse_favour_rows
from timebank.sheets.matching import Roster
from timebank.sheets.members import parse_member_rows
from timebank.sheets.reading import Sheet, read_sheet
from timebank.sheets.rows import FavourRows, MemberRows, PostRows


@dataclass(frozen=True)
class Upload:
    """A file as it came. ``sheet`` names one of a workbook ('' looks for it), ``columns`` overrides the
    guess (name -> place from 0), ``choices`` settles names (as written -> member number),
    ``units_per_hour`` is for eLAS."""

    kind: ImportKind
    filename: str
    content: bytes
    format: ImportFormat = ImportFormat.SHEET
    columns: Mapping[str, int] | None = None
    choices: Mapping[str, int] | None = None
    units_per_hour: int = 60
    sheet: str = ""


def sheet_of(upload: Upload) -> tuple[Sheet, Sheet | None, dict[str, int], tuple[str, ...]]:
    """(the sheet, the contacts beside it, its columns, the fields that no column has)."""
    if upload.format is ImportFormat.TIMEOVERFLOW:
        return timeoverflow.headerless(upload.content, upload.filename), None, {}, ()
    if upload.format is ImportFormat.ELAS:
        return *elas.read_export(upload.content, upload.filename), {}, ()
    sheet = read_sheet(upload.content, upload.filename, name=upload.sheet)
    if upload.format is not ImportFormat.SHEET:
        return sheet, None, {}, ()
    columns = dict(upload.columns) if upload.columns else guess_columns(sheet.header, upload.kind.value)
    return sheet, None, columns, missing_columns(columns, upload.kind.value)


def member_rows_of(
    upload: Upload, sheet: Sheet, contacts: Sheet | None, columns: dict[str, int], today: date
) -> MemberRows:
    """The members of the sheet, and every row that can't be taken."""
    if upload.format is ImportFormat.TIMEOVERFLOW:
        return timeoverflow.import_member_rows(sheet, today=today)
    if upload.format is ImportFormat.TIMEOVERFLOW_REPORT:
        return timeoverflow.report_member_rows(sheet, today=today)
    if upload.format is ImportFormat.ELAS:
        return elas.user_rows(sheet, contacts)
    return parse_member_rows(sheet, columns, today=today)


def favour_rows_of(
    upload: Upload, sheet: Sheet, columns: dict[str, int], roster: Roster, today: date
) -> FavourRows:
    """The favours of the sheet, and every row that can't be taken."""
    if upload.format is ImportFormat.TIMEOVERFLOW:
        return timeoverflow.transfer_rows(sheet, roster, today=today)
    if upload.format is ImportFormat.TIMEOVERFLOW_REPORT:
        return timeoverflow.report_transfer_rows(sheet, roster, today=today)
    if upload.format is ImportFormat.ELAS:
        return elas.transaction_rows(sheet, roster, today=today, units_per_hour=upload.units_per_hour)
    return parse_favour_rows(sheet, columns, roster, today=today)


def post_rows_of(sheet: Sheet, roster: Roster, today: date) -> PostRows:
    """The offers and asks of the file, which only TimeOverflow gives out, and every row that can't be taken."""
    return timeoverflow.post_rows(sheet, roster, today=today)
