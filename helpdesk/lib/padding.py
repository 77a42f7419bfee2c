"""Padding before encryption, so that the length of a ciphertext says little about the length of a text."""

from __future__ import annotations


def pad(plain: bytes, step: int) -> bytes:
    """Four bytes of length, the text, zeros up to a multiple of `step` bytes."""
    framed = len(plain).to_bytes(4, "big") + plain
    return framed + bytes(-len(framed) % step)


def unpad(padded: bytes) -> bytes:
    """The text that `pad` was given; ValueError when the length does not fit."""
    return bytes(unpadded(padded))


def unpadded(padded: bytes) -> memoryview:
    """The same without a copy, lying in `padded` itself."""
    size = int.from_bytes(padded[:4], "big")
    if len(padded) < 4 or size > len(padded) - 4:
        raise ValueError("padding does not fit")
    return memoryview(padded)[4 : 4 + size]
