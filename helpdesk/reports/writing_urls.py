"""Writing in a report and reading it a second time: chapters for the editor, review, signature, what was signed."""

from __future__ import annotations

from django.urls import path

from helpdesk.reports.views import comment, part, press, review, signed, versions

_one = "zaak/<slug:code>/rapportages/<uuid:report>/"
_order = f"{_one}opdracht/<uuid:order>/"
_part, _versions = f"{_one}deel/<slug:part>/", f"{_one}versies/<slug:part>/"
urlpatterns = [
    path(_part, part.write_report, name="write-report"),
    path(f"{_part}pak/", part.take_part, name="take-part"),
    path(f"{_part}laat-los/", part.let_go_part, name="let-go-part"),
    path(f"{_part}opmerkingen/", comment.remark, name="remark"),
    path(f"{_part}opmerkingen/<uuid:remark>/klaar/", comment.settle_remark, name="settle-remark"),
    path(_versions, versions.part_versions, name="part-versions"),
    path(f"{_versions}<uuid:version>/", versions.compare_versions, name="compare-versions"),
    path(f"{_versions}<uuid:version>/terug/", versions.bring_back_version, name="bring-back-version"),
    path(f"{_one}nalezen/", review.review, name="review"),
    path(f"{_one}nalezen/vraag/", review.ask_second_reader, name="ask-second-reader"),
    path(f"{_one}nalezen/opmerking/", review.remark_report, name="remark-report"),
    path(f"{_one}nalezen/opmerking/<uuid:remark>/klaar/", review.settle_report_remark, name="settle-report-remark"),
    path(f"{_one}nalezen/akkoord/", review.read_report, name="read-report"),
    path(f"{_one}nalezen/terug/", review.send_back_report, name="send-back-report"),
    path(f"{_one}nalezen/niet-ingevoegd/<uuid:attempt>/klaar/", review.settle_attempt, name="settle-attempt"),
    path(f"{_one}teken/", signed.sign_report, name="sign-report"),
    path(_order, press.press_order, name="press-order"),
    path(f"{_order}stand/", press.press_told, name="press-told"),
    path(f"{_order}terug/", press.take_back_press, name="take-back-press"),
    path(f"{_one}trek-in/", signed.withdraw_report, name="withdraw-report"),
    path(f"{_one}getekend/", signed.signed_report, name="signed-report"),
    path(f"{_one}getekend/<slug:kind>/", signed.signed_file, name="signed-file"),
    path(f"{_one}geef/", signed.give_report, name="give-report"),
    path(f"{_one}terug-uit-word/", signed.take_in_word, name="take-in-word"),
    path(f"{_one}aanvulling/", signed.supplement_report, name="supplement-report"),
]
