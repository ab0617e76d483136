"""The panes beside the paper: archive and search, earlier decisions, the start page, the bars and the banner.

They are given values and callables; none of them knows the paper, the dialogs, the session or where answers come from.
"""
