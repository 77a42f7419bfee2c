"""The verbs of a case, under /zaak/. Paths are Dutch, names are the verbs of the actions."""

from __future__ import annotations

from django.urls import path

from helpdesk.cases.views import contact, ending, file, look, party, plan, send, team, triage, write

app_name = "cases"

urlpatterns = [
    path("<slug:code>/paneel/<slug:name>/", look.panel, name="panel"),
    path("<slug:code>/codewoord/", look.show_code_word, name="show-code-word"),
    path("<slug:code>/aannemen/", triage.accept_case, name="accept-case"),
    path("<slug:code>/oppakken/", triage.take_case, name="take-case"),
    path("<slug:code>/naar-team/", triage.route_case, name="route-case"),
    path("<slug:code>/afwijzen/", triage.reject_case, name="reject-case"),
    path("<slug:code>/doorverwijzen/", triage.refer_case, name="refer-case"),
    path("<slug:code>/spoed/", triage.set_urgency, name="set-urgency"),
    path("<slug:code>/toewijzen/", team.assign_case, name="assign-case"),
    path("<slug:code>/overdragen/", team.hand_over_case, name="hand-over-case"),
    path("<slug:code>/overdracht/ja/", team.accept_handover, name="accept-handover"),
    path("<slug:code>/overdracht/nee/", team.decline_handover, name="decline-handover"),
    path("<slug:code>/ik-ken-dit-gezin/", team.mark_conflict, name="mark-conflict"),
    path("<slug:code>/antwoorden/", write.reply, name="reply"),
    path("<slug:code>/doorvragen/", write.ask_more, name="ask-more"),
    path("<slug:code>/terughalen/<uuid:message>/", write.take_back, name="take-back"),
    path("<slug:code>/gesprek/<uuid:contact>/los/", contact.take_off_contact, name="take-off-contact"),
    path("<slug:code>/notitie/", write.note, name="note"),
    path("<slug:code>/concept/", write.save_draft, name="save-draft"),
    path("<slug:code>/titel/", plan.set_themes, name="set-themes"),
    path("<slug:code>/taak/", plan.plan_task, name="plan-task"),
    path("<slug:code>/taak/<uuid:task>/klaar/", plan.finish_task, name="finish-task"),
    path("<slug:code>/persoon/", party.add_party, name="add-party"),
    path("<slug:code>/persoon/<uuid:party>/", party.change_party, name="change-party"),
    path("<slug:code>/persoon/<uuid:party>/weg/", party.remove_party, name="remove-party"),
    path("<slug:code>/persoon/<uuid:party>/terug/", party.restore_party, name="restore-party"),
    path("<slug:code>/persoon/<uuid:party>/naam/", party.show_name, name="show-name"),
    path("<slug:code>/persoon/<uuid:party>/schrijven/", send.write_to_party, name="write-to-party"),
    path("<slug:code>/e-mail/<uuid:message>/opnieuw/", send.retry_mail, name="retry-mail"),
    path("<slug:code>/bestand/", file.attach_file, name="attach-file"),
    path("<slug:code>/bestand/<uuid:attachment>/", file.see_file, name="see-file"),
    path("<slug:code>/bestand/<uuid:attachment>/kopie/", file.file_copy, name="file-copy"),
    path("<slug:code>/bestand/<uuid:attachment>/opnieuw/", file.recheck_file, name="recheck-file"),
    path("<slug:code>/bestand/<uuid:attachment>/slot/", file.lock_file, name="lock-file"),
    path("<slug:code>/bestand/<uuid:attachment>/origineel/", file.original_file, name="original-file"),
    path("<slug:code>/bestand/<uuid:attachment>/vraag/", file.ask_file, name="ask-file"),
    path("<slug:code>/bestand/ja/<uuid:wanted>/", file.agree_file, name="agree-file"),
    path("<slug:code>/wachten/", plan.wait_for_third, name="wait-for-third"),
    path("<slug:code>/hervatten/", plan.resume_case, name="resume-case"),
    path("<slug:code>/afsluiten/", ending.close_case, name="close-case"),
    path("<slug:code>/heropenen/", ending.reopen_case, name="reopen-case"),
    path("<slug:code>/wissen/", ending.forget_case, name="forget-case"),
]
