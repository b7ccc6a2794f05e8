"""Cut the hub's fonts out of Atkinson Hyperlegible Next (SIL Open Font License 1.1), as small as English needs them.

    fonts.py PACKAGE FOLDER     run by scripts/fonts

PACKAGE is the unpacked npm package @fontsource-variable/atkinson-hyperlegible-next. Into FOLDER go, each a variable
font with weights 400 to 700 (the original has 200 to 800) and every layout feature:

    hub-latin.woff2          upright; what an English page needs:
        U+0020-007E, U+00A0-00FF, U+0131, U+0152-0153, U+02C6, U+02DA, U+02DC, U+0300-0304, U+0308,
        U+2009-2015, U+2018-201E, U+2020-2022, U+2026, U+202F, U+2030, U+2032-2033, U+2039-203A, U+2044,
        U+20AC, U+2122, U+2212, U+2215
    hub-latin-italic.woff2   italic; the same characters
    hub-latin-ext.woff2      upright; names from the rest of Europe, Vietnam and Africa, loaded only where needed:
        U+0100-0130, U+0132-0151, U+0154-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0329,
        U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF

The ranges are those to write in each @font-face's unicode-range. The same package gives the same bytes.
"""

import shutil
import sys
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

WEIGHTS = (400, 700)
LATIN = (
    "0020-007E,00A0-00FF,0131,0152-0153,02C6,02DA,02DC,0300-0304,0308,2009-2015,2018-201E,2020-2022,2026,202F,2030,"
    "2032-2033,2039-203A,2044,20AC,2122,2212,2215"
)
LATIN_EXTENDED = (
    "0100-0130,0132-0151,0154-02BA,02BD-02C5,02C7-02CC,02CE-02D7,02DD-02FF,0329,1D00-1DBF,1E00-1E9F,1EF2-1EFF,"
    "20A0-20AB,20AD-20C0,2113,2C60-2C7F,A720-A7FF"
)
FONTS = {  # file to write: (file of the package, characters)
    "hub-latin.woff2": ("latin-wght-normal", LATIN),
    "hub-latin-italic.woff2": ("latin-wght-italic", LATIN),
    "hub-latin-ext.woff2": ("latin-ext-wght-normal", LATIN_EXTENDED),
}


def cut_font(source: Path, characters: str, target: Path) -> None:
    lighter = BytesIO()
    instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": WEIGHTS}).save(lighter)
    font = TTFont(lighter, recalcTimestamp=False)  # reloaded: the subsetter cannot handle the instancer's result
    options = Options(layout_features=["*"], flavor="woff2")
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(characters))
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target)


def main(package: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, (source, characters) in FONTS.items():
        cut_font(package / f"files/atkinson-hyperlegible-next-{source}.woff2", characters, folder / name)
        print(f"{folder / name}: {(folder / name).stat().st_size:,} bytes")
    shutil.copyfile(package / "LICENSE", folder / "OFL.txt")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:3]))
