"""Makes FandolFang-Regular.woff2 from the original OpenType font: the same glyphs, their outlines as TrueType curves.

Usage: python3 to-truetype.py FandolFang-Regular.otf FandolFang-Regular.woff2   (needs fontTools and brotli)

TrueType outlines are what the PDF writer embeds; none strays by more than half a unit (1/2000 em). The full-width
glyphs of the original stand low in their em: the middle of its Han is 0.31 em over the baseline. They are raised so
that it is 0.38 em, the middle of the em box and of the other faces' Han; half-width glyphs stay on the baseline.
"""
import sys

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

MAX_ERROR = 0.5
RAISE = 70
NOTE = "Made for Banxin from version 1.300 in November 2026: TrueType outlines, full-width glyphs raised by 70 units."
LICENCE = "GNU General Public License version 3, with the font exception, which holds for this version too."


def true_type(glyph_set, name):
    pen = TTGlyphPen(glyph_set)
    glyph = glyph_set[name]
    rise = RAISE if glyph.width == 1000 else 0
    glyph.draw(TransformPen(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True), (1, 0, 0, 1, 0, rise)))
    return pen.glyph()


def convert(source, target):
    font = TTFont(source)
    names = font.getGlyphOrder()
    glyph_set = font.getGlyphSet()
    glyf = font["glyf"] = newTable("glyf")
    glyf.glyphOrder = names
    glyf.glyphs = {name: true_type(glyph_set, name) for name in names}
    font["loca"] = newTable("loca")

    # Bearings are those of the new outlines; the vertical origin stays where VORG had it.
    origins = font["VORG"]
    for name in names:
        glyph = glyf.glyphs[name]
        glyph.recalcBounds(glyf)
        drawn = glyph.numberOfContours != 0
        origin = origins.VOriginRecords.get(name, origins.defaultVertOriginY)
        font["hmtx"][name] = (font["hmtx"][name][0], glyph.xMin if drawn else 0)
        font["vmtx"][name] = (font["vmtx"][name][0], origin - glyph.yMax if drawn else 0)
    del font["CFF "], font["VORG"]

    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in "TwilightPoints Storage FunctionDefs InstructionDefs StackElements SizeOfInstructions ComponentElements".split():
        setattr(maxp, f"max{field}", 0)
    font["post"].formatType = 3.0
    font["name"].setName(NOTE, 10, 3, 1, 0x409)
    font["name"].setName(LICENCE, 13, 3, 1, 0x409)
    font.sfntVersion = "\0\1\0\0"
    font.flavor = "woff2"
    font.save(target)


convert(sys.argv[1], sys.argv[2])
