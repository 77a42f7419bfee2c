"""By which lines do we know that old words begin? Mail programs in nine languages, Dutch first. Only patterns.

Each pattern looks at one line, or at a few joined by spaces, of bounded length: no text makes it slow.
"""

from __future__ import annotations

import re

LONGEST = 600  # signs of a line, or of lines joined, that we look at
JOINED = 5  # an introduction is broken over so many lines at most

_WROTE = (
    r"schreef|geschreven|wrote|schrieb|geschrieben|a écrit|écrit|ha scritto|escribió|escreveu|napisał(?:\(a\))?|pisze"
    r"|skrev|skrifaði|kirjoitti|написал(?:\(а\)|а)?|пишет|đã viết|geantwoord"
)
_OPENS = r"op|on|am|le|il|el|em|in|den|dnia|w dniu|på|vào|pe|de"
_DATED = r"(?:\d{1,2}[:.h]\d\d|\b(?:19|20)\d\d\b|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d年)"

# “Op 3 maart 2026 om 14:00 schreef Anna <anna@…>:” and its sisters: an opening, a date, a verb.
_INTRODUCED = re.compile(
    rf"(?:[-–—*_\s]{{0,20}})(?:{_OPENS})\b.{{0,400}}?\b(?:{_WROTE})\b(?P<who>.{{0,200}})$",
    re.IGNORECASE,
)
# “Anna <anna@…> schreef op 3 maart 2026:”, “ons 4 dec. 2024 kl. 20:42 skrev Person B <…>:”
_VERB_INSIDE = re.compile(rf".{{1,300}}\b(?:{_WROTE})\b.{{0,200}}:\s*$", re.IGNORECASE)
# “2017-11-24 16:32 GMT+01:00 Anna <anna@…>:”: no verb, in any language
_ADDRESSED = re.compile(r".{0,400}(?:<\s?[^<>\s]{1,200}@[^<>\s]{1,200}\s?>|\[mailto:[^\]\s]{1,200}\])\s*:\s*$")
_HAS_DATE = re.compile(_DATED)
_HAS_ADDRESS = re.compile(r"[^\s<>@]{1,200}@[^\s<>@]{1,200}")

_ORIGINAL = re.compile(
    r"[\s>]*[-_=*]{2,40}\s*(?:oorspronkelijk(?:e)? (?:bericht|e-?mail)|origineel bericht|original (?:message|email)"
    r"|urspr(?:ü|ue)ngliche (?:nachricht|mail)|message d.origine|message original|messaggio originale"
    r"|mensaje original|mensagem original|oprindelig (?:meddelelse|besked)|ursprungligt meddelande|opprinnelig melding"
    r"|alkuperäinen viesti|antwort nachricht|wiadomość oryginalna|reply message|antwoordbericht|bericht van)\b.{0,60}$",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"\s*(?:[-_=*]{2,40}\s*)?(?:forwarded (?:message|by)|doorgestuurd bericht|begin doorgestuurd bericht"
    r"|begin forwarded message|weitergeleitete nachricht|anfang der weitergeleiteten nachricht"
    r"|message transféré|début du message transféré|messaggio inoltrato|mensaje reenviado)\b.{0,60}$",
    re.IGNORECASE,
)

_FIRST = r"from|van|von|de|da|od|från|fra|lähettäjä|от|gesendet von|afzender|expéditeur|差出人"
_OTHERS = (
    r"verzonden|verstuurd|datum|aan|kopie|onderwerp|antwoord aan|beantwoorden|urgentie|prioriteit|bijlagen"
    r"|sent|date|to|cc|subject|reply-to|importance|received|to user|attachments"
    r"|gesendet|an|betreff|envoyé(?: le)?|message du|à|a|copie à|objet|sujet|inviato|oggetto"
    r"|enviado(?: el| em)?|fecha|data|para|asunto|assunto|wysłano|do|temat|skickat|sendt|dato|till|til|ämne|emne"
    r"|lähetetty|aihe|дата|отправлено|кому|тема|gửi lúc|đến|chủ đề"
)
_BOLD = r"[*_\s]{0,12}"
_HEADER_FROM = re.compile(rf"{_BOLD}(?:{_FIRST}|từ){_BOLD}:{_BOLD}(?P<value>.{{0,500}})$", re.IGNORECASE)
_HEADER_OTHER = re.compile(rf"{_BOLD}(?:{_OTHERS}|{_FIRST}|từ){_BOLD}:{_BOLD}(?P<value>.{{0,500}})$", re.IGNORECASE)
_HEADER_DATE = re.compile(rf"{_BOLD}(?:date|datum|sent|verzonden|message du){_BOLD}:{_BOLD}.{{0,500}}$", re.IGNORECASE)

_RULE = re.compile(r"\s*(?:[-_=]\s?){4,200}\s*$|\s*\*{8,200}\s*$")
_SIGNATURE = re.compile(r"\s?(?:--|—|–|__|—-|-—)\s*$")
_FOOTER = re.compile(r"\s*_{20,200}\s*$")
_MOBILE = re.compile(
    r"\W{0,3}(?:"
    r"(?:sent|verzonden|verstuurd|gesendet|envoyé|inviato|enviado|skickat|sendt|lähetetty|wysłane|wysłano)\s"
    r"(?:from|with|via|by|using|a|an|vanaf|vanuit|met|via|uit|von|mit|depuis|de(?:puis)?|da|desde|från|fra|med|z|do)\b"
    r"[^.!?,;]{1,80}(?:\(https?://\S{1,200}\)|<https?://\S{1,200}>)?\s*\.?"
    r"|(?:von|vom) mein\w{0,3}\b[^.!?,;]{1,60}\bgesendet\.?"
    r"|(?:get|download|ontvang|haal|télécharger|obtenir|holen sie sich)\s(?:outlook|yahoo|onze)\b.{0,120}"
    r"|outlook (?:voor|for|für|pour) (?:ios|android|mac|windows)(?:\s(?:downloaden|herunterladen))?.{0,80}"
    r"|(?:my|mijn) (?:iphone|ipad|telefoon|android)\b.{0,40}"
    r"|(?:excuse|sorry for|excuses voor|let niet op)\b.{0,30}\b(?:typ|spel)\w{0,12}\b.{0,30}"
    r")\s*$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:desk|bureau|kantoor|huis|home|school|office|heart|hart)\b", re.IGNORECASE)
_CLOSES = re.compile(rf"\s*>\s*(?:{_WROTE})?\s*:\s*$", re.IGNORECASE)  # the end of “<anna@…\n>:”
_DASHED = re.compile(rf"\s*-{{2,10}}\s.{{1,200}}\b(?:{_WROTE})\b.{{0,40}}-{{2,10}}\s*$", re.IGNORECASE)
_STARTS = re.compile(rf"[-–—*_\s]{{0,20}}(?:{_OPENS})\b", re.IGNORECASE)


def is_quoted(line: str) -> bool:
    """`> old words`, but not `>>> look here <<<`."""
    return line.lstrip().startswith(">") and "<<<" not in line[:LONGEST] and not _CLOSES.match(line[:LONGEST])


def may_introduce(line: str) -> bool:
    """Whether an introduction can start here: with “Op” or “On”, or with a date somewhere."""
    return len(line) <= LONGEST and bool(_STARTS.match(line) or _HAS_DATE.search(line))


def introduces_a_quote(line: str) -> bool:
    """As `introduces`, for a line with marked words right below it: then less is enough."""
    line = line.strip()
    if not line or len(line) > 300:
        return False
    dated, addressed = bool(_HAS_DATE.search(line)), bool(_HAS_ADDRESS.search(line))
    if addressed and (dated or line.endswith(":")):
        return line.endswith((":", ">"))
    return bool(_DASHED.match(line)) or (dated and line[0].isdigit() and line.endswith(":"))


def closes_introduction(line: str) -> bool:
    return bool(_CLOSES.match(line[:LONGEST]))


def introduces(line: str) -> bool:
    """Whether this line, or a few joined, says who wrote what follows and when."""
    line = line.strip()
    if not line or len(line) > LONGEST:
        return False
    dated = bool(_HAS_DATE.search(line))
    addressed = bool(_HAS_ADDRESS.search(line))
    if dated and _ADDRESSED.match(line):
        return True
    closed = line.rstrip("*_ -–—").endswith((":", ":>")) or line.endswith(("----", "-----"))
    found = _INTRODUCED.match(line)
    if found and (dated or addressed):
        return closed or not found["who"].strip()
    return bool(dated and (addressed or closed) and _VERB_INSIDE.match(line) and len(line) < 300)


def is_original_mark(line: str) -> bool:
    return len(line) <= LONGEST and bool(_ORIGINAL.match(line))


def is_forward_mark(line: str) -> bool:
    return len(line) <= LONGEST and bool(_FORWARDED.match(line))


def is_from_header(line: str) -> bool:
    return len(line) <= LONGEST and bool(_HEADER_FROM.match(line))


def is_date_header(line: str) -> bool:
    return len(line) <= LONGEST and bool(_HEADER_DATE.match(line))


def is_dated_header(line: str) -> bool:
    return is_date_header(line) and bool(_HAS_DATE.search(line))


def has_address(line: str) -> bool:
    return bool(_HAS_ADDRESS.search(line[:LONGEST]))


def is_other_header(line: str) -> bool:
    return len(line) <= LONGEST and bool(_HEADER_OTHER.match(line))


def is_rule(line: str) -> bool:
    return len(line) <= LONGEST and bool(_RULE.match(line))


def is_signature_mark(line: str) -> bool:
    return len(line) <= LONGEST and bool(_SIGNATURE.match(line) or _FOOTER.match(line))


def is_mobile_signature(line: str) -> bool:
    """“Verstuurd vanaf mijn iPhone”, but not “Sent from my desk, is much easier than my phone.”"""
    return len(line) <= 200 and bool(_MOBILE.match(line)) and not _PLACE.search(line)
