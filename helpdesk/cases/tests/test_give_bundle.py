"""The case as a numbered, hashed bundle: what goes along by default, what never does, and what a changed byte does."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from helpdesk.cases import actions
from helpdesk.cases.models import Case, GivenFile
from tests import cast

pytestmark = pytest.mark.django_db


def told(case: Case) -> str:
    return cast.desk_client("iris").get(f"/zaak/{case.code}/meegeven/").content.decode()


def give(case: Case, *items: str, to: str = "asker", expect: int = 302) -> str:
    answer = cast.desk_client("iris").post(
        f"/zaak/{case.code}/meegeven/", {"to": to, "channel": "post", "items": list(items)}
    )
    assert answer.status_code == expect, answer.content.decode()[:2000]
    return answer.content.decode()


def keys_of(page: str, *, ticked: bool | None = None) -> list[str]:
    found = []
    for part in page.split('name="items" value="')[1:]:
        key, _, rest = part.partition('"')
        if ticked is None or rest.split(">")[0].endswith("checked") == ticked:
            found.append(key)
    return found


def bundle_of(case: Case) -> bytes:
    with cast.opened("iris", case) as file:
        return bytes(file.mine(GivenFile.objects.get(case=case)).data)


def case_with_papers() -> Case:
    case = cast.taken(text="Mag ik naar huis?")
    with cast.opened("iris", case, to="reply") as file:
        actions.reply(file=file, text="We zoeken het uit.")
    with cast.opened("iris", case, to="note") as file:
        actions.note(file=file, text="Let op de vader.")
    return case


def test_notes_are_left_out_by_default_and_can_be_chosen() -> None:
    case = case_with_papers()
    page = told(case)
    ticked, other = keys_of(page, ticked=True), keys_of(page, ticked=False)
    assert any(key.startswith("bericht:") for key in ticked)
    assert [key.split(":")[0] for key in other] == ["notitie"]


def test_the_bundle_is_numbered_listed_and_hashed(tmp_path: Path) -> None:
    case = case_with_papers()
    give(case, *keys_of(told(case), ticked=True))
    with zipfile.ZipFile(io.BytesIO(bundle_of(case))) as packed:
        names = packed.namelist()
        packed.extractall(tmp_path)
    assert names[:2] == ["00-inhoud.pdf", "01-bericht.pdf"]
    assert "SHA256SUMS" in names
    said = pypdfium2.PdfDocument(tmp_path / "01-bericht.pdf")[0].get_textpage().get_text_range()
    assert "Mag ik naar huis?" in said
    listed = pypdfium2.PdfDocument(tmp_path / "00-inhoud.pdf")[0].get_textpage().get_text_range()
    assert case.code not in listed
    assert "Aantal stukken: 1." in listed
    assert "Let op de vader." not in listed + said
    for line in (tmp_path / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digest


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="sha256sum is not here")
def test_a_public_tool_checks_it_and_notices_one_changed_byte(tmp_path: Path) -> None:
    case = case_with_papers()
    give(case, *keys_of(told(case), ticked=True))
    zipfile.ZipFile(io.BytesIO(bundle_of(case))).extractall(tmp_path)
    check = ["sha256sum", "--strict", "-c", "SHA256SUMS"]
    assert subprocess.run(check, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    paper = tmp_path / "01-bericht.pdf"
    changed = bytearray(paper.read_bytes())
    changed[len(changed) // 2] ^= 1
    paper.write_bytes(changed)
    assert subprocess.run(check, cwd=tmp_path, capture_output=True, check=False).returncode == 1


def test_nothing_chosen_gives_nothing() -> None:
    case = case_with_papers()
    assert "Kies eerst wat er meegaat." in give(case, expect=422)
    assert "Kies iets uit de lijst." in give(case, "notitie:weg", expect=422)
    assert not GivenFile.objects.exists()
