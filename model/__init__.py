"""The model of Vid tangenterna: minutes as values, the verbs that change them, and their files.

Nothing here needs a screen, and nothing here may import Qt; `tests/test_house.py` holds both. Imports go down only::

    record  nouns: frozen values              imports nothing but the standard library
    edit    verbs: commands, Document         record
    language, store, word, intake, index, check   each on top of record, never beside each other unless the house test
                                              names it
    worker, cli                               the far ends: everything in model
    errors, places, disk, settings, log       the ground: each other only
"""

import logging

__version__ = "0.1.0"

logging.getLogger(__name__).addHandler(logging.NullHandler())  # without a log file nothing is said on the command line
