"""The raised digits of the text fonts: all in one size, at one height, from the font itself."""

import pytest
from fontTools.ttLib import TTFont

from building.fonts import BOLDEST, FACES, LIGHTEST, subset_fonts
from building.raised_digits import RAISED

WITH_DIGITS = [face for face in FACES if face.variable and "²" in face.characters]


@pytest.mark.parametrize("face", WITH_DIGITS, ids=lambda face: face.output)
def test_a_text_font_has_all_raised_digits_in_the_size_of_its_two_and_in_one_weight(face):
    packed = TTFont(face.path)
    two = packed["glyf"][packed.getBestCmap()[ord("²")]]
    font = TTFont(subset_fonts() / face.output)
    names, em = font.getBestCmap(), font["head"].unitsPerEm
    drawn = {sign: font["glyf"][names[ord(sign)]] for sign in RAISED}
    for sign in "⁰¹²³⁴⁵⁶⁷⁸⁹":
        assert drawn[sign].yMin == pytest.approx(two.yMin, abs=0.03 * em)
        assert drawn[sign].yMax == pytest.approx(two.yMax, abs=0.03 * em)
    assert two.yMin < drawn["⁻"].yMin < drawn["⁻"].yMax < two.yMax
    assert len({glyph.coordinates.array.tobytes() for glyph in drawn.values()}) == len(RAISED)
    light, bold = (font.getGlyphSet(location={"wght": weight}) for weight in (LIGHTEST, BOLDEST))
    assert all(light[names[ord(sign)]].width == bold[names[ord(sign)]].width for sign in RAISED)
