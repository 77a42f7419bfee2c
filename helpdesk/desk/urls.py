"""The desk's own pages."""

from __future__ import annotations

from django.urls import path

from helpdesk.desk.views import (
    case_page,
    changed,
    complaints,
    glass,
    knowledge,
    late,
    law,
    looks,
    mail,
    remedies,
    rota,
    routing,
    search,
    telephone,
    triage,
    worklist,
)

app_name = "desk"

urlpatterns = [
    path("", worklist.worklist, name="worklist"),
    path("filters/", worklist.filter_worklist, name="filter-worklist"),
    path("triage/", triage.triage, name="triage"),
    path("triage/regels/", routing.routing, name="routing"),
    path("triage/regels/nieuw/", routing.write_routing, name="write-routing"),
    path("triage/regels/<int:number>/probeer/", routing.try_routing, name="try-routing"),
    path("triage/regels/<int:number>/aan/", routing.switch_routing, name="switch-routing"),
    path("triage/<slug:code>/", triage.triage_question, name="triage-question"),
    path("te-laat/", late.late, name="late"),
    path("telefoon/", telephone.telephone, name="telephone"),
    path("telefoon/rooster/", rota.edit_rota, name="edit-rota"),
    path("telefoon/<uuid:contact>/", telephone.telephone_contact, name="telephone-contact"),
    path("terugbellen/", telephone.callbacks, name="callbacks"),
    path("e-mail/", mail.mail, name="mail"),
    path("e-mail/<uuid:mail>/", mail.one_mail, name="one-mail"),
    path("e-mail/<uuid:mail>/origineel/", mail.original_mail, name="original-mail"),
    path("e-mail/<uuid:mail>/vraag/", mail.make_case_of_mail, name="make-case-of-mail"),
    path("zoeken/", search.search, name="search"),
    path("rechtsmiddelen/", remedies.remedies, name="remedies"),
    path("inzage/", looks.looks, name="looks"),
    path("inzage/glas/", glass.glass, name="glass"),
    path("inzage/glas/stand/", glass.glass_told, name="glass-told"),
    path("inzage/glas/<uuid:wanted>/", glass.decide_glass, name="decide-glass"),
    path("inzage/glas/<uuid:wanted>/getekend/", glass.sign_glass, name="sign-glass"),
    path("inzage/<slug:code>/", looks.looks_at_case, name="looks-at-case"),
    path("bronnen/gewijzigd/", changed.changed_sources, name="changed-sources"),
    path("kennis/<uuid:article>/", knowledge.knowledge_article, name="knowledge-article"),
    path("klachten/", complaints.complaints, name="complaints"),
    path("zaak/<slug:code>/recht/", law.law_that_may_matter, name="law-that-may-matter"),
    path("zaak/<slug:code>/", case_page.case_page, name="case-page"),
]
