"""A certificate of participation on paper, in the member's language, with the code to check it."""

from typing import Any

from flask import render_template, url_for
from flask_babel import force_locale

from timebank.documents.pdf import render_pdf
from timebank.documents.qr import qr_image
from timebank.paths import data_dir
from timebank.services.telling.certificates import CertificatePaper


def certificate_page(paper: CertificatePaper, base_url: str, **where: Any) -> str:
    """The certificate as a page for paper.

    ``base_url`` is the installation's own, for where the code is checked; ``where`` has the
    addresses of ``print/base.html``.
    """
    antenna, language = paper.antenna, paper.language
    hours = antenna.opening_hours.get(language) or antenna.opening_hours.get(antenna.language, "")
    base, page = base_url.rstrip("/"), url_for("web.check_certificate", lang=language)
    scanned = f"{base}{page}?code={paper.code.replace(' ', '')}"
    with force_locale(language):
        return render_template(
            "print/certificate.html",
            paper=paper,
            address=base.partition("://")[2] + page,
            qr=qr_image(scanned),
            lang=language,
            text_size="normal",
            antenna={"name": antenna.name, "phone": antenna.phone, "opening_hours": hours},
            **where,
        )


def certificate_pdf(paper: CertificatePaper, base_url: str) -> bytes:
    """The same as a tagged PDF.

    Raises:
        PdfMissingError: the libraries for it aren't on this machine.
    """
    static = data_dir("static")
    css, logo = (static / "css/sheet.css").as_uri(), (static / "img/logo-ink.svg").as_uri()
    return render_pdf(certificate_page(paper, base_url, css_url=css, logo_url=logo))
