"""What this room knows about people, why, and how long."""

from __future__ import annotations

from helpdesk.vault.inventory import register

WHILE = "Zolang we helpen, en daarna zolang de organisatie heeft vastgesteld. Je kunt eerder vragen om wissen."


def register_all() -> None:
    """Enter the fields of this room; called once when the program starts."""
    report = "Een rapportage schrijven over de rechten van het kind, die de advocaat kan indienen."
    register("reports.ReportStep", "content", purpose=report, term=WHILE, kind="asker")
    register("reports.ReportPart", "content", purpose=report, term=WHILE, kind="asker")
    earlier = "Laten zien hoe een rapportage is ontstaan, en niets verliezen."
    register("reports.PartVersion", "content", purpose=earlier, term=WHILE, kind="asker")
    held = "Twee schrijvers niet in hetzelfde hoofdstuk laten schrijven."
    register("reports.ReportPart", "held_by", purpose=held, term="Tot het hoofdstuk wordt losgelaten.", kind="staff")
    register("reports.ReportPart", "held_at", purpose=held, term="Tot het hoofdstuk wordt losgelaten.", kind="staff")
    signed = "Kunnen nagaan wat er getekend is, met de bronnen zoals ze toen waren."
    for name in ("content", "manuscript", "pdf", "docx"):
        register("reports.FrozenReport", name, purpose=signed, term=WHILE, kind="asker")
    counting = "Tellen welke rechten gevolgd werden, zonder te weten bij wie."
    register("reports.Report", "tally", purpose=counting, term=WHILE, kind="asker")
    nobodys = "Tot twee jaar na het jaar waarin geteld is: er staat niet in van wie het is."
    register("reports.CountedReport", "content", purpose=counting, term=nobodys, kind="asker")
    ordered = "Een rapportage drukken voor wie erom vroeg, ook als het programma halverwege stopt."
    register("reports.PressOrder", "content", purpose=ordered, term=WHILE, kind="asker")
    for name in ("member", "at"):
        register("reports.PressOrder", name, purpose=ordered, term=WHILE, kind="staff")
