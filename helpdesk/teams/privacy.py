"""What we know about the people who work here, why, and how long. Enters the inventory when the app starts."""

from __future__ import annotations

from helpdesk.vault.inventory import register

_WORKS = "Zolang iemand bij ons werkt, en daarna zolang zaken naar hem of haar verwijzen."
_DAY = "Zeven dagen nadat de sessie eindigde."
_MONTH = "Dertig dagen."
_FACTOR = "Tot de collega dit slot weghaalt of weggaat."

_FIELDS: tuple[tuple[str, str, str, str], ...] = (
    ("teams.Member", "email", "Om je aan te melden, en om je te waarschuwen als daar iets aan verandert.", _WORKS),
    ("teams.Member", "password", "Een sleutelafdruk van het wachtwoord (Argon2id), nooit het wachtwoord zelf.", _WORKS),
    ("teams.Member", "first_name", "Het kind ziet van wie het antwoord komt: alleen de voornaam.", _WORKS),
    ("teams.Member", "full_name", "Collega’s weten wie wat deed.", _WORKS),
    ("teams.Member", "discipline", "Het kind ziet wat voor jurist er antwoordt.", _WORKS),
    ("teams.Member", "role", "Bepaalt wat iemand mag zien en doen.", _WORKS),
    ("teams.Member", "is_active", "Wie weg is, komt er niet meer in.", _WORKS),
    ("teams.Member", "guided", "Of een collega meeleest, omdat iemand hier nieuw is.", _WORKS),
    ("teams.Member", "joined_on", "Sinds wanneer iemand hier werkt.", _WORKS),
    ("teams.Member", "single_keys", "Of iemand met losse sneltoetsen werkt.", _WORKS),
    ("teams.Member", "theme", "Of iemand licht of donker werkt.", _WORKS),
    ("teams.Membership", "member", "In welke teams iemand werkt: dat bepaalt welke zaken hij of zij ziet.", _WORKS),
    ("teams.Membership", "team", "In welke teams iemand werkt: dat bepaalt welke zaken hij of zij ziet.", _WORKS),
    ("teams.Invitation", "email", "Om een nieuwe collega de weg te wijzen.", _MONTH),
    ("teams.Invitation", "token_hash", "Een afdruk van de link, zodat hij één keer werkt.", _MONTH),
    ("teams.Invitation", "role", "Als wat iemand is uitgenodigd.", _MONTH),
    ("teams.Invitation", "team_slugs", "Voor welke teams iemand is uitgenodigd.", _MONTH),
    ("teams.Invitation", "discipline", "Als wat iemand is uitgenodigd.", _MONTH),
    ("teams.Invitation", "member", "Wie met deze link terugkomt na een verloren slot.", _MONTH),
    ("teams.Invitation", "invited_by", "Wie uitnodigde.", _MONTH),
    ("teams.FactorReset", "member", "Van wie de sloten worden hersteld.", _MONTH),
    ("teams.FactorReset", "requested_by", "De eerste van twee mensen die dat doen.", _MONTH),
    ("teams.FactorReset", "confirmed_by", "De tweede van twee mensen die dat doen.", _MONTH),
    ("teams.RotaTurn", "member", "Weten wie op welke dag de telefoon opneemt.", _MONTH),
    ("teams.Absence", "member", "Zien dat werk niet blijft liggen op dagen dat iemand er niet is.", _MONTH),
    ("teams.Absence", "stand_in", "Weten wie er op die dagen op let.", _MONTH),
    ("teams.DeskSession", "member", "Zodat je je eigen sessies ziet en kunt beëindigen.", _DAY),
    ("teams.DeskSession", "key_hash", "Een afdruk waarmee de sessie te beëindigen is. Geen adres, geen browser.", _DAY),
    ("teams.DeskSession", "started_at", "Zodat je je eigen sessies herkent.", _DAY),
    ("teams.DeskSession", "seen_at", "Zodat je je eigen sessies herkent.", _DAY),
    (
        "sessions.Session",
        "session_data",
        "Versleuteld: wie er nu is aangemeld en sinds wanneer.",
        "Hoogstens acht uur.",
    ),
    ("mfa.Authenticator", "user", "Van wie dit slot is.", _FACTOR),
    ("mfa.Authenticator", "data", "Het tweede slot: een publieke sleutel, of versleuteld een geheim.", _FACTOR),
    ("mfa.Authenticator", "created_at", "Zodat je je eigen sloten herkent.", _FACTOR),
    ("mfa.Authenticator", "last_used_at", "Zodat je ziet of een slot zonder jou gebruikt is.", _FACTOR),
)

for _model, _field, _purpose, _term in _FIELDS:
    register(_model, _field, purpose=_purpose, term=_term, kind="staff")
