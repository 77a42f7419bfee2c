"""What comes off a page as a file: downloaded by the browser, opened in LibreOffice, drawn, read."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image
from playwright.sync_api import Page


class Drawn(NamedTuple):
    """A PDF as somebody sees it: its words, one picture of each page, and how much ink the emptiest has."""

    text: str
    pictures: list[Path]
    least_ink: int


def downloaded(page: Page, ending: str, into: Path) -> Path:
    """Press the file with this ending under "Meegegeven", as it comes down."""
    with page.expect_download() as coming:
        page.locator("#meegegeven .krh-file__head a", has_text=ending).first.click()
    found = into / coming.value.suggested_filename
    coming.value.save_as(found)
    return found


def printed(document: Path) -> Path:
    """The document as LibreOffice prints it."""
    into = document.parent / "gedrukt"
    command = ["soffice", f"-env:UserInstallation=file://{into}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", into, document], check=True, capture_output=True, timeout=120)
    return into / f"{document.stem}.pdf"


def drawn(pdf: Path) -> Drawn:
    """Every page as a picture beside the file."""
    pages = pypdfium2.PdfDocument(pdf)
    words, pictures, ink = "", list[Path](), list[int]()
    for number, page in enumerate(pages, 1):
        words += page.get_textpage().get_text_bounded() + "\n"
        picture: Image.Image = page.render(scale=1.5).to_pil().convert("L")
        ink.append(sum(picture.histogram()[:128]))
        pictures.append(pdf.with_name(f"{pdf.stem}-{number}.png"))
        picture.save(pictures[-1])
    return Drawn(" ".join(words.split()), pictures, min(ink, default=0))
