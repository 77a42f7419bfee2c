"""What this room knows about people, why, and how long. The privacy page is made from these sentences."""

from __future__ import annotations

from helpdesk.vault.inventory import register

WHILE = "Zolang we helpen, en daarna zolang de organisatie heeft vastgesteld. Je kunt eerder vragen om wissen."
MAILBOX = "90 dagen na het laatste antwoord, of tot je zelf alles wist."


def register_all() -> None:
    """Enter the fields of this room; called once when the program starts."""
    register(
        "cases.Case",
        "summary",
        purpose="Weten waar de vraag over gaat, wie hem oppakt en hoe we je veilig bereiken.",
        term=WHILE,
        kind="asker",
    )
    register("cases.Message", "content", purpose="De vraag lezen en erop antwoorden.", term=WHILE, kind="asker")
    register("cases.Note", "content", purpose="Met collega's overleggen over de beste hulp.", term=WHILE, kind="asker")
    register("cases.Task", "content", purpose="Op tijd doen wat we beloofd hebben.", term=WHILE, kind="asker")
    register(
        "cases.Party",
        "content",
        purpose="Weten wie er om het kind staat, en wie wat mag weten.",
        term=WHILE,
        kind="third party",
    )
    register(
        "cases.Consent",
        "content",
        purpose="Weten met wie we iets mogen delen, en wie dat goed vond.",
        term=WHILE,
        kind="asker",
    )
    register(
        "cases.Withdrawal",
        "content",
        purpose="Meteen stoppen met delen als iemand dat niet meer wil.",
        term=WHILE,
        kind="asker",
    )
    register(
        "cases.AskedException",
        "content",
        purpose="Met zijn tweeën beslissen als iets anders moet dan afgesproken.",
        term=WHILE,
        kind="asker",
    )
    register(
        "cases.Whereabouts",
        "content",
        purpose="Weten waar het kind is, als dat nodig is voor de hulp.",
        term="90 dagen nadat iemand het het laatst nodig had. Eerder als je dat vraagt.",
        kind="asker",
    )
    register(
        "cases.Reading",
        "content",
        purpose="Een tweede collega laten meelezen voordat een bericht weggaat.",
        term=WHILE,
        kind="asker",
    )
    register(
        "cases.FamilyLink",
        "content",
        purpose="Weten welke zaken bij elkaar horen: van familie, gesplitst of samengevoegd.",
        term=WHILE,
        kind="third party",
    )
    register(
        "cases.Referral",
        "content",
        purpose="Weten naar wie we je verwezen, wat er meeging en of het lukte.",
        term=WHILE,
        kind="asker",
    )
    register(
        "cases.Source",
        "content",
        purpose="Weten op welke wet onze hulp steunt, en het merken als die wet verandert.",
        term=WHILE,
        kind="asker",
    )
    register(
        "cases.Offer",
        "content",
        purpose="Een zaak goed overdragen aan een collega.",
        term="Tot de overdracht klaar is.",
        kind="asker",
    )
    register(
        "cases.Draft",
        "content",
        purpose="Niets kwijtraken van wat een jurist aan het schrijven is.",
        term="Tot het verstuurd of weggehaald is.",
        kind="asker",
    )
    register(
        "cases.Contact",
        "facts",
        purpose="Weten wie belde of langskwam, en of en wanneer terugbellen veilig is.",
        term=WHILE,
        kind="asker",
    )
    register("cases.Contact", "course", purpose="Zien of het terugbellen gelukt is.", term=WHILE, kind="asker")
    register(
        "cases.Contact",
        "words",
        purpose="Onthouden wat gevraagd, gezegd en afgesproken is. Een nummer staat erin als je om terugbellen vraagt.",
        term=WHILE,
        kind="asker",
    )
    register(
        "cases.Mail",
        "raw",
        purpose="Een e-mail bewaren zoals hij kwam, zodat er niets verloren gaat.",
        term=f"{WHILE} Een automatisch bericht dat bij geen zaak hoort: 30 dagen.",
        kind="asker",
    )
    for field in ("content", "text", "copy"):
        register(
            "cases.Attachment",
            field,
            purpose="Een brief of foto bekijken zonder wat een toestel erin schreef.",
            term=WHILE,
            kind="asker",
        )
    register(
        "cases.Original",
        "data",
        purpose="Het echte bestand bewaren als bewijs; twee collega's samen mogen erbij.",
        term=WHILE,
        kind="asker",
    )
    register(
        "cases.FileRequest",
        "content",
        purpose="Weten waarom een collega het echte bestand wil zien.",
        term=WHILE,
        kind="staff",
    )
    register(
        "cases.Wall", "content", purpose="Weten waarom maar een paar collega's erbij kunnen.", term=WHILE, kind="staff"
    )
    register(
        "cases.GlassRequest",
        "content",
        purpose="Weten waarom een collega een zaak wilde zien die er voor haar niet is.",
        term=WHILE,
        kind="staff",
    )
    register(
        "cases.SearchTerms",
        "content",
        purpose="Een vraag terugvinden door er woorden in te zoeken.",
        term=WHILE,
        kind="asker",
    )
    register(
        "cases.SearchPiece",
        "content",
        purpose="Snel zoeken in de vragen van een team.",
        term="Tot de zoeklijst opnieuw gemaakt wordt, en nooit langer dan een van de vragen die erin staat.",
        kind="asker",
    )
    register(
        "cases.Outgoing", "content", purpose="Een e-mail sturen aan jou of aan één persoon.", term=WHILE, kind="asker"
    )
    register(
        "cases.Handout",
        "content",
        purpose="Een bericht laten lezen achter een link en een code.",
        term="Veertien dagen te lezen; daarna zolang als de zaak.",
        kind="third party",
    )
    register("cases.Handout", "lookup", purpose="Het bericht bij de link vinden.", term=WHILE, kind="technical")
    register("cases.Complaint", "content", purpose="Samen een klachtbrief maken.", term=WHILE, kind="asker")
    for field in ("content", "data"):
        register(
            "cases.GivenFile",
            field,
            purpose="Bewaren wat we aan iemand meegaven, zoals het wegging.",
            term=WHILE,
            kind="asker",
        )
    register(
        "cases.OwnComplaint",
        "next_on",
        purpose="Zien of we een klacht over ons op tijd beantwoorden.",
        term=WHILE,
        kind="technical",
    )
    register("cases.Closing", "content", purpose="Weten hoe de hulp afliep.", term=WHILE, kind="asker")
    register(
        "cases.CountedFact",
        "content",
        purpose="Tellen hoeveel mensen we hielpen, zonder te weten wie.",
        term="Blijft: er staat niet in van wie het is.",
        kind="asker",
    )
    register(
        "cases.CountedAnswer",
        "content",
        purpose="Tellen hoe vaak onze hulp iemand hielp, zonder te weten wie.",
        term="Blijft: er staat niet in van wie het is.",
        kind="asker",
    )
    register("cases.Mailbox", "status", purpose="Laten zien hoe het met je vraag staat.", term=MAILBOX, kind="asker")
    register(
        "cases.Mailbox",
        "lookup",
        purpose="Je berichten vinden als je met je code terugkomt.",
        term=MAILBOX,
        kind="technical",
    )
    register(
        "cases.Mailbox",
        "invite_lookup",
        purpose="Je plek vinden bij de link die we je mailden.",
        term="Tot je de link opent.",
        kind="technical",
    )
    register("cases.Letter", "content", purpose="Jou ons antwoord laten lezen.", term=MAILBOX, kind="asker")
    register(
        "cases.Conflict",
        "member",
        purpose="Zorgen dat iemand die het gezin kent niet meeleest.",
        term=WHILE,
        kind="staff",
    )
