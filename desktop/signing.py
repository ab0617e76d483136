"""Who signs, asked for and set in one command."""

from desktop.session import Session
from desktop.theme import Theme
from desktop.window import MainWindow
from model.edit.head import SetSignatures
from model.record.ids import RandomIds


def ask_signatures(theme: Theme, session: Session, window: MainWindow) -> None:
    """Show the form; the signatures stand painted under the last block, and the caret is where it was."""
    from desktop.dialogs.signatures import SignaturesDialog

    document = session.document
    if document is None or not session.may_write or not window.shows_paper:
        return
    dialog = SignaturesDialog(theme, document.minutes.signatures, window)
    if dialog.exec() and session.document is document:
        ids = RandomIds(document.minutes.node_ids())
        document.apply(SetSignatures(dialog.signatures(ids)), came_from=window.sheet.place())
    window.focus_middle()
