"""What helps beside the paper while one writes: the roster, people by a letter or two, ghosts, spelling, commands.

Each aid is a small window's worth of widget and a pure part that decides. None of them edits: a choice becomes a
command of the document, as a key does. `aids.Aids` builds them and hands their deeds to the actions.
"""
