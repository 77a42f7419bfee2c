"""What Django and allauth must know about signing in. `config.settings` imports every name; only constants live here.

Times (ASVS 7.1.1): a desk screen is left in a shared office, so 15 minutes of silence end a session, and 8 hours are a
working day. Two sessions: the desk and a laptop at a hearing; a third is a mistake or somebody else.
"""

AUTH_USER_MODEL = "teams.Member"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "teams:start"
LOGOUT_REDIRECT_URL = "account_login"

DESK_IDLE_SECONDS = 15 * 60
DESK_ABSOLUTE_SECONDS = 8 * 60 * 60
DESK_PARALLEL_SESSIONS = 2
INVITATION_HOURS = 24

SESSION_ENGINE = "helpdesk.teams.session_store"
SESSION_COOKIE_AGE = DESK_ABSOLUTE_SECONDS
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# Never in a cookie of its own; the session is encrypted.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

PASSWORD_HASHERS = ["helpdesk.teams.passwords.DeskArgon2"]
# Length and lists, no composition rules and no yearly change (ASVS 6.2.5, 6.2.10).
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "helpdesk.teams.passwords.LongEnough"},
    {"NAME": "helpdesk.teams.passwords.NotCommon"},
    {"NAME": "helpdesk.teams.passwords.NotOurWords"},
]

ACCOUNT_ADAPTER = "helpdesk.teams.account_adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# The invitation reached the address; allauth's table of addresses stays empty.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_TIMEOUT = 5 * 60
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
# `ip` is a coarse bucket that lives in RAM (see buckets.py); the key of a failed sign-in holds bucket and address, so
# nobody can keep a colleague out from elsewhere (P21). Second factors count per member: there the password was right.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "20/m/ip,5/5m/key,30/d/key",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}
ACCOUNT_FORMS = {
    "login": "helpdesk.teams.signin_forms.SignInForm",
    "reauthenticate": "helpdesk.teams.signin_forms.PasswordAgainForm",
    "change_password": "helpdesk.teams.signin_forms.ChangePasswordForm",
    "set_password": "helpdesk.teams.signin_forms.SetPasswordForm",
}

MFA_ADAPTER = "helpdesk.teams.factor_adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_ISSUER = "Kinderrechtenhelpdesk"
# One step of 30 s either way for a slow clock; a code works once, whichever process sees it (forms.py).
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODE_COUNT = 10
MFA_RECOVERY_CODE_DIGITS = 10
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_RATE_LIMITS = {"webauthn_login": "30/m/ip"}
MFA_FORMS = {
    "authenticate": "helpdesk.teams.signin_forms.CodeForm",
    "reauthenticate": "helpdesk.teams.signin_forms.CodeAgainForm",
    "activate_totp": "helpdesk.teams.signin_forms.AddAppForm",
    "add_webauthn": "helpdesk.teams.signin_forms.AddPasskeyForm",
    "edit_webauthn": "helpdesk.teams.signin_forms.NamePasskeyForm",
}
