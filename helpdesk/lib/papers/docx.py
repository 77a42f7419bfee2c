"""A paper as a Word file that somebody goes on with: real headings, lists, footnotes and a language for the spelling.

pandoc makes it, as a program of its own, from the tree that we give it; it reads no file, calls nobody (`--sandbox`).
"""

from __future__ import annotations

import json
import subprocess
from tempfile import NamedTemporaryFile

from helpdesk.lib.papers.blocks import Paper
from helpdesk.lib.papers.data import sound
from helpdesk.lib.papers.docx_edges import finished
from helpdesk.lib.papers.docx_styles import model
from helpdesk.lib.papers.docx_tree import tree
from helpdesk.lib.papers.pdf import NotPrinted

SECONDS = 60
MEMORY = "-M512m"  # of pandoc's own heap


def as_docx(paper: Paper) -> bytes:
    """Make the Word file.

    Raises:
        NotPrinted: pandoc took too long or gave up.
    """
    import pypandoc

    paper = sound(paper)
    with NamedTemporaryFile(suffix=".docx") as styles:
        styles.write(model(paper.front is not None))
        styles.flush()
        command = [pypandoc.get_pandoc_path(), "+RTS", MEMORY, "-RTS", "--sandbox", "-f", "json", "-t", "docx"]
        try:
            made = subprocess.run(
                [*command, f"--reference-doc={styles.name}", "-o", "-"],
                input=json.dumps(tree(paper)).encode(),
                capture_output=True,
                timeout=SECONDS,
                check=True,
                env={},
            ).stdout
        except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
            raise NotPrinted("Het Word-bestand kon niet worden gemaakt. Probeer het nog een keer.") from None
    return finished(made, paper)
