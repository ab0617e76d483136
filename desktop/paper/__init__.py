"""The paper: one text field whose blocks mirror the record's blocks one to one, with every edit made as a command.

The widget is three classes, each on the one before: `view` shows, `editor` answers keys, `sheet` lets the rest of the
world in. It decides nothing: `keys` names a key, `borders` answers it with a command (pure, no widget), the `Document`
makes the next record, and `mirror` writes the difference back. `caret` is the only place that knows
both the record's code points and Qt's UTF-16 positions; `paint` draws all that is printed but never typed; `lines`
says how little of the paper a key has to paint.

Qt's own undo is off: it cannot tell our steps from its own, forgets block data when blocks are joined and counts its
redo steps wrongly. Undo is the document's, and the paper hears of it like of any other change.
"""
