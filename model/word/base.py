"""The base template, built from nothing: the look that an organisation may take over and change in Word.

`python -m model.word.base FILE` writes it. Its parts are strings, so the same file comes out every time.
"""

import sys
from pathlib import Path

from model.word.pack import packed
from model.word.phrases import INITIALS, LANGUAGE, LETTERHEAD, PAGE, RUNNING_TITLE

BLUE, GREY, PALE, LINE = "1F3A5F", "595959", "E8EEF6", "BFBFBF"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
BAR = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="9" w:color="{BLUE}"/></w:pBdr>'
KEEP = "<w:keepNext/><w:keepLines/>"
HEADING_FONT = (
    '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia"'
    ' w:cstheme="majorBidi"/>'
)
TEXT_WIDTH = 9070
"""Twips between the margins of an A4 sheet."""


def _style(ident: str, name: str, paragraph: str, run: str = "", *, more: str = "", own: bool = True) -> str:
    custom = ' w:customStyle="1"' if own else ""
    props = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    words = f"<w:rPr>{run}</w:rPr>" if run else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{ident}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"{more}<w:qFormat/>{props}{words}</w:style>"
    )


def _spacing(before: int, after: int, line: int | None = None) -> str:
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def _bold(size: int, colour: str = BLUE) -> str:
    return f'{HEADING_FONT}<w:b/><w:bCs/><w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _small(size: int) -> str:
    return f'<w:color w:val="{GREY}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _right_tab(position: int = TEXT_WIDTH) -> str:
    return f'<w:tabs><w:tab w:val="right" w:pos="{position}"/></w:tabs>'


def styles() -> str:
    """The styles part."""
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"'
        ' w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{_spacing(0, 120, 274)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    basic = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:rPr><w:lang w:val="{LANGUAGE}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="Standardstycketypsnitt">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="Normaltabell"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="Ingenlista"><w:name w:val="No List"/></w:style>'
    )
    return f"{HEAD}<w:styles {W}>{defaults}{basic}{_headings()}{_texts()}{_signatures()}{_tables()}</w:styles>"


def _headings() -> str:
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="4" w:color="{BLUE}"/></w:pBdr>'
    following = '<w:next w:val="Normal"/>'
    return (
        _style("Rubrik1", "heading 1",
               f'{KEEP}{rule}<w:suppressAutoHyphens/>{_spacing(200, 240, 240)}<w:outlineLvl w:val="0"/>',
               _bold(36), more=following, own=False)
        + _style("Rubrik2", "heading 2",
                 f'{KEEP}<w:suppressAutoHyphens/>{_spacing(320, 100, 252)}<w:outlineLvl w:val="1"/>',
                 _bold(26), more=following, own=False)
        + _style("Rubrik3", "heading 3",
                 f'{KEEP}<w:suppressAutoHyphens/>{_spacing(200, 60, 252)}<w:outlineLvl w:val="2"/>',
                 _bold(23, "404040"), more=following, own=False)
    )  # fmt: skip


def _texts() -> str:
    label = (
        '<w:style w:type="character" w:customStyle="1" w:styleId="Etikett"><w:name w:val="Etikett"/><w:qFormat/>'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
    )
    top = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{LINE}"/></w:pBdr>'
    return (
        _style("Sidhuvud", "header", f"{_right_tab()}{_spacing(0, 0, 240)}", _small(18), own=False)
        + _style("Sidfot", "footer", f"{top}{_right_tab()}{_spacing(0, 0, 240)}", _small(17), own=False)
        + _style("Uppgift", "Uppgift", '<w:tabs><w:tab w:val="left" w:pos="1985"/></w:tabs>'
                 f'{_spacing(0, 80, 259)}<w:ind w:left="1985" w:hanging="1985"/>')
        + _style("Brevhuvud", "Brevhuvud", _spacing(0, 0), _small(20))
        + _style("Beslut", "Beslut", f'{KEEP}{BAR}{_spacing(200, 40)}<w:ind w:left="425"/>', _bold(22),
                 more='<w:next w:val="Att-sats"/>')
        + _style("Att-sats", "Att-sats", f'<w:keepLines/>{BAR}{_spacing(0, 70)}<w:ind w:left="425"/>')
        + _style("Avslutning", "Avslutning", f"{KEEP}{_spacing(280, 120)}")
        + _style("Statusrad", "Statusrad", "", "<w:i/><w:iCs/>")
        + label
    )  # fmt: skip


def _signatures() -> str:
    line = '<w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="3969"/></w:tabs>'
    return (
        _style("Signaturetikett", "Signaturetikett", f"{KEEP}{_spacing(360, 560)}", _small(22))
        + _style("Signaturrad", "Signaturrad", f"{KEEP}{line}{_spacing(0, 40, 240)}")
        + _style("Signaturnamn", "Signaturnamn", f"<w:keepLines/>{_spacing(0, 0)}")
    )


def _tables() -> str:
    cell = _style("Tabelltext", "Tabelltext", _spacing(40, 40, 240))
    amount = _style("Tabellbelopp", "Tabellbelopp", f'{_spacing(40, 40, 240)}<w:jc w:val="right"/>')
    caption = _style("Beskrivning", "caption", f"{KEEP}{_spacing(120, 60, 240)}", _bold(20, "404040"), own=False)
    edge = f'w:val="single" w:sz="8" w:space="0" w:color="{BLUE}"'
    table = (
        '<w:style w:type="table" w:customStyle="1" w:styleId="Protokolltabell"><w:name w:val="Protokolltabell"/>'
        '<w:basedOn w:val="Normaltabell"/><w:qFormat/><w:tblPr><w:tblBorders>'
        f'<w:top {edge}/><w:bottom {edge}/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
        '</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/>'
        f'<w:color w:val="{BLUE}"/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/></w:tcPr>'
        '</w:tblStylePr><w:tblStylePr w:type="lastRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
        f"<w:top {edge}/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )
    return cell + amount + caption + table


def no_numbering() -> bytes:
    """A numbering part without lists: the writer puts in the document's own."""
    return f"{HEAD}<w:numbering {W}></w:numbering>".encode()


def settings() -> str:
    """The settings part."""
    colours = "".join(f' w:{n}="{v}"' for n, v in (
        ("bg1", "light1"), ("t1", "dark1"), ("bg2", "light2"), ("t2", "dark2"),
        *((f"accent{i}", f"accent{i}") for i in range(1, 7)),
        ("hyperlink", "hyperlink"), ("followedHyperlink", "followedHyperlink"),
    ))  # fmt: skip
    return (
        f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:autoHyphenation/>'
        '<w:consecutiveHyphenLimit w:val="2"/><w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="15"/></w:compat><w:themeFontLang w:val="{LANGUAGE}"/><w:clrSchemeMapping{colours}/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _field(code: str, shown: str, look: str = "") -> str:
    props = f"<w:rPr>{look}</w:rPr>" if look else ""
    own = look.replace("<w:color", "<w:noProof/><w:color", 1) if look else "<w:noProof/>"
    return (
        f'<w:r>{props}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{props}<w:instrText xml:space="preserve"> {code} '
        f'</w:instrText></w:r><w:r>{props}<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr>{own}</w:rPr>'
        f'<w:t xml:space="preserve">{shown}</w:t></w:r><w:r>{props}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def _pages() -> str:
    space = '<w:r><w:t xml:space="preserve">'
    return (
        f"<w:r><w:tab/></w:r>{space}{PAGE} </w:t></w:r>{_field('PAGE', '1')}{space} (</w:t></w:r>"
        f"{_field('NUMPAGES', '1')}<w:r><w:t>)</w:t></w:r>"
    )


def header(*, first: bool) -> str:
    """The header: the body's name on the first page (the letterhead), the running title on the others."""
    if first:
        left = _field(
            "DOCPROPERTY Organ",
            LETTERHEAD,
            f'<w:b/><w:bCs/><w:color w:val="{BLUE}"/><w:sz w:val="26"/><w:szCs w:val="26"/>',
        )
        props = _spacing(0, 240, 240)
    else:
        left = _field("TITLE", RUNNING_TITLE)
        props = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="6" w:color="{LINE}"/></w:pBdr>'
    return f'{HEAD}<w:hdr {W} {R}><w:p><w:pPr><w:pStyle w:val="Sidhuvud"/>{props}</w:pPr>{left}{_pages()}</w:p></w:hdr>'


def footer() -> str:
    """The footer: the body's name, and a place where the adjuster signs every page."""
    sign = f'<w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">{INITIALS} ________</w:t></w:r>'
    inside = f'<w:p><w:pPr><w:pStyle w:val="Sidfot"/></w:pPr>{_field("DOCPROPERTY Organ", LETTERHEAD)}{sign}</w:p>'
    return f"{HEAD}<w:ftr {W} {R}>{inside}</w:ftr>"


def theme() -> str:
    """The theme: colours, and the fonts that everybody with Word has; Carlito stands in elsewhere."""
    colours = {"dk1": "000000", "lt1": "FFFFFF", "dk2": BLUE, "lt2": PALE, "accent1": BLUE, "accent2": "2A5D86",
               "accent3": "5B7FA6", "accent4": "8A5A00", "accent5": "2E6B4F", "accent6": GREY, "hlink": "2A5D86",
               "folHlink": GREY}  # fmt: skip
    scheme = "".join(f'<a:{n}><a:srgbClr val="{v}"/></a:{n}>' for n, v in colours.items())
    font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Protokoll">'
        f'<a:themeElements><a:clrScheme name="Protokoll">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Protokoll"><a:majorFont>{font}</a:majorFont>'
        f'<a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="Protokoll"><a:fillStyleLst>{fill * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def fonts() -> str:
    """The font table."""
    return (
        f'{HEAD}<w:fonts {W}><w:font w:name="Calibri"><w:altName w:val="Carlito"/>'
        '<w:panose1 w:val="020F0502020204030204"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


RELATIONS = (
    ("styles", "styles.xml", f"{TYPES}.styles+xml"),
    ("numbering", "numbering.xml", f"{TYPES}.numbering+xml"),
    ("settings", "settings.xml", f"{TYPES}.settings+xml"),
    ("fontTable", "fontTable.xml", f"{TYPES}.fontTable+xml"),
    ("theme", "theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
    ("header", "header1.xml", f"{TYPES}.header+xml"),
    ("header", "header2.xml", f"{TYPES}.header+xml"),
    ("footer", "footer1.xml", f"{TYPES}.footer+xml"),
)


PROPERTIES = (
    ("docProps/core.xml", f"{PACKAGE}/relationships/metadata/core-properties",
     "application/vnd.openxmlformats-package.core-properties+xml"),
    ("docProps/custom.xml", f"{OFFICE}/custom-properties",
     "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
)  # fmt: skip


def properties() -> dict[str, str]:
    """What the fields of the header show until there are minutes; without it LibreOffice drops the fields on saving."""
    metadata = f'xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    custom = OFFICE.removesuffix("/relationships")
    return {
        "docProps/core.xml": (
            f"{HEAD}<cp:coreProperties {metadata}><dc:title>{RUNNING_TITLE}</dc:title></cp:coreProperties>"
        ),
        "docProps/custom.xml": (
            f'{HEAD}<Properties xmlns="{custom}/custom-properties" xmlns:vt="{custom}/docPropsVTypes">'
            f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="Organ">'
            f"<vt:lpwstr>{LETTERHEAD}</vt:lpwstr>"
            "</property></Properties>"
        ),
    }


def document() -> str:
    """The sample body, which the writer drops, and the section it keeps."""
    section = (
        '<w:sectPr><w:headerReference w:type="first" r:id="rId6"/><w:headerReference w:type="default" r:id="rId7"/>'
        '<w:footerReference w:type="first" r:id="rId8"/><w:footerReference w:type="default" r:id="rId8"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1701" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="567"'
        ' w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>'
    )
    return f"{HEAD}<w:document {W} {R}><w:body><w:p/>{section}</w:body></w:document>"


def parts() -> dict[str, bytes]:
    """The parts of the template, by name."""
    overrides = "".join(f'<Override PartName="/word/{name}" ContentType="{kind}"/>' for _, name, kind in RELATIONS)
    overrides += "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, _, kind in PROPERTIES)
    types = (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>{overrides}</Types>'
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{name}"/>'
        for number, (kind, name, _) in enumerate(RELATIONS, 1)
    )
    root = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    root += "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{name}"/>'
        for number, (name, kind, _) in enumerate(PROPERTIES, 2)
    )
    wrap = f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    made = {
        "[Content_Types].xml": types, "_rels/.rels": f"{wrap}{root}</Relationships>", "word/document.xml": document(),
        "word/_rels/document.xml.rels": f"{wrap}{relations}</Relationships>", "word/styles.xml": styles(),
        "word/numbering.xml": no_numbering().decode(), "word/settings.xml": settings(), "word/fontTable.xml": fonts(),
        "word/theme/theme1.xml": theme(), "word/header1.xml": header(first=True),
        "word/header2.xml": header(first=False), "word/footer1.xml": footer(), **properties(),
    }  # fmt: skip
    return {name: text.encode() for name, text in made.items()}


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(packed(parts()))
