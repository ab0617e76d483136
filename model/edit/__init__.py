"""The verbs: every change to a record is a command, and `Document` is the one object that moves.

A command is a frozen value that names what it changes by id, carries the ids of what it makes, and is applied purely:
`apply(minutes) → minutes′`, the same object when nothing happened. The journal writes commands, undo remembers records,
and what changed is a comparison by identity; so the three cannot drift apart.

Why whole texts: a text change replaces all words of one node. Texts are paragraphs, and no position ever needs mapping.
"""
