"""Small laws of our own, in the official form."""

from __future__ import annotations


def law(day: str, text: str, *, code: str = "BWBR0000001", sort: str = "wet") -> str:
    """A state with these articles, in the form of the Basiswettenbestand."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><toestand bwb-id="{code}" inwerkingtreding="{day}" '
        f'bwb-ng-vast-deel="http://wetten.overheid.nl/id/{code}/{day}/0"><wetgeving soort="{sort}">'
        "<intitule>Wet van vandaag, houdende een proef</intitule><citeertitel>Proefwet</citeertitel>"
        f"<wet-besluit><wettekst>{text}</wettekst></wet-besluit></wetgeving></toestand>"
    )
