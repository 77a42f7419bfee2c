"""The organisation's signature: put on, judged by others too, broken by one byte; and no rule of PDF/UA or PDF/A is."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from helpdesk.lib.papers.pdf import NotPrinted, as_pdf
from helpdesk.lib.papers.signing import Identity, WrongSigning, identity, judged, signed
from helpdesk.lib.tests.test_book import BOOK
from tests.tagged import heard
from tests.verapdf import broken_rules

TODAY = date(2026, 11, 28)
NAME, PASSWORD = "Kinderrechtenhelpdesk (proef)", "een wachtwoord"


def throw_away(folder: Path, *, days: int = 30) -> Path:
    """A key and a certificate of its own, as a file with its password beside it."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    usage = x509.KeyUsage(True, True, *[False] * 7)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=60))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "signing.p12"
    lock = BestAvailableEncryption(PASSWORD.encode())
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, lock))
    beside = folder / "signing.p12.password"
    beside.write_text(f"{PASSWORD}\n")
    for one in (path, beside):
        one.chmod(0o600)
    return path


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Identity:
    found = identity(str(throw_away(tmp_path_factory.mktemp("keys"))), date.min)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def made(ours: Identity) -> bytes:
    return signed(as_pdf(BOOK), ours, "Handtekening van de organisatie", date.min)


def test_it_is_whole_and_says_whose_it_is(made: bytes, ours: Identity) -> None:
    found = judged(made)
    assert found is not None
    assert (found.name, found.until, found.whole) == (NAME, ours.until, True)


def test_another_program_finds_it_valid(made: bytes, ours: Identity) -> None:
    held = pkcs12.load_pkcs12(ours.key, PASSWORD.encode())
    assert held.cert is not None
    from cryptography.hazmat.primitives.serialization import Encoding

    (root,) = load_certs_from_pemder_data(held.cert.certificate.public_bytes(Encoding.DER))
    (one,) = PdfFileReader(io.BytesIO(made)).embedded_signatures
    status = validate_pdf_signature(one, ValidationContext(trust_roots=[root], allow_fetching=False))
    assert status.bottom_line
    assert str(one.sig_object["/SubFilter"]) == "/ETSI.CAdES.detached"


@pytest.mark.parametrize("at", [100, 0.5, 0.9])
def test_one_changed_byte_is_noticed(made: bytes, at: float) -> None:
    changed = bytearray(made)
    place = int(at) if at > 1 else int(len(made) * at)
    while not 48 <= changed[place] <= 57:  # a figure, so that the file stays readable
        place += 1
    changed[place] = 48 if changed[place] != 48 else 49
    found = judged(bytes(changed))
    assert found is None or not found.whole


def test_what_is_put_behind_it_is_noticed(made: bytes) -> None:
    found = judged(made + b"\n% iets erbij\n%%EOF\n")
    assert found is None or not found.whole


def test_no_rule_is_broken_and_the_field_is_heard(made: bytes, tmp_path: Path) -> None:
    assert broken_rules(made, tmp_path) == {"PDFUA_1": [], "PDFA_2_A": []}
    assert [kind for kind, _ in heard(made)][-1] == "Form"


def test_without_a_signature_there_is_nothing_to_judge() -> None:
    assert judged(as_pdf(BOOK)) is None
    assert judged(b"geen pdf") is None
    assert identity("", TODAY) is None


def test_a_certificate_that_counts_no_more_signs_nothing(ours: Identity) -> None:
    with pytest.raises(NotPrinted, match="verlopen"):
        signed(b"%PDF", ours, "x", ours.until + timedelta(days=1))


def test_what_cannot_sign_stops_the_start_with_a_sentence(tmp_path: Path) -> None:
    path = throw_away(tmp_path)
    with pytest.raises(WrongSigning, match="cannot be read"):
        identity(str(tmp_path / "nowhere.p12"), TODAY)
    with pytest.raises(WrongSigning, match="counted until"):
        identity(str(path), TODAY + timedelta(days=9000))
    path.chmod(0o640)
    with pytest.raises(WrongSigning, match="0600"):
        identity(str(path), TODAY)
    path.chmod(0o600)
    (tmp_path / "signing.p12.password").write_text("een ander")
    with pytest.raises(WrongSigning, match="does not open"):
        identity(str(path), TODAY)


def test_neither_key_nor_password_shows(ours: Identity) -> None:
    assert PASSWORD not in repr(ours)
    assert "key" not in repr(ours)
