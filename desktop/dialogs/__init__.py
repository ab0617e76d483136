"""The dialogs: only where there is a real choice. Esc always leaves, and the caret is where it was."""
