"""Draw the raised digits of a text font from its own digits.

As packed, the text fonts have ¹, ² and ³ only, and a browser takes the rest of 10⁻⁶¹ from some
other font, in another size. So all raised digits are drawn anew from the digits, as large and as
high as the font's ². They are made of digits bolder than those of plain text, because a line that
is made smaller gets thinner, and they look the same in every weight.
"""

from __future__ import annotations

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.otTables import NO_VARIATION_INDEX

RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789−", strict=True))
"""Every raised sign, and the sign that it is made of."""
WEIGHT = 550
"""The weight of the digits that are made smaller: it looks even beside the lines of plain text."""


def add_raised_digits(font: TTFont) -> None:
    """Give a variable TrueType font every sign of ``RAISED``, in place of those that it had.

    The font needs the digits, the minus, ² and an axis of weight that ``WEIGHT`` is on.
    """
    outlines, names = font["glyf"], font.getBestCmap()
    plain, small = outlines[names[ord("2")]], outlines[names[ord("²")]]
    scale = (small.yMax - small.yMin) / (plain.yMax - plain.yMin)
    raised_by = small.yMin - scale * plain.yMin
    bolder = font.getGlyphSet(location={"wght": WEIGHT})
    for raised, sign in RAISED.items():
        source = names[ord(sign)]
        drawn = DecomposingRecordingPen(bolder)
        bolder[source].draw(drawn)
        pen = TTGlyphPen(None)
        drawn.replay(TransformPen(pen, (scale, 0, 0, scale, 0, raised_by)))
        name = names.get(ord(raised), f"uni{ord(raised):04X}")
        outlines[name] = pen.glyph()
        outlines[name].recalcBounds(outlines)
        font["hmtx"][name] = (round(scale * bolder[source].width), outlines[name].xMin)
        font["gvar"].variations.pop(name, None)
        font["HVAR"].table.AdvWidthMap.mapping[name] = NO_VARIATION_INDEX
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(raised)] = name
    font.setGlyphOrder(outlines.glyphOrder)
