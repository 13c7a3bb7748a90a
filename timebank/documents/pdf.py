"""HTML as a tagged PDF (PDF/UA), by WeasyPrint; loaded only when a PDF is asked for."""

from timebank.domain.errors import TimebankError
from timebank.paths import data_dir


class PdfMissingError(TimebankError):
    """The libraries that WeasyPrint needs aren't on this machine; the page can still be printed."""

    code = "pdf_missing"
    message = "PDF isn't set up on this server. Print the page from your browser instead."
    status = 503


def render_pdf(html: str) -> bytes:
    """The PDF of a page made from ``templates/print/base.html``; styles come from ``static/``.

    Raises:
        PdfMissingError: WeasyPrint can't be loaded.
    """
    try:
        from weasyprint import HTML
    except OSError as error:
        raise PdfMissingError from error
    document = HTML(string=html, base_url=data_dir("static").as_uri() + "/")
    made = document.write_pdf(pdf_variant="pdf/ua-1")
    return bytes(made)
