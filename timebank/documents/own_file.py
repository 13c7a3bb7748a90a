"""A person's own file as JSON, to take along to another program."""

import json

from timebank.services.privacy.own_file import OwnFile

FORMAT = "timebank-own-file-1"


def as_json(file: OwnFile) -> bytes:
    """UTF-8 JSON: for each table a list of objects, with the names that the columns have here."""
    tables = {
        section.table: [dict(zip(section.columns, row, strict=True)) for row in section.rows]
        for section in file.sections
    }
    whole = {"format": FORMAT, "made_at": file.made_at.isoformat(), "tables": tables}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()
