"""The dialogs: only where there is a real choice. Esc always leaves, and the caret is where it was.

Whoever opens one imports it then: the start does not wait for what few afternoons need.
"""
