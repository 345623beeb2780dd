"""Build `world/traditional.tsv` (traditional → simplified Han characters) from OpenCC's character table.

    python tools/build_traditional.py OUT_FILE

Needs the package opencc-python-reimplemented (OpenCC data, Apache-2.0).
"""

import sys
from pathlib import Path

import opencc


def main() -> None:
    """Write one pair a line; the first simplified form stands where OpenCC gives several."""
    folder = Path(opencc.__file__).parent / "dictionary"
    pairs: dict[str, str] = {}
    for name in ("TSCharacters.txt",):
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            one, _, others = line.partition("\t")
            other = others.split()[0] if others.split() else ""
            if len(one) == len(other) == 1 and one != other and ord(one) < 0x10000 and ord(other) < 0x10000:
                pairs[one] = other
    head = [
        "# Traditional → simplified Han characters, one pair a line.",
        "# Source: OpenCC TSCharacters (github.com/BYVoid/OpenCC, Apache-2.0), single characters of the basic plane.",
    ]
    Path(sys.argv[1]).write_text(
        "\n".join(head + [f"{a}\t{b}" for a, b in sorted(pairs.items())]) + "\n", encoding="utf-8"
    )
    print(len(pairs))


if __name__ == "__main__":
    main()
