"""The confined process that signs: a PDF comes in, the same with the signature of the organisation goes out.

It reaches no time stamp server and no list of revoked certificates: a baseline signature (PAdES B-B), made and judged
from what it is given.
"""

from __future__ import annotations

import asyncio
import io
import json
import os
import sys
from collections.abc import Coroutine
from typing import Any, TypeVar

from helpdesk.lib.confined import confine, give_up

FIELD = "Signature"
T = TypeVar("T")


def main() -> int:
    """Sign or judge; no answer when that cannot be done."""
    os.environ["TZ"] = "UTC"
    import pikepdf
    from pyhanko.pdf_utils.misc import PdfError

    loop = asyncio.new_event_loop()  # what signs is written for one, and its own socket is forbidden from here on
    asyncio.set_event_loop(loop)
    (what,) = confine()
    head, _, body = sys.stdin.buffer.read().partition(b"\n")
    told = json.loads(head)
    key, pdf = body[: told["key"]], body[told["key"] :]
    try:
        answer = signed(pdf, key, told) if what == "sign" else json.dumps(judged(pdf)).encode()
    except (MemoryError, RecursionError, pikepdf.PdfError, PdfError, ValueError):
        give_up()
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return 0


def signed(pdf: bytes, key: bytes, told: dict[str, Any]) -> bytes:
    """The file with one more revision: its signature, which covers all of it."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers
    from pyhanko.sign.fields import SigSeedSubFilter

    signer = signers.SimpleSigner.load_pkcs12_data(key, other_certs=[], passphrase=told["password"].encode())
    if signer is None:
        raise ValueError("the key does not open")
    about = signers.PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, embed_validation_info=False
    )
    out = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(with_field(pdf, told["label"])))
    _run(signers.PdfSigner(about, signer).async_sign_pdf(writer, existing_fields_only=True, output=out))
    return out.getvalue()


def with_field(pdf: bytes, label: str) -> bytes:
    """The file with a field for a signature that nobody sees and that who listens hears of, in the tree of its tags."""
    import pikepdf
    from pikepdf import Array, Dictionary, Name

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page, tags = document.pages[0].obj, document.Root.get("/StructTreeRoot")
        widget = document.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=FIELD, TU=label, Contents=label)
        )
        widget.Rect, widget.F, widget.P = Array([0, 0, 0, 0]), 4, page  # printed, and nothing to be seen
        page.Annots = Array([*page.get("/Annots", []), widget])
        page.Tabs = Name.S
        document.Root.AcroForm = document.make_indirect(Dictionary(Fields=Array([widget]), SigFlags=3))
        if tags is not None:
            _tag(document, tags, page, widget)
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _tag(document: Any, tags: Any, page: Any, widget: Any) -> None:
    """A form under the document itself, after all that is read."""
    from pikepdf import Array, Dictionary, Name, NumberTree

    top = tags.K[0] if isinstance(tags.K, Array) else tags.K
    parents = NumberTree(tags.ParentTree)
    number = max([*parents.keys(), -1]) + 1
    form = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Form, P=top, Pg=page))
    form.K = Dictionary(Type=Name.OBJR, Obj=widget, Pg=page)
    top.K = Array([*(top.K if isinstance(top.K, Array) else [top.K]), form])
    parents[number] = form
    tags.ParentTreeNextKey, widget.StructParent = number + 1, number


def judged(pdf: bytes) -> dict[str, Any]:
    """Who signed, until which day that certificate counts, and whether not a byte differs; empty without signature."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import async_validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    found = PdfFileReader(io.BytesIO(pdf), strict=False).embedded_signatures
    if len(found) != 1:
        return {}
    certificate = found[0].signer_cert
    known = ValidationContext(trust_roots=[certificate], allow_fetching=False, revocation_mode="soft-fail")
    status = _run(async_validate_pdf_signature(found[0], signer_validation_context=known))
    covered = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    subject = certificate.subject.native
    return {
        "name": str(
            subject.get("common_name") or subject.get("organization_name") or certificate.subject.human_friendly
        ),
        "until": certificate.not_valid_after.date().isoformat(),
        "whole": bool(status.intact and status.valid and covered),
    }


def _run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.get_event_loop().run_until_complete(work)


if __name__ == "__main__":
    raise SystemExit(main())
