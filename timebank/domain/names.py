"""Names as people write them: cleaned for keeping, folded for finding."""

import re
import unicodedata

_KEPT_FORMAT = {"\u200c", "\u200d"}
_PLAIN = str.maketrans(
    {"ı": "i", "İ": "i", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "æ": "ae", "œ": "oe"}
)
_WORDS = re.compile(r"\w+")


def clean_text(text: str) -> str:
    """``text`` in NFC, without control and direction marks, blanks collapsed."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = (
        " " if unicodedata.category(c) == "Cc" else c
        for c in unicodedata.normalize("NFC", text)
        if unicodedata.category(c) != "Cf" or c in _KEPT_FORMAT
    )
    return re.sub(r"\s+", " ", "".join(kept)).strip()


def fold_name(text: str) -> str:
    """``text`` without regard to accents, capitals, apostrophes and blanks, for comparing names."""
    if text.isascii():
        return " ".join(_WORDS.findall(text.replace("'", "").casefold()))
    folded = clean_text(text).translate(_PLAIN).casefold()
    plain = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", plain.replace("'", "").replace("’", "")).strip()
