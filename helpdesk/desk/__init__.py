"""The jurist's day: worklist, triage, case page. Owns no tables; composes what lower rooms show."""
