"""Word files drawn by LibreOffice, to be looked at: `python -m tests.bench.render FOLDER [--house]`."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from model.record.blocks import Block
from model.record.ids import CountingIds
from model.record.minutes import Minutes
from model.word.export import to_docx
from tests.model.word.goldrecords import NAMES, gold


def hundred() -> Minutes:
    """The items of one of the examples, over and over: a hundred of them."""
    ids, source = CountingIds(), gold("kdg-2015-08")
    blocks: list[Block] = [replace(block, id=ids.new(block.id[0])) for _ in range(12) for block in source.blocks[1:-1]]
    return replace(source, blocks=(source.blocks[0], *blocks, source.blocks[-1]))


def main(folder: Path, *, house: bool) -> None:
    """Write the five examples and the long one into `folder` as .docx, .pdf and one .png a page."""
    folder.mkdir(parents=True, exist_ok=True)
    records = {**{name: gold(name) for name in NAMES}, "hundred": hundred()}
    for name, minutes in records.items():
        (folder / f"{name}.docx").write_bytes(to_docx(minutes, house=house))
    files = [str(folder / f"{name}.docx") for name in records]
    profile = f"-env:UserInstallation=file://{folder.resolve()}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files], check=True
    )
    for name in records:
        for old in folder.glob(f"{name}-*.png"):
            old.unlink()
        subprocess.run(["pdftoppm", "-r", "60", "-png", str(folder / f"{name}.pdf"), str(folder / name)], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), house="--house" in sys.argv)
