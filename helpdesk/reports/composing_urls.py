"""Making a report: its frame, facts, own words, sources, conditions, annexes and consent."""

from __future__ import annotations

from django.urls import path

from helpdesk.reports.views import concept, facts, lists, report, sources, weigh

_of_a_case = "zaak/<slug:code>/rapportages/"
_one = f"{_of_a_case}<uuid:report>/"
urlpatterns = [
    path("rapportages/", lists.reports, name="reports"),
    path(_of_a_case, report.start_report, name="start-report"),
    path(_one, report.report_page, name="report-page"),
    path(f"{_one}concept.pdf", concept.see_concept, name="see-concept"),
    path(f"{_one}concept.docx", concept.concept_in_word, name="concept-in-word"),
    path(f"{_one}kader/", report.frame_report, name="frame-report"),
    path(f"{_one}namen/", report.name_in_full, name="name-in-full"),
    path(f"{_one}toestemming/", report.record_report_consent, name="record-report-consent"),
    path(f"{_one}feiten/", facts.facts, name="facts"),
    path(f"{_one}feiten/lijst/", facts.list_facts, name="list-facts"),
    path(f"{_one}feiten/nieuw/", facts.add_fact, name="add-fact"),
    path(f"{_one}feiten/<uuid:fact>/", facts.change_fact, name="change-fact"),
    path(f"{_one}feiten/<uuid:fact>/weg/", facts.take_out_fact, name="take-out-fact"),
    path(f"{_one}woorden/", facts.quote_child, name="quote-child"),
    path(f"{_one}bronnen/", sources.citations, name="citations"),
    path(f"{_one}bronnen/zoek/", sources.find_passages, name="find-passages"),
    path(f"{_one}bronnen/citeer/", sources.cite_passage, name="cite-passage"),
    path(f"{_one}bronnen/<uuid:citation>/opnieuw/", sources.cite_anew, name="cite-anew"),
    path(f"{_one}bronnen/<uuid:citation>/weg/", sources.take_out_citation, name="take-out-citation"),
    path(f"{_one}voorwaarden/", weigh.weigh, name="weigh"),
    path(f"{_one}bijlagen/", weigh.annexes, name="annexes"),
    path(f"{_one}bijlagen/<uuid:annex>/plaats/", weigh.move_annex, name="move-annex"),
    path(f"{_one}bijlagen/<uuid:annex>/weg/", weigh.take_out_annex, name="take-out-annex"),
]
