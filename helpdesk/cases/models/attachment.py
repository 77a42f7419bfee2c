"""Files in a case: a harmless copy under the case's key, and the original under a key of its own, behind two people."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedBytes, EncryptedJSON, EncryptedText

STATES = {
    "safe": "veilige kopie",
    "waiting": "wacht op controle",
    "refused": "niet te tonen",
    "locked": "op slot",
    "gone": "vernietigd",
}
REQUESTS = {
    "original": "origineel zien",
    "message": "het hele bericht zien, met de bestanden",
    "destroy": "vernietigen",
    "hand-over": "overdragen aan de politie",
}


class Attachment(models.Model):
    """A file that came in. Content: name, kind, size, source, by, at, reason, pages, message, scanned. Of
    a locked file the name and kind are gone; digest and locked_at come.

    `copy` and `text` are of the safe copy; both are empty unless the state is `safe`.
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="attachments")
    created_on = models.DateField()
    state = models.CharField(max_length=8, choices=list(STATES.items()))
    content = EncryptedJSON(step=512)
    text = EncryptedText(step=4096, null=True)
    copy = EncryptedBytes(step=4096, null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="safe", copy__isnull=False)
                | (~models.Q(state="safe") & models.Q(copy__isnull=True, text__isnull=True)),
                name="only_a_safe_file_has_a_copy",
            )
        ]

    def __str__(self) -> str:
        return f"attachment {self.id}"


class Original(models.Model):
    """The file as it came. Its own key, so that it can be destroyed alone."""

    id = IdField()
    attachment = models.OneToOneField(Attachment, on_delete=models.CASCADE, related_name="original")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="originals")
    key_id = models.UUIDField(unique=True)
    key_version = models.PositiveSmallIntegerField(default=1)
    data = EncryptedBytes(part="raw", step=4096)

    def __str__(self) -> str:
        return f"original {self.id}"


class FileRequest(models.Model):
    """What takes two people: the first asks, with a reason; another one agrees. Content: reason, at, agreed_at, to.

    It is about one file, or about a whole message as it came, for that contains its files.
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="file_requests")
    attachment = models.ForeignKey(Attachment, on_delete=models.CASCADE, related_name="requests", null=True)
    mail = models.ForeignKey("cases.Mail", on_delete=models.CASCADE, related_name="+", null=True)
    kind = models.CharField(max_length=10, choices=list(REQUESTS.items()))
    asked_by = models.ForeignKey("teams.Member", on_delete=models.CASCADE, related_name="+")
    agreed_by = models.ForeignKey("teams.Member", on_delete=models.CASCADE, related_name="+", null=True)
    open_until = models.DateTimeField(null=True)
    created_on = models.DateField()
    content = EncryptedJSON()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(agreed_by__isnull=True) | ~models.Q(agreed_by=models.F("asked_by")),
                name="nobody_agrees_with_herself",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="message", attachment__isnull=True, mail__isnull=False)
                | (~models.Q(kind="message") & models.Q(attachment__isnull=False, mail__isnull=True)),
                name="a_request_is_about_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"file request {self.id}"
