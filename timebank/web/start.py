"""The way in: the language, the size of letters, and the pages that are for everybody."""

from flask import Response, current_app, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from timebank.auth import PUBLIC, access
from timebank.web import bp, current_language
from timebank.web.context import TEXT_SIZES


@bp.get("/letters")
@access(PUBLIC)
def set_text_size() -> ResponseReturnValue:
    """Remember the size of letters in a cookie and go back to the page."""
    size = request.args.get("size", "normal")
    response: Response = make_response(redirect(own_page(request.args.get("next", ""))))
    if size in TEXT_SIZES:
        year = 365 * 24 * 3600
        response.set_cookie(
            "text_size",
            size,
            max_age=year,
            samesite="Lax",
            httponly=True,
            secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
        )
    return response


@bp.get("/accessibility")
@access(PUBLIC)
def accessibility() -> str:
    """The accessibility statement."""
    return render_template("start/accessibility.html")


@bp.get("/privacy")
@access(PUBLIC)
def privacy() -> str:
    """What is kept about people, and why."""
    return render_template("start/privacy.html")


def own_page(target: str) -> str:
    """``target`` if it is a page of ours, or else the home page."""
    ours = target.startswith(f"/{current_language()}") and "\\" not in target and ".." not in target
    if ours and all(character.isprintable() for character in target):
        return target
    return url_for("web.home", lang=g.get("lang"))
