"""What looks back while one writes: earlier decisions, references, links, promises and registers of the archive.

    suggesting  cards and references for the item at the caret, asked for when the keys rest
    joining     links made, taken away and turned down; promises taken up
    references  the quiet lines under references, and the key that makes one a link
    reading     earlier minutes beside the draft, read-only;  quoting  their words written into it
    following   what is due today, on the start page and in the next minutes
    lists       a matter's line, promises, registers, unreadable files: one dialog
    guarding    what builds on minutes, said when they are changed
    memory      all of it built once: what the desk's keys do here

All of it asks the worker; only `joining` changes the minutes.
"""
