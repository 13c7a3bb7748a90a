"""``/api/v1/certificates``: certificates of participation, and the check of a code that stands on one."""

from typing import Any
from uuid import UUID

from flask import Response, current_app, jsonify
from flask_smorest import Blueprint

from timebank.api.certificate_schemas import (
    CertificateList,
    CertificateQuery,
    CertificateSchema,
    CheckedSchema,
    CodeSchema,
    NewCertificateSchema,
)
from timebank.api.door import actor_with, keyed, once
from timebank.auth import SIGNED_IN, access
from timebank.clock import now
from timebank.documents.certificate import certificate_pdf
from timebank.models.certificate import Certificate
from timebank.services.membership.members import find_member
from timebank.services.telling.certificate_checks import check_code, told_or_refused
from timebank.services.telling.certificates import (
    CertificateFacts,
    NewCertificate,
    certificates_of,
    make_certificate,
    paper_of,
    revoke_certificate,
)
from timebank.uow import reading, transact

blp = Blueprint(
    "api_certificates",
    __name__,
    url_prefix="/api/v1/certificates",
    description="Papers that say that a member takes part.",
)


def encode(certificate: Certificate) -> dict[str, Any]:
    """A certificate as the API tells it; its code stands on the paper alone."""
    fields = {name: getattr(certificate, name) for name in set(CertificateSchema().fields) - {"member"}}
    body: dict[str, Any] = CertificateSchema().dump(fields | {"member": certificate.member.uid})
    return body


@blp.get("")
@access(SIGNED_IN)
@blp.arguments(CertificateQuery, location="query")
@blp.response(200, CertificateList)
def index(query: dict[str, Any]) -> Response:
    """A hundred certificates of one member: those not revoked before the others, the newest first."""
    actor = actor_with("certificates:read")
    with reading() as session:
        rows = certificates_of(session, find_member(session, query["member"], actor=actor), actor=actor)
        return jsonify({"items": [encode(each) for each in rows]})


@blp.post("")
@access(SIGNED_IN)
@keyed(blp)
@blp.arguments(NewCertificateSchema)
@blp.response(201, CertificateSchema)
def create(new: dict[str, Any]) -> Response:
    """Make one, of today: your own, or as a coordinator for a member who asks for it."""
    actor, wished = actor_with("certificates:write"), NewCertificate(new["tells"], new["stretch"])
    return once(201, encode, make_certificate, new["member"], wished, _key(), actor=actor, now=now())


@blp.post("/check")
@access(SIGNED_IN)
@blp.arguments(CodeSchema)
@blp.response(200, CheckedSchema)
def check(wanted: dict[str, Any]) -> CertificateFacts:
    """What the paper with this code says, as on the public page; tried too often there or here, it waits."""
    actor_with("certificates:read")
    return told_or_refused(transact(check_code, wanted["code"], now=now()))


@blp.get("/<uuid:uid>/pdf")
@access(SIGNED_IN)
@blp.response(200, {"type": "string", "format": "binary"}, content_type="application/pdf")
def file(uid: UUID) -> Response:
    """The paper with its code, in the member's language, while it holds."""
    actor = actor_with("certificates:read")
    with reading() as session:
        paper = paper_of(session, uid, _key(), actor=actor, now=now())
    base_url = str(current_app.extensions["timebank_settings"].base_url)
    return Response(certificate_pdf(paper, base_url), mimetype="application/pdf")


@blp.post("/<uuid:uid>/revoke")
@access(SIGNED_IN)
@keyed(blp)
@blp.response(200, CertificateSchema)
def revoke(uid: UUID) -> Response:
    """End it: from now on its code gets no answer."""
    actor = actor_with("certificates:write")
    return once(200, encode, revoke_certificate, uid, actor=actor, now=now())


def _key() -> str:
    return str(current_app.config["SECRET_KEY"])
