"""The kinderrechtenrapportage: written from the case, read twice, frozen, filed and followed."""
