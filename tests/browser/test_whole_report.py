"""One whole report in a real browser, from the case to what the lawyer has in her hands, and back from Word.

Nothing is typed that the case knows: facts are chosen with where they come from, people by their initials, passages
from the library, her own words from her own question. What leaves is opened as the lawyer opens it.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

import pikepdf
import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from helpdesk.counsel.models import Seat
from helpdesk.counsel.tests.scene import Scene
from helpdesk.lib import clock, totp
from helpdesk.lib.files import safe
from helpdesk.lib.papers.blocks import Paper, Paragraph, Run
from helpdesk.lib.papers.docx import as_docx
from helpdesk.lib.papers.pdf import as_pdf
from helpdesk.lib.tests.test_returned_hostile import through_office
from helpdesk.lib.tests.word_samples import edited, gone, ins
from helpdesk.reports.access import reports_of
from helpdesk.reports.access_frozen import frozen_for, manuscript_in
from helpdesk.reports.document import nodes
from helpdesk.reports.manuscript import Manuscript
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import choose, sign_in
from tests.browser.report_case import CANARIES, CHILD, PAPERS, QUOTED, InCase, in_case
from tests.browser.reporting import (
    Fact,
    begun,
    chapter,
    cited,
    facts,
    grounded,
    kept,
    rights,
    sources_in,
    write,
)
from tests.browser.test_counsel import first_time
from tests.browser.test_texts import shots
from tests.browser.watch import NOTHING, Watch, kept_by
from tests.sites import Sites
from tests.verapdf import broken_rules

PRESSED = 60_000  # what the queue may take on a machine that does other work as well
KEEP = os.environ.get("BROWSER_SHOTS", "")  # a folder: then what came out, and pictures of every page, stay there
TOLD = (
    Fact("In het besluit staat niet dat iemand met het kind heeft gesproken.", "besluit-2-oktober", "2", "2026-10-02"),
    Fact("Het besluit noemt geen dag waarop het opnieuw wordt bekeken.", "besluit-2-oktober", "3", "2026-10-02"),
    Fact("Zij miste zes weken school toen zij verhuisde.", "verslag-school", "1", "2026-09-14"),
    Fact("Haar leerkracht ziet dat zij stil is geworden.", "verslag-school", "2", "2026-09-14"),
    Fact("In het plan staat niet of oma is gevraagd.", "plan-van-aanpak", "1", "2026-08-20"),
    Fact("Oma schrijft dat het kind bij haar kan wonen.", "brief-oma", "", "2026-09-30"),
    Fact("Een bezoek van moeder duurt een uur, een keer in de twee weken.", "rooster-bezoek", "", "2026-09-01"),
    Fact("Moeder reist twee uur voor dat bezoek.", "Ouder met gezag", "", "2026-11-10", "Voogd"),
)
ON_THE_PAGE = (
    "art. 3 IVRK",
    "art. 5 IVRK",
    "art. 6 IVRK",
    "art. 8 IVRK",
    "art. 16 IVRK",
    "art. 18 IVRK",
    "art. 27 IVRK",
)
IN_THE_TEXT = {
    "hoe dat is gegaan.": ("art. 3 IVRK", "GC 14"),
    "laat zien dat dat is gebeurd.": ("art. 12 IVRK", "GC 12"),
    "waar haar achtergrond telt.": ("art. 9 IVRK", "art. 20 IVRK", "art. 10 IVRK", "art. 19 IVRK"),
    "zonder dat zij weet waarop.": ("art. 25 IVRK", "art. 39 IVRK"),
    "niet zijn gewogen.": ("General Comment nr. 14", "GC 7", "GC 13"),
    "om erover te klagen.": ("GC 12", "GC 5", "GC 2"),
}
OUTCOMES = ("Zij blijft waar zij is", "Zij woont bij oma")
EVIDENCE = (
    "Uit het verslag van school, uit wat het kind daar in twee gesprekken over zei, en uit het plan dat wij lazen."
)
EXPECTED = (
    ("poor", "De afstand blijft, en er is geen dag waarop iemand opnieuw kijkt of dit voor haar nog het beste is."),
    ("good", "Oma woont dichtbij, kent haar school en wil helpen; wat zij daarvoor nodig heeft, is nog niet gevraagd."),
)


def conditions(page: Page, at: str) -> None:
    """Fourteen, each now and after two outcomes, with why."""
    page.goto(f"{at}voorwaarden/")
    for number, title in enumerate(OUTCOMES, 1):
        page.get_by_label(f"Uitkomst {number}", exact=True).fill(title)
    for number in range(1, 15):
        page.locator(f"[name=now_{number}]").select_option("moderate" if number % 3 else "good")
        page.locator(f"[name=evidence_{number}]").fill(EVIDENCE)
        page.locator(f"#v{number}").locator("xpath=..").locator("summary").click()
        for outcome, (expected, why) in enumerate(EXPECTED, 1):
            page.locator(f"[name=expected_{outcome}_{number}]").select_option(expected)
            page.locator(f"[name=because_{outcome}_{number}]").fill(why)
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("Bijgewerkt.")).to_be_visible()


def annexes(page: Page, at: str) -> None:
    """Every paper that lies in the case, and the letter that was given."""
    page.goto(f"{at}bijlagen/")
    for number in range(1, len(PAPERS) + 2):
        field = page.get_by_label("Welk stuk?")
        field.select_option(index=1)
        page.get_by_role("button", name="Zet erbij").click()
        expect(page.get_by_text(f"Bijlage {number}", exact=True)).to_be_visible()
    expect(page.get_by_text("gaat al mee")).to_be_visible()


def her_words(page: Page, at: str) -> None:
    """Cut down from what she wrote."""
    page.goto(f"{at}woorden/")
    page.locator("li", has_text="Bericht van het kind").get_by_role("button").click()
    page.get_by_label("Wat je aanhaalt").fill(QUOTED)
    page.get_by_label("Hoe zijn deze woorden verzameld?").fill("Zij schreef het ons zelf.")
    page.get_by_role("button", name="Haal aan").click()
    expect(page.get_by_text("De woorden staan in de lijst en in het hoofdstuk.")).to_be_visible()


def consent(page: Page, at: str) -> None:
    page.goto(f"{at}toestemming/")
    choose(page, "child", "yes")
    page.get_by_label("Hoe en wanneer is dat gezegd?").fill("In een gesprek met ons.")
    choose(page, "guardian", "yes")
    page.get_by_label("Hoe en wanneer is dat gezegd, of waarom is het niet nodig?").fill("Moeder, telefonisch.")
    page.get_by_label("Op welke dag?").fill(clock.today().isoformat())
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("Opgeschreven.")).to_be_visible()


def text(page: Page, at: str) -> int:
    """Every chapter; how many sentences had nothing under them at first."""
    for key in ("summary", "child", "voice", "facts", "annexes", "plain"):
        write(page, at, key)
    write(page, at, "frame")
    for ends, typed in IN_THE_TEXT.items():
        sources_in(page, ends, typed)
    kept(page)
    shots(page, "whole-frame")
    rights(page, at)
    shots(page, "whole-rights")
    gaps = grounded(page, (1, 2, 3), most=12)
    for key in ("weighing", "alternatives", "conclusion"):
        write(page, at, key)
        gaps += grounded(page, (1, 3, 4, 5, 6, 7), most=8)
        shots(page, f"whole-{key}")
    return gaps


def read_by_two(page: Page, desk: str, at: str) -> None:
    """Sanne proposes and remarks; Iris takes over and answers; Sanne agrees; Iris signs."""
    page.goto(f"{at}nalezen/vraag/")
    page.get_by_label("Wie leest het rapport?").select_option(label="Sanne Oud")
    page.get_by_role("button", name="Vraag", exact=True).click()
    expect(page.get_by_text("Bij Sanne Oud sinds")).to_be_visible()

    page.context.clear_cookies()
    sign_in(page, desk, "Sanne Oud")
    sheet = chapter(page, at, "conclusion")
    sheet.locator("p", has_text="Zij is niet gehoord.").click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(" Ook een datum voor het eerste bezoek hoort erbij.")
    expect(page.locator(".krh-source--remark", has_text="Erbij:")).to_be_visible()

    kept(page)

    page.goto(f"{at}nalezen/")
    page.get_by_role("textbox", name="Opmerking").fill("Staat de leeftijd overal gelijk?")
    page.get_by_role("button", name="Zet de opmerking erbij").click()
    expect(page.get_by_text("Er staan nog opmerkingen open.")).to_be_visible()

    page.context.clear_cookies()
    sign_in(page, desk)
    chapter(page, at, "conclusion")

    page.locator(".krh-source--remark", has_text="Erbij:").get_by_role("button", name="Neem over").click()
    expect(page.locator(".krh-source--remark", has_text="Erbij:")).to_have_count(0)
    kept(page)
    page.goto(f"{at}nalezen/")
    page.get_by_role("button", name="Klaar").click()
    expect(page.get_by_text("Er staan nog opmerkingen open.")).to_have_count(0)

    page.context.clear_cookies()
    sign_in(page, desk, "Sanne Oud")
    page.goto(f"{at}nalezen/")
    page.get_by_role("button", name="Ik heb het gelezen en ben akkoord").click()
    expect(page.get_by_text("Sanne Oud is akkoord").first).to_be_visible()

    page.context.clear_cookies()
    sign_in(page, desk)
    page.goto(f"{at}nalezen/")
    page.get_by_role("link", name="Teken en bevries").click()
    page.get_by_role("button", name="Teken en bevries").click()
    expect(page.get_by_text("Klopt.", exact=True)).to_be_visible(timeout=PRESSED)


def given(page: Page, at: str, lawyer: UUID) -> None:
    """Everything, to the lawyer."""
    page.goto(f"{at}geef/")
    choose(page, "to", str(lawyer))
    choose(page, "channel", "post")
    for name in ("pdf", "docx", "annexes", "plain", "line_numbers"):
        tick(page, name)
    page.get_by_role("button", name="Geef mee").click()
    expect(page.get_by_text("Het rapport ligt klaar bij Meegegeven.")).to_be_visible(timeout=PRESSED)


def tick(page: Page, name: str) -> None:
    box = page.locator(f"[name={name}]")
    if not box.is_checked():
        page.locator(f"label[for={box.get_attribute('id')}]").last.click()
    expect(box).to_be_checked()


def collected(page: Page, hers: Page, stage: Sites, made: InCase) -> dict[str, bytes]:
    """Iris invites the lawyer and lays it ready; the lawyer comes in with link, code and app, and fetches each file."""
    page.goto(f"{stage.desk}/zaak/{made.case.code}/advocaat/")
    page.get_by_label("Nummer als advocaat").fill("A12345")
    page.locator("label", has_text="Ik heb het nummer zelf opgezocht").click()
    page.get_by_label("Waarvoor?").fill("Zij dient het in bij de rechtbank.")
    page.get_by_role("button", name="Nodig uit").click()
    page.get_by_role("link", name="Leg een stuk klaar").click()
    for label in page.locator("label.krh-check__label", has_text="krr-").all():
        label.click()
    page.get_by_role("button", name="Leg klaar").click()
    expect(page.get_by_text("Nog niet opgehaald").first).to_be_visible()
    with cast.opened("iris", made.case):
        seat = UUID(str(Seat.objects.get(case=made.case).pk))
    token, code = Scene(made.case, made.counsel, UUID(int=0), seat).halves()
    secret = first_time(hers, f"{stage.public}/ophalen/{token}/", code)
    hers.get_by_label("De zes cijfers in uw app").fill(totp.figures(secret, totp.step_at(clock.now())))
    hers.get_by_role("button", name="Verder").click()
    found: dict[str, bytes] = {}
    for button in hers.get_by_role("button", name="Haal op").all():
        with hers.expect_download() as coming:
            button.click()
        found[coming.value.suggested_filename] = Path(coming.value.path()).read_bytes()
    return found


def letters(words: str) -> str:
    """Words without what a line end puts between them."""
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def told_by(data: bytes) -> str:
    """All that a file says to whoever looks: text, metadata, names within, every stream opened."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = [f"{name} {packed.read(name).decode('utf-8', 'replace')}" for name in packed.namelist()]
        return letters(" ".join([*parts, *(re.sub(r"<[^>]*>", "", part) for part in parts)]))
    with pikepdf.open(io.BytesIO(data)) as document:
        said = [repr(document.docinfo), str(document.open_metadata())]
        said += [
            one.read_bytes().decode("latin-1")
            for one in document.objects
            if isinstance(one, pikepdf.Stream) and _is_plain(one)
        ]
        document.objects  # noqa: B018
    pages = pypdfium2.PdfDocument(data)
    said += [page.get_textpage().get_text_bounded() for page in pages]
    return letters(" ".join([*said, data.decode("latin-1")]))


def _is_plain(stream: pikepdf.Stream) -> bool:
    return str(stream.get("/Subtype", "")) != "/Image" and str(stream.get("/Type", "")) in {"", "/Metadata", "/XObject"}


def found_in(data: bytes) -> list[str]:
    said = told_by(data)
    return [one for one in CANARIES if letters(one) in said]


def control() -> None:
    """Every canary is found where it is put: in the words and in the title."""
    paper = Paper(title=CHILD, blocks=[Paragraph([Run(f"Dit is {one}. ")]) for one in CANARIES], made_on=clock.today())
    assert found_in(as_pdf(paper)) == CANARIES
    assert found_in(as_docx(paper)) == CANARIES


def frozen(made: InCase) -> Manuscript:
    with cast.opened("iris", made.case) as file:
        return manuscript_in(frozen_for(file, reports_of(file)[-1].id))


def nothing_typed_twice(signed: Manuscript) -> None:
    """No fact and no source stands in the text as words: they are looked up."""
    typed = " ".join(node["text"] for part in signed.parts for node in nodes(part.doc) if node["type"] == "text")
    assert not [one.short for one in signed.citations if one.short in typed]
    assert "IVRK" not in typed
    assert [one.text for one in signed.facts if one.text in typed] == [QUOTED], "only her own words stand there in full"


@pytest.mark.usefixtures("press")
def test_a_whole_report(stage: Sites, new_page: NewPage, watch: Watch, tmp_path: Path) -> None:
    control()
    made, page = in_case(), new_page()
    sign_in(page, stage.desk)
    at = begun(page, f"{stage.desk}/zaak/{made.case.code}/")
    facts(page, at, TOLD)
    her_words(page, at)
    cited(page, at, ON_THE_PAGE)
    conditions(page, at)
    annexes(page, at)
    consent(page, at)
    gaps = text(page, at)
    assert gaps > 20, "the control: at first sentences stood on nothing"
    assert kept_by(page) == NOTHING
    read_by_two(page, stage.desk, at)
    given(page, at, made.counsel)
    files = collected(page, new_page(), stage, made)
    keep(files)
    signed = frozen(made)
    assert len(signed.citations) >= 20
    assert len(signed.annexes) == 6
    assert len(signed.facts) == len(TOLD) + 1
    nothing_typed_twice(signed)
    on_paper(files, tmp_path)
    in_word(files, tmp_path)
    back_from_word(page, at, files, tmp_path)
    assert watch.strangers == []
    assert watch.complaints == []


def one_of(files: Mapping[str, bytes], ending: str) -> bytes:
    (found,) = (data for name, data in files.items() if re.fullmatch(rf"krr-[\d-]+{ending}", name))
    return found


def on_paper(files: Mapping[str, bytes], home: Path) -> None:
    report = one_of(files, r"\.pdf")
    with pikepdf.open(io.BytesIO(report)) as document:
        assert len(document.pages) >= 17
        assert str(document.Root.Lang) == "nl"
        assert "Terug naar huis" in str(document.docinfo["/Title"])
        fonts = [one for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/FontDescriptor" in one]
        assert fonts
        assert all({"/FontFile2", "/FontFile3"} & set(one.FontDescriptor.keys()) for one in fonts)
    assert broken_rules(report, home) == {"PDFUA_1": [], "PDFA_2_A": []}
    assert "exemplaarvooradvocaatmz" in told_by(report)
    for name, data in files.items():
        assert found_in(data) == [], name


def in_word(files: Mapping[str, bytes], home: Path) -> None:
    """Real headings and footnotes."""
    with zipfile.ZipFile(io.BytesIO(one_of(files, r"\.docx"))) as packed:
        body, notes = packed.read("word/document.xml").decode(), packed.read("word/footnotes.xml").decode()
    assert body.count('w:val="Heading') > 20
    assert body.count("<w:footnoteReference") >= 20
    assert notes.count("<w:footnote ") >= 20


def back_from_word(page: Page, at: str, files: Mapping[str, bytes], home: Path) -> None:
    """The lawyer strikes a sentence and writes another; LibreOffice saves where it is there; Iris takes it in."""
    sent = one_of(files, r"\.docx")
    was = "Dat is door niemand onderzocht."
    changed = edited(sent, *_struck(sent, was, "Niemand heeft dat onderzocht, ook de raad niet."))
    if safe.office_program() is not None:
        changed = through_office(changed, home)
    page.goto(f"{at}getekend/")
    page.get_by_role("link", name="Terug uit Word").click()
    page.locator("#bestand").set_input_files(
        {"name": "terug.docx", "mimeType": "application/octet-stream", "buffer": changed}
    )
    page.get_by_role("button", name="Leg ernaast").click()
    expect(page.get_by_text("Wat veranderd is staat als voorstel in een aanvulling.")).to_be_visible()
    chapter(page, page.url.partition("?")[0], "alternatives")
    expect(page.locator(".krh-source--remark", has_text="Uit Word stelt voor").first).to_be_visible()
    expect(page.get_by_role("textbox", name="Tekst van").locator("ins")).to_have_text(re.compile("ook de raad niet"))


def _struck(docx: bytes, was: str, now: str) -> list[tuple[str, str]]:
    """One run of our Word file with these words, cut in three."""
    with zipfile.ZipFile(io.BytesIO(docx)) as packed:
        body = packed.read("word/document.xml").decode()
    (run,) = (one for one in re.findall(r"<w:r>(?:(?!</w:r>).)*</w:r>", body, re.DOTALL) if was in one)
    before, _, after = run.partition(was)
    return [(run, f'{before}</w:t></w:r>{gone(was)}{ins(now)}<w:r><w:t xml:space="preserve">{after}')]


def keep(files: Mapping[str, bytes]) -> None:
    """For the eyes."""
    for name, data in files.items() if KEEP else ():
        Path(KEEP, name).write_bytes(data)
