"""The nouns: a set of minutes as one frozen value, and everything that can be derived from it.

Nobody edits a record; a command makes the next one (`model.edit`). The body is a flat tuple of typed blocks, so every
sequence is a valid document; items, decisions and tables are derived (`tree`), and so are numbers, "Beslut:", "att"
and "samt att" (`printing`). The room imports nothing but the standard library.

Why flat: a tree can be broken by a key in the wrong place, a sequence cannot. Why frozen: undo is remembering the
earlier value, what changed is a comparison by identity (`difference`), and any thread may read.
"""
