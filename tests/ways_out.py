"""Finds the ways out by itself: whatever in the house can carry words outward, and whether it asks for a `Release`."""

from __future__ import annotations

import ast
from pathlib import Path

CALLS = {"Letter", "EmailMessage", "EmailMultiAlternatives", "send_mail", "FileResponse", "StreamingHttpResponse"}
CALLS |= {"urlopen", "Popen", "SMTP", "SMTP_SSL", "create_connection"}
METHODS = {"defer", "send_message", "sendmail"}
# Whoever holds one of these asked the door; `tests/test_print_case.py` of the cases looks where they are made.
LEAVES = {"Release", "actions.PrintedLetter", "actions.Printed"}
PAPER = "cases/paper_"  # a page that is made to be printed
MODULES = {"smtplib", "httpx", "requests", "socket", "subprocess"}


def ways_out(path: Path, source: str) -> list[str]:
    """Functions that carry outward and have no parameter that is a leave, as "file:function"."""
    found: set[str] = set()

    def walk(node: ast.AST, where: str, *, leave: bool) -> None:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            where = node.name
            leave = leave or any(one.annotation and ast.unparse(one.annotation) in LEAVES for one in arguments)
        if _carries(node) and not leave:
            found.add(f"{path}:{where}")
        for child in ast.iter_child_nodes(node):
            walk(child, where, leave=leave)

    walk(ast.parse(source), "", leave=False)
    return sorted(found)


def _carries(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        said = node.value if isinstance(node.value, str) else ""
        return said.lower() == "content-disposition" or said.startswith(PAPER)
    if isinstance(node, ast.Dict):  # a call of ours is written on the sheet of its talk
        return any(isinstance(key, ast.Constant) and key.value == "calls" for key in node.keys)
    if not isinstance(node, ast.Call):
        return False
    if any(word.arg == "about" and ast.unparse(word.value) == "'call'" for word in node.keywords):
        return True
    if isinstance(node.func, ast.Attribute):
        owner = ast.unparse(node.func.value).split(".")[0]
        if node.func.attr == "defer" and not node.keywords:  # Django's, of columns; a job is deferred by keyword
            return False
        return node.func.attr in CALLS | METHODS or owner in MODULES
    return isinstance(node.func, ast.Name) and node.func.id in CALLS
