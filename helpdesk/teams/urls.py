"""Everything under /aanmelden/. allauth's names where it asks for them, ours under `teams:`; no more of allauth."""

from __future__ import annotations

from allauth.mfa.base.views import AuthenticateView, IndexView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from helpdesk.teams.access import anyone, enrolling, require, step_up
from helpdesk.teams.views import absences, account, demo, factors, guided, invitations, members, signin

mine = require("see-account")

_ours: list[URLPattern] = [
    # The same two doors under our own names, for the templates of the house.
    path("", anyone(signin.SignInView.as_view()), name="sign-in"),
    path("uit/", anyone(signin.SignOutView.as_view()), name="sign-out"),
    path("start/", mine(signin.start), name="start"),
    path("klaar/", account.signed_in, name="signed-in"),
    path("tweede-slot/", enrolling(factors.enrol), name="enrol"),
    path("account/", account.account, name="my-account"),
    path("sessies/", account.sessions, name="sessions"),
    path("sessies/beeindig/", account.end_session, name="end-session"),
    path("sessies/beeindig-andere/", account.end_other_sessions, name="end-other-sessions"),
    path("afwezig/", absences.absences, name="absences"),
    path("afwezig/weg/", absences.end_absence, name="end-absence"),
    path("medewerkers/", members.members, name="members"),
    path("medewerkers/begeleid/", guided.guided, name="guided"),
    path("medewerkers/uitnodigen/", members.invite, name="invite"),
    path("medewerkers/rol/", members.change_role, name="change-role"),
    path("medewerkers/sluit/", members.deactivate_member, name="deactivate-member"),
    path("medewerkers/open/", members.reactivate_member, name="reactivate-member"),
    path("medewerkers/beeindig-sessies/", members.end_sessions_of, name="end-sessions-of"),
    path("medewerkers/herstel/", members.request_factor_reset, name="request-factor-reset"),
    path("herstel/", members.factor_resets, name="factor-resets"),
    path("herstel/bevestig/", members.confirm_factor_reset, name="confirm-factor-reset"),
    path("uitnodiging/<str:token>/", invitations.accept, name="accept-invitation"),
]
if settings.DEMO:
    _ours.append(path("demo/", demo.demo_sign_in, name="demo-sign-in"))

_factors: list[URLPattern] = [
    path("", mine(IndexView.as_view(template_name="teams/locks.html")), name="mfa_index"),
    path("app/", enrolling(factors.AddAppView.as_view()), name="mfa_activate_totp"),
    path("app/weg/", mine(factors.RemoveAppView.as_view()), name="mfa_deactivate_totp"),
    path("passkeys/", mine(RedirectView.as_view(pattern_name="mfa_index")), name="mfa_list_webauthn"),
    path("passkeys/nieuw/", enrolling(factors.AddPasskeyView.as_view()), name="mfa_add_webauthn"),
    path("passkeys/<int:pk>/weg/", mine(factors.RemovePasskeyView.as_view()), name="mfa_remove_webauthn"),
    path("passkeys/<int:pk>/naam/", mine(factors.NamePasskeyView.as_view()), name="mfa_edit_webauthn"),
    path(
        "herstelcodes/",
        mine(ViewRecoveryCodesView.as_view(template_name="teams/recovery_codes.html")),
        name="mfa_view_recovery_codes",
    ),
    path(
        "herstelcodes/nieuw/",
        mine(GenerateRecoveryCodesView.as_view(template_name="teams/new_recovery_codes.html")),
        name="mfa_generate_recovery_codes",
    ),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", anyone(signin.SignInView.as_view()), name="account_login"),
    path("passkey/", anyone(signin.PasskeySignInView.as_view()), name="mfa_login_webauthn"),
    path("code/", anyone(AuthenticateView.as_view(template_name="teams/second_lock.html")), name="mfa_authenticate"),
    path("uit/", anyone(signin.SignOutView.as_view()), name="account_logout"),
    path("opnieuw/", enrolling(signin.StepUpByPasswordView.as_view()), name="account_reauthenticate"),
    path("opnieuw/code/", enrolling(signin.StepUpByCodeView.as_view()), name="mfa_reauthenticate"),
    path("opnieuw/passkey/", enrolling(signin.StepUpByPasskeyView.as_view()), name="mfa_reauthenticate_webauthn"),
    path("wachtwoord/", mine(factors.ChangePasswordView.as_view()), name="account_change_password"),
    path("wachtwoord/nieuw/", mine(step_up()(factors.SetPasswordView.as_view())), name="account_set_password"),
    path("sloten/", include(_factors)),
    path("", include((_ours, "teams"))),
]
