"""QR codes, for paper that leads to a page."""

import segno


def qr_image(address: str) -> str:
    """The address as a QR code: a ``data:`` URI of an SVG image, with error correction for worn paper."""
    return str(segno.make(address, error="m", micro=False).svg_data_uri(scale=4, border=4))
