"""The family of things that can go wrong, with data and without Swedish; `sentences` says each to a person."""

from pathlib import Path


class MinutesError(Exception):
    """Anything the program knows how to explain. Arguments are data (paths, ids, counts), never text of minutes."""


# Files


class FileError(MinutesError):
    """A file could not be read or written; `path` says which."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(str(path), detail)
        self.path = path
        self.detail = detail


class NotFoundError(FileError):
    """The file or folder is not there."""


class NotAFileError(FileError):
    """A folder, device or link stands where a file was expected."""


class EmptyFileError(FileError):
    """The file has no content."""


class TooLargeError(FileError):
    """The file is larger than any minutes; `detail` is its size in bytes."""


class NotTextError(FileError):
    """Binary content where text was expected."""


class UnknownKindError(FileError):
    """No reader for this kind of file; `detail` is its suffix."""


class NotMinutesError(FileError):
    """XML, but not minutes of ours; `detail` names the root element or the first fault."""


class BrokenXmlError(FileError):
    """Not well-formed, truncated, or with a DTD; `detail` is line and reason."""


class InvalidMinutesError(FileError):
    """Ours, but against the schema; `detail` is line and element."""


class NewerFormatError(FileError):
    """Written by a newer major version; `detail` is the format's number."""


class ChangedOnDiskError(FileError):
    """Somebody else has written the file since it was opened."""


class HeldByOtherError(FileError):
    """Somebody else has the file open; `detail` says who and since when."""


class CannotReadError(FileError):
    """The system refused to read; `detail` is its reason."""


class CannotWriteError(FileError):
    """The system refused to write; `detail` is its reason."""


class NoArchiveError(FileError):
    """The folder is not an archive."""


class TemplateError(FileError):
    """The Word template cannot be used; `detail` says why."""


# Records


class RecordError(MinutesError):
    """A command could not be carried out; nothing has changed."""


class SealedError(RecordError):
    """The minutes are approved: only a visible correction, or reopening, may change them."""


class UnknownEntryError(RecordError):
    """The journal or a file names a command this program does not know."""


# Views and caches


class IndexUnavailableError(MinutesError):
    """The search index cannot be used now; the archive itself is untouched."""


class JournalBrokenError(MinutesError):
    """No folder accepts the journal: what is typed now is only in memory."""


class IntakeError(MinutesError):
    """A file was read, but no minutes were found in it."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(str(path), detail)
        self.path = path
        self.detail = detail


class AddressError(MinutesError):
    """No minutes, or more than one, have this address; `address` is what was asked for."""

    def __init__(self, address: str, candidates: int = 0) -> None:
        super().__init__(address, candidates)
        self.address = address
        self.candidates = candidates
