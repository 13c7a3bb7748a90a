"""A photo as it may be kept: small enough, drawn anew, so that nothing is in it but what is to be seen."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import Image, ImageFile, ImageOps

from timebank.domain.errors import InvalidInputError
from timebank.models.story import PHOTO_SIDE

UPLOAD_MOST = 12_000_000
"""Bytes of a file that is looked at."""
PIXELS_MOST = 24_000_000
"""That are held in memory; a JPEG is read coarser, so that it may have more. A small file can claim to be huge."""
FORMATS = ("JPEG", "PNG", "WEBP")
QUALITY = 82


@dataclass(frozen=True)
class CleanPhoto:
    """A JPEG without any note of place, time or camera; its sides in pixels."""

    jpeg: bytes
    width: int
    height: int


def clean_photo(content: bytes) -> CleanPhoto:
    """The picture turned upright, at most ``PHOTO_SIDE`` pixels wide and high, and drawn on a new sheet.

    Raises:
        InvalidInputError: code ``photo_big`` or ``photo_unreadable``.
    """
    if len(content) > UPLOAD_MOST:
        raise InvalidInputError("photo_big", "This photo is bigger than 12 MB.", field="photo")
    try:
        with _whole_only(), warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = _drawn_anew(content)
    except (
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombWarning,
        Image.DecompressionBombError,
    ) as fault:
        raise InvalidInputError(
            "photo_unreadable",
            "This is no photo that we can read. Choose a JPEG, PNG or WebP.",
            field="photo",
        ) from fault
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=QUALITY, optimize=True)
    return CleanPhoto(made.getvalue(), picture.width, picture.height)


@contextmanager
def _whole_only() -> Iterator[None]:
    """Refuse a picture that breaks off; WeasyPrint, once loaded, lets Pillow fill up such a one with grey."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _drawn_anew(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content), formats=FORMATS) as sent:
        sent.draft("RGB", (PHOTO_SIDE, PHOTO_SIDE))
        if sent.width * sent.height > PIXELS_MOST:
            raise ValueError("too many pixels")
        upright = ImageOps.exif_transpose(sent).convert("RGBA")
    upright.thumbnail((PHOTO_SIDE, PHOTO_SIDE))
    # Pillow writes notes of the file it read into the one it saves; a new sheet has none.
    sheet = Image.new("RGB", upright.size, "white")
    sheet.paste(upright, mask=upright.getchannel("A"))
    return sheet
