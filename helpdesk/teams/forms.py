"""What may be typed about people: an invitation, its acceptance, a role, the own account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from helpdesk.teams.models import Member, Team
from helpdesk.teams.models.member import THEMES
from helpdesk.teams.roles import MAY_INVITE, ROLE_LABELS, Role

PASSKEY, PASSWORD = "passkey", "password"


class _DeskForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        for field in self.fields.values():
            field.widget.attrs.setdefault("spellcheck", "false")
            field.error_messages["required"] = _("Vul nog in: %(field)s.") % {"field": str(field.label).lower()}


class _RoleForm(_DeskForm):
    role = forms.ChoiceField(label=_("Rol"), choices=())
    teams = forms.MultipleChoiceField(label=_("Teams"), required=False, choices=(), widget=forms.CheckboxSelectMultiple)
    discipline = forms.CharField(
        label=_("Functie"), max_length=80, required=False, help_text=_("Zo leest het kind het: jurist jeugdhulp.")
    )

    def __init__(self, *args: Any, by: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = MAY_INVITE.get(Role(by.role), frozenset())
        teams = Team.objects.all()
        if by.role != Role.ADMIN:
            teams = teams.filter(pk__in=by.team_ids())
        self.fields["role"].choices = [(str(role), ROLE_LABELS[role]) for role in Role if role in roles]  # type: ignore[attr-defined]
        self.fields["teams"].choices = [(team.slug, team.name) for team in teams]  # type: ignore[attr-defined]


class InviteForm(_RoleForm):
    """Whom, as what, in which teams."""

    email = forms.EmailField(label=_("E-mailadres van het werk"), max_length=254)
    field_order = ["email", "role", "teams", "discipline"]


class ChangeRoleForm(_RoleForm):
    """As what, in which teams."""


class AcceptInvitationForm(_DeskForm):
    """Names, and the choice of the first lock."""

    full_name = forms.CharField(label=_("Voor- en achternaam"), max_length=120, help_text=_("Voor je collega’s."))
    first_name = forms.CharField(
        label=_("Voornaam"), max_length=60, help_text=_("Dit is alles wat een kind van je naam ziet.")
    )
    lock = forms.ChoiceField(
        label=_("Hoe wil je je aanmelden?"),
        choices=[
            (PASSKEY, _("Met een passkey")),
            (PASSWORD, _("Met wachtwoord en app")),
        ],
        initial=PASSKEY,
        help_text=_("Een passkey is je vinger, je gezicht of de pin van je apparaat. Het snelst en het veiligst."),
        widget=forms.RadioSelect,
    )
    password = forms.CharField(
        label=_("Wachtwoord"),
        required=False,
        strip=False,
        help_text=_("15 tekens of meer. Vier gewone woorden achter elkaar is goed."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("lock") == PASSWORD:
            about = Member(email=self.email, full_name=data.get("full_name", ""), first_name=data.get("first_name", ""))
            try:
                validate_password(data.get("password", ""), about)
            except forms.ValidationError as error:
                self.add_error("password", error)
        else:
            data["password"] = None
        return data


class AccountForm(_DeskForm):
    """What everybody changes of the own account."""

    full_name = forms.CharField(label=_("Voor- en achternaam"), max_length=120)
    first_name = forms.CharField(label=_("Voornaam"), max_length=60, help_text=_("Dit ziet een kind."))
    theme = forms.ChoiceField(label=_("Kleuren"), choices=THEMES, required=False, widget=forms.RadioSelect)
    single_keys = forms.BooleanField(
        label=_("Sneltoetsen van één letter"),
        required=False,
        help_text=_("Uit voor wie met de stem werkt: dan doet een losse letter niets."),
    )
