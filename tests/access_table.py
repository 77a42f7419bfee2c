"""Every address of both programs and who may come in: a verb of the table of access, None for the world, or "weak".

"weak" is the way to a second lock: signed in with one is enough. An address that does not stand here fails the
inspector (`tests/test_house.py`); `tests/test_access.py` knocks at all of them.
"""

from __future__ import annotations

WEAK = "weak"

_PUBLIC = """
healthz
intake:landing intake:ask intake:safety intake:contact intake:privacy intake:complaint intake:support
intake:accessibility intake:last_day
portal:open portal:leave handout:handout pickup:pick-up
"""
PUBLIC: dict[str, str | None] = dict.fromkeys(_PUBLIC.split())

# One line: a verb, then the addresses behind it.
_DESK = """
-                    healthz account_login mfa_login_webauthn mfa_authenticate account_logout
-                    teams:sign-in teams:sign-out teams:accept-invitation teams:demo-sign-in
weak                 account_reauthenticate mfa_reauthenticate mfa_reauthenticate_webauthn
weak                 mfa_activate_totp mfa_add_webauthn teams:enrol
see-account          account_change_password account_set_password mfa_index mfa_deactivate_totp mfa_list_webauthn
see-account          mfa_remove_webauthn mfa_edit_webauthn mfa_view_recovery_codes mfa_generate_recovery_codes
see-account          teams:start teams:signed-in teams:my-account
see-sessions         teams:sessions teams:end-session teams:end-other-sessions
manage-members       teams:members teams:change-role teams:deactivate-member teams:reactivate-member
manage-members       teams:end-sessions-of
invite               teams:invite
request-factor-reset teams:request-factor-reset
confirm-factor-reset teams:factor-resets teams:confirm-factor-reset
see-reference        directory:reference-lists directory:reference-list desk:remedies
see-standard-texts   texts:standard-texts texts:pick-standard-text
edit-standard-texts  texts:add-standard-text texts:change-standard-text texts:retire-standard-text
see-knowledge        knowledge:articles desk:knowledge-article desk:changed-sources
write-knowledge      knowledge:add-article knowledge:change-article knowledge:review-article knowledge:retire-article
write-knowledge      knowledge:add-reliance knowledge:drop-reliance
check-reliance       knowledge:check-reliance
edit-reference       directory:override-reference-item directory:undo-reference-override
see-sources          library:sources library:work library:passage library:compare-states
see-sources          sources:search-sources sources:thesaurus
see-sources          citations:look-up-citations citations:pick-citation
see-imports          library:imports
edit-thesaurus       sources:add-to-thesaurus sources:change-thesaurus sources:undo-thesaurus-change
see-worklist         desk:worklist desk:filter-worklist desk:mail
search-cases         desk:search
see-ledger           desk:looks desk:looks-at-case
see-triage           desk:triage desk:triage-question
read-case            desk:case-page desk:law-that-may-matter cases:panel cases:show-code-word
accept               cases:accept-case
take                 cases:take-case
route                cases:route-case
reject               cases:reject-case
refer                cases:refer-case
set-urgency          cases:set-urgency
assign               cases:assign-case
hand-over            cases:hand-over-case
accept-handover      cases:accept-handover
decline-handover     cases:decline-handover
mark-conflict        cases:mark-conflict
see-late             desk:late
guide-member         teams:guided
renew-promise        cases:renew-promise
add-task-list        cases:add-task-list
remove-task-list     cases:remove-task-list
ask-reading          cases:ask-reading
agree-reading        cases:agree-reading
return-reading       cases:return-reading
withdraw-reading     cases:withdraw-reading
reply                cases:reply cases:take-back
ask-more             cases:ask-more
write-to-party       cases:write-to-party cases:retry-mail cases:settle-mail
invite-asker         cases:invite-asker
cut-off-mailbox      cases:cut-off-mailbox
write-to-party       cases:write-to-party cases:retry-mail
write-letter         cases:write-letter cases:print-letter cases:post-letter
print-case           cases:print-case
note                 cases:note cases:save-draft
set-themes           cases:set-themes
plan-task            cases:plan-task
finish-task          cases:finish-task
add-party            cases:add-party
change-party         cases:change-party
remove-party         cases:remove-party cases:restore-party
show-name            cases:show-name cases:show-party-code-word
record-consent       cases:record-consent
withdraw-consent     cases:withdraw-consent
ask-exception        cases:ask-exception
grant-exception      cases:grant-exception
call-party           cases:call-party
read-case            cases:where-to
plan-referral        cases:plan-referral cases:change-referral
send-referral        cases:send-referral
record-referral-result cases:record-referral-result cases:see-referral-answer
withdraw-referral    cases:withdraw-referral
add-source           cases:add-source
check-source         cases:check-source
take-back-source     cases:take-back-source
set-needs            cases:set-needs
set-asker-contact    cases:set-asker-contact
set-whereabouts      cases:set-whereabouts
show-whereabouts     cases:show-whereabouts
wait-third           cases:wait-for-third
resume               cases:resume-case
attach-file          cases:attach-file
recheck-file         cases:recheck-file
lock-file            cases:lock-file
ask-file             cases:ask-file cases:original-file cases:ask-mail cases:whole-mail
agree-file           cases:agree-file
read-case            cases:see-file cases:file-copy
flag-contact         cases:flag-contact
unflag-contact       cases:unflag-contact
move-message         cases:move-message cases:put-back-message
split-case           cases:split-case cases:undo-split
merge-cases          cases:merge-cases cases:bring-over cases:undo-merge
link-case            cases:link-case
unlink-case          cases:unlink-case
write-complaint      cases:write-complaint cases:change-complaint
give-paper           cases:give-complaint cases:give-bundle cases:given-file
invite-counsel       counsel:invite-counsel
read-case            counsel:counsel-page
share-with-counsel   counsel:share-with-counsel counsel:take-back-share
revoke-counsel       counsel:revoke-counsel
record-counsel-answer counsel:record-counsel-answer counsel:record-counsel-filing counsel:see-counsel-answer
remind-counsel       counsel:remind-counsel
wall-case            cases:wall-case
open-wall            cases:open-wall
ask-glass            desk:glass
decide-glass         desk:decide-glass desk:glass-told
sign-glass           desk:sign-glass
set-deadline         deadlines:set-deadline deadlines:set-deadline-by-hand
read-case            deadlines:deadline-page
confirm-deadline     deadlines:confirm-deadline deadlines:dispute-deadline
take-over-deadline   deadlines:take-over-deadline
end-deadline         deadlines:end-deadline
correct-deadline     deadlines:correct-deadline deadlines:correct-deadline-by-hand
record-proceeding    deadlines:record-proceeding deadlines:change-proceeding
see-worklist         deadlines:deadlines deadlines:month
see-account          deadlines:calendar-address
see-worklist         reports:reports reports:report-figures
read-case            reports:report-page reports:facts reports:list-facts reports:citations
start-report         reports:start-report
write-report         reports:frame-report reports:name-in-full reports:record-report-consent
write-report         reports:add-fact reports:change-fact reports:take-out-fact reports:quote-child
write-report         reports:find-passages reports:cite-passage reports:cite-anew reports:take-out-citation
write-report         reports:see-concept
write-report         reports:concept-in-word
write-report         reports:weigh reports:annexes reports:move-annex reports:take-out-annex
write-report         reports:write-report reports:take-part reports:let-go-part reports:remark reports:settle-remark
write-report         reports:bring-back-version reports:remark-report reports:settle-report-remark
write-report         reports:settle-attempt
read-case            reports:review reports:part-versions reports:compare-versions
read-case            reports:signed-report reports:signed-file
ask-second-reader    reports:ask-second-reader
read-report          reports:read-report reports:send-back-report
sign-report          reports:sign-report reports:take-back-press
read-case            reports:press-order reports:press-told
withdraw-report      reports:withdraw-report
give-report          reports:give-report
supplement-report    reports:supplement-report reports:take-in-word
read-case            reports:report-outcome
follow-report        reports:follow-report reports:take-over-answer reports:take-back-outcome
-                    deadlines:calendar
edit-absence         teams:absences teams:end-absence
start-mediation      mediation:start-mediation
read-case            mediation:mediation-page
change-mediation     mediation:change-mediation
record-position      mediation:record-position
make-proposal        mediation:make-proposal
answer-proposal      mediation:answer-proposal
make-agreement       mediation:make-agreement
mark-promise         mediation:mark-promise
ask-information      mediation:ask-information
record-information   mediation:record-information
end-mediation        mediation:end-mediation
reopen-mediation     mediation:reopen-mediation
correct-mediation    mediation:correct-mediation mediation:take-back-step
reply                mediation:propose-letter
confirm-complaint    cases:confirm-complaint
answer-complaint     cases:answer-complaint
count-complaints     desk:complaints
close                cases:close-case
reopen               cases:reopen-case
forget-case          cases:forget-case
log-contact          desk:telephone desk:telephone-contact contacts:log-contact contacts:finish-contact
edit-rota            desk:edit-rota
see-routing          desk:routing
write-routing        desk:write-routing
switch-routing       desk:try-routing desk:switch-routing
call-back            desk:callbacks contacts:plan-callback contacts:record-attempt
make-case            contacts:make-case
see-mail             desk:one-mail
read-case            desk:original-mail
make-case-of-mail    desk:make-case-of-mail
join-contact         contacts:join-contact cases:take-off-contact
"""
DESK: dict[str, str | None] = {
    name: None if verb == "-" else verb
    for verb, *names in (line.split() for line in _DESK.strip().splitlines())
    for name in names
}
