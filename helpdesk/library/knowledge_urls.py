"""Everything under /kennis/, on the desk only; the page of one article is the desk's, which knows the cases too."""

from __future__ import annotations

from django.urls import path

from helpdesk.library.views import knowledge, reliance

app_name = "knowledge"
urlpatterns = [
    path("", knowledge.articles, name="articles"),
    path("nieuw/", knowledge.add_article, name="add-article"),
    path("<uuid:article>/wijzig/", knowledge.change_article, name="change-article"),
    path("<uuid:article>/nagekeken/", knowledge.review_article, name="review-article"),
    path("<uuid:article>/vervalt/", knowledge.retire_article, name="retire-article"),
    path("steunt/<slug:kind>/<uuid:ours>/", reliance.add_reliance, name="add-reliance"),
    path("steunt/<uuid:reliance>/nagekeken/", reliance.check_reliance, name="check-reliance"),
    path("steunt/<uuid:reliance>/weg/", reliance.drop_reliance, name="drop-reliance"),
]
