"""Subset the page's fonts and write the style sheet that names them.

Three families come from npm packages under the SIL Open Font License. Of each the page gets the
characters that it sets, the weights between regular and bold, and the features it switches on; the
maths font keeps its MATH table, which is what makes fractions and superscripts fit. Beside each
text family stands a fallback made from a font that readers have, stretched to the same widths and
line height, so that nothing moves when the real one arrives.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from building.raised_digits import add_raised_digits
from building.step_cache import cached_folder, digest
from places import NODE_MODULES, SCRIPTS

LIGHTEST, BOLDEST = 400, 700

LATIN = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "".join(map(chr, range(0xA0, 0x100)))
    + "\u0131\u0152\u0153\u02c6\u02da\u02dc\u2002\u2003\u2009\u200a\u2013\u2014\u2018\u2019\u201a"
    + "\u201c\u201d\u201e\u2020\u2022\u2026\u2032\u2033\u2039\u203a\u202f\u20ac\u2122\u2191\u2193"
    + "\u2190\u2192\u2044\u2070\u00b9\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u2212\u2215\u2248"
    + "\u2260\u2264\u2265\u221e\u221a\u2202\u2211\u2713\u0302\u0304"
)
GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψωϵϕ"
HATS = "ŵŷŴŶẑ"

# Letters of formulas: the italic and bold alphabets of Unicode's mathematical block, the operators
# that the engine's LaTeX can yield, brackets that stretch, and accents.
MATHS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + GREEK
    + HATS
    + "".join(map(chr, range(0x1D434, 0x1D468)))  # italic Latin
    + "".join(map(chr, range(0x1D6E2, 0x1D71C)))  # italic Greek
    + "".join(map(chr, range(0x1D400, 0x1D434)))  # bold Latin
    + "ℎℝ∂∇∆∑∏√∞−±×÷·⋅∗∘∈∉≈≠≡≤≥≪≫∝←→↑↓↔⇒⇐⇔↦⟵⟶⟹…⋯⋮⋱′″‖∣⟨⟩⌈⌉⌊⌋⊙⊤⁡⁢⁣⁤¯^~ˆˉ˙"
    + "\u00a0\u2009\u200a\u200b\u2002\u2003\u2005\u0302\u0303\u0304\u0305\u0307\u20d7\u23de\u23df"
    + "½¼¾°²³¹✓"
)


@dataclass(frozen=True)
class Face:
    """One file to make: where its glyphs come from and what of them is kept."""

    family: str
    package: str
    file: str
    output: str
    characters: str
    features: tuple[str, ...]
    style: str = "normal"
    variable: bool = True

    @property
    def path(self) -> Path:
        """The font as its package has it."""
        return NODE_MODULES / self.package / "files" / self.file


SERIF, SANS, MATH = "Source Serif 4 Variable", "Inter Variable", "Noto Sans Math"
SERIF_PACKAGE, SANS_PACKAGE = (
    "@fontsource-variable/source-serif-4",
    "@fontsource-variable/inter",
)
TEXT_FEATURES = ("kern", "liga", "onum", "lnum", "pnum", "tnum", "ccmp", "locl", "mark", "mkmk")
SANS_FEATURES = ("kern", "calt", "tnum", "lnum", "ccmp", "locl", "mark", "mkmk", "zero")
MATH_FEATURES = ("ssty", "flac", "dtls", "kern", "ccmp", "mark", "mkmk")


def serif(script: str, style: str, characters: str) -> Face:
    """One script of the text face, upright or italic."""
    return Face(
        family=SERIF,
        package=SERIF_PACKAGE,
        file=f"source-serif-4-{script}-wght-{style}.woff2",
        output=f"source-serif-4-{script}-{style}.woff2",
        characters=characters,
        features=TEXT_FEATURES,
        style=style,
    )


def sans(script: str, characters: str) -> Face:
    """One script of the face of controls and numbers."""
    return Face(
        family=SANS,
        package=SANS_PACKAGE,
        file=f"inter-{script}-wght-normal.woff2",
        output=f"inter-{script}.woff2",
        characters=characters,
        features=SANS_FEATURES,
    )


FACES = (
    serif("latin", "normal", LATIN),
    serif("latin", "italic", LATIN),
    serif("latin-ext", "normal", HATS),
    serif("latin-ext", "italic", HATS),
    serif("greek", "normal", GREEK),
    serif("greek", "italic", GREEK),
    sans("latin", LATIN),
    sans("latin-ext", HATS),
    sans("greek", GREEK),
    Face(
        family=MATH,
        package="@fontsource/noto-sans-math",
        file="noto-sans-math-latin-400-normal.woff2",
        output="noto-sans-math.woff2",
        characters=MATHS,
        features=MATH_FEATURES,
        variable=False,
    ),
)


@dataclass(frozen=True)
class Fallback:
    """A font that readers have, to be stretched to the widths of one that they are sent."""

    name: str
    local: tuple[str, ...]
    like: Face
    average_width: float  # of English text in the local font, in ems


# Average advances of the letters of English by their frequency, space included, in Georgia and
# Arial; their metric twins on other systems have the same.
FALLBACKS = (
    Fallback("Source Serif Fallback", ("Georgia", "Gelasio"), FACES[0], 0.4375),
    Fallback("Inter Fallback", ("Arial", "Liberation Sans", "Arimo"), FACES[6], 0.4394),
)

# How often each letter stands in English text, per thousand characters.
FREQUENCIES = {
    " ": 183, "e": 102, "t": 75, "a": 65, "o": 62, "n": 57, "i": 57, "s": 53, "r": 50, "h": 50,
    "l": 33, "d": 33, "u": 23, "c": 22, "m": 20, "f": 20, "w": 17, "g": 16, "p": 15, "y": 14,
    "b": 13, "v": 8, "k": 6,
}  # fmt: skip


def average_width(font: TTFont) -> float:
    """The mean advance of English text, in ems."""
    widths, names = font["hmtx"], font.getBestCmap()
    total = sum(widths[names[ord(letter)]][0] * n for letter, n in FREQUENCIES.items())
    return float(total / sum(FREQUENCIES.values()) / font["head"].unitsPerEm)


def make_face(face: Face, folder: Path) -> TTFont:
    """Write the subset of one face; the font as it was written."""
    font = TTFont(face.path)
    options = subset.Options()
    options.layout_features = list(face.features)
    options.hinting = False
    options.desubroutinize = True
    options.drop_tables += ["DSIG"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=face.characters)
    subsetter.subset(font)
    if face.variable:
        instantiateVariableFont(font, {"wght": (LIGHTEST, BOLDEST)}, inplace=True)
        if "²" in face.characters:
            add_raised_digits(font)
    font.flavor = "woff2"
    font.save(folder / face.output)
    return font


def unicode_range(font: TTFont) -> str:
    """The characters of a font as CSS writes them, neighbours joined."""
    ranges: list[list[int]] = []
    for code in sorted(font.getBestCmap()):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return ", ".join(
        f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in ranges
    )


def face_rule(face: Face, font: TTFont) -> str:
    """The @font-face of one written file."""
    weight = f"{LIGHTEST} {BOLDEST}" if face.variable else "400"
    return (
        "@font-face {\n"
        f'  font-family: "{face.family}";\n'
        f"  font-style: {face.style};\n"
        f"  font-weight: {weight};\n"
        "  font-display: optional;\n"
        f'  src: url("./fonts/{face.output}") format("woff2");\n'
        f"  unicode-range: {unicode_range(font)};\n"
        "}\n"
    )


def percent(part: float) -> str:
    """A share as CSS writes it."""
    return f"{100 * part:.2f}%"


def fallback_rule(fallback: Fallback, font: Any) -> str:
    """The @font-face that gives a local font the measures of ours."""
    size = average_width(font) / fallback.average_width
    em = font["head"].unitsPerEm * size
    line = font["hhea"]
    sources = ", ".join(f'local("{name}")' for name in fallback.local)
    return (
        "@font-face {\n"
        f'  font-family: "{fallback.name}";\n'
        f"  src: {sources};\n"
        f"  size-adjust: {percent(size)};\n"
        f"  ascent-override: {percent(line.ascent / em)};\n"
        f"  descent-override: {percent(-line.descent / em)};\n"
        f"  line-gap-override: {percent(line.lineGap / em)};\n"
        "}\n"
    )


def subset_fonts() -> Path:
    """The folder with the subset files, their licences and ``fonts.css``."""

    def make(folder: Path) -> None:
        print("Subsetting the fonts …", flush=True)
        made = {face.output: make_face(face, folder) for face in FACES}
        rules = [face_rule(face, made[face.output]) for face in FACES]
        rules += [fallback_rule(item, made[item.like.output]) for item in FALLBACKS]
        header = "/* Written by scripts/building/fonts.py from the fonts in node_modules. */\n\n"
        (folder / "fonts.css").write_text(header + "\n".join(rules), encoding="utf-8")
        for package in sorted({face.package for face in FACES}):
            licence = NODE_MODULES / package / "LICENSE"
            shutil.copyfile(licence, folder / f"LICENSE-{package.rpartition('/')[2]}.txt")

    code = [SCRIPTS / "building" / name for name in ("fonts.py", "raised_digits.py")]
    key = digest([*(face.path for face in FACES), *code])
    return cached_folder("fonts", key, make)
