"""The desk's pages: each composes panels of lower rooms and changes nothing itself."""
