"""What looks back while one writes: earlier decisions, references, links, promises and registers of the archive.

suggesting  cards and references for the item at the caret, asked for when the keys rest
joining     links made, taken away and turned down
references  the quiet lines under references, and the key that makes one a link
reading     earlier minutes beside the draft, read-only
memory      all of it built once: what the desk's keys do here
"""
