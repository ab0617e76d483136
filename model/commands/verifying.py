"""What is wrong with a record in an archive, in sentences."""

from pathlib import Path

from model import sentences
from model.disk import read_whole
from model.errors import MinutesError
from model.store.reader import LIMIT, from_bytes
from model.store.schema import faults
from model.store.seal import hash_of
from model.store.writer import to_bytes


def faults_of(path: Path) -> list[str]:
    """Everything that is wrong with the record in `path`: unreadable, against the schema, changed after approval."""
    name = f"{path.parent.name}/{path.name}"
    try:
        data = read_whole(path, LIMIT)
        read = from_bytes(data, path)
    except MinutesError as problem:
        return [sentences.sentence(problem)]
    said = [sentences.fault(name, f.line, f.element) for f in faults(data, path)]
    seals = read.minutes.lifecycle.seals
    if read.minutes.lifecycle.is_sealed and seals and seals[-1].value != hash_of(data):
        said.append(sentences.seal_broken(name))
    if not read.read_only and to_bytes(read.minutes) != data and hash_of(to_bytes(read.minutes)) == hash_of(data):
        said.append(sentences.not_written_back(name))
    return said
