"""Office documents made here: harmless ones, and ones that call out, carry macros, or unpack without end."""

from __future__ import annotations

import io
import zipfile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PICTURE = """<w:p><w:r><w:drawing><wp:inline
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">
 <wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="p"/>
 <a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
 <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
 <pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">
 <pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr>
 <pic:blipFill><a:blip r:link="away"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
 <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>
 <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>
 </wp:inline></w:drawing></w:r></w:p>"""


def packed(parts: dict[str, bytes | str], *, plain: tuple[str, ...] = ()) -> bytes:
    """A ZIP of these parts; those in `plain` are not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data, zipfile.ZIP_STORED if name in plain else None)
    return out.getvalue()


def _relations(*rows: tuple[str, str, str, bool]) -> str:
    one = '<Relationship Id="{}" Type="{}" Target="{}"{}/>'
    inside = [one.format(name, kind, to, ' TargetMode="External"' if away else "") for name, kind, to, away in rows]
    return f'<?xml version="1.0"?><Relationships xmlns="{_RELATIONS}">{"".join(inside)}</Relationships>'


def docx(words: str, *, away: str = "", main: str = _MAIN, more: dict[str, bytes | str] | None = None) -> bytes:
    """A Word document by Zeepaardje; with `away` (an address) it links its template and a picture there."""
    body = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>{_PICTURE if away else ''}"
    types = f"""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>
<Override PartName="/word/document.xml" ContentType="{main}"/>
<Override PartName="/word/settings.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/></Types>"""
    core = """<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">
<dc:creator>Zeepaardje Nikon</dc:creator></cp:coreProperties>"""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": types,
        "_rels/.rels": _relations(
            ("a", f"{_KINDS}/officeDocument", "word/document.xml", False),
            ("b", f"{_RELATIONS}/metadata/core-properties", "docProps/core.xml", False),
        ),
        "docProps/core.xml": core,
        "word/document.xml": f'<?xml version="1.0"?><w:document {_W} {_R}><w:body>{body}</w:body></w:document>',
    }
    links = [("s", f"{_KINDS}/settings", "settings.xml", False)]
    if away:
        links.append(("away", f"{_KINDS}/image", f"{away}/beeld.png", True))
        parts["word/_rels/settings.xml.rels"] = _relations(
            ("t", f"{_KINDS}/attachedTemplate", f"{away}/sjabloon.dotm", True)
        )
    template = '<w:attachedTemplate r:id="t"/>' if away else ""
    parts["word/settings.xml"] = f'<?xml version="1.0"?><w:settings {_W} {_R}>{template}</w:settings>'
    parts["word/_rels/document.xml.rels"] = _relations(*links)
    return packed({**parts, **(more or {})})


def odt(words: str, *, away: str = "", section: str = "", locked: bool = False) -> bytes:
    """An OpenDocument text; with `away` it links a picture there, with `section` another document into itself."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
        for name, full in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("manifest", "manifest"))
    )
    spaces += ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    spaces += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    picture = f"""<text:p><draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm">
<draw:image xlink:href="{away}/beeld.png" xlink:type="simple" xlink:actuate="onLoad"/></draw:frame></text:p>"""
    other = f"""<text:section text:name="ander"><text:section-source xlink:href="{section}" xlink:type="simple"/>
<text:p>leeg</text:p></text:section>"""
    body = f"<text:p>{words}</text:p>{picture if away else ''}{other if section else ''}"
    content = f"""<?xml version="1.0"?><office:document-content {spaces} office:version="1.2">
<office:body><office:text>{body}</office:text></office:body></office:document-content>"""
    entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}">{}</manifest:file-entry>'
    sealed = "<manifest:encryption-data/>" if locked else ""
    rows = entry.format("/", "application/vnd.oasis.opendocument.text", "") + entry.format(
        "content.xml", "text/xml", sealed
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "META-INF/manifest.xml": f'<?xml version="1.0"?><manifest:manifest {spaces}>{rows}</manifest:manifest>',
        },
        plain=("mimetype",),
    )


def rtf(words: str) -> bytes:
    """Rich text, as WordPad writes it."""
    return rb"{\rtf1\ansi{\info{\author Zeepaardje Nikon}}" + words.encode("ascii") + rb"\par}"
