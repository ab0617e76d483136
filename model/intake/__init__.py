"""Old minutes read: text, OCR and Markdown become a record, and not one visible character is lost.

The way: `decode` bytes → `lines` with places → `layout` joins what was wrapped → `classify` names each line with a
certainty → `build` makes the record and its style profile, so that printing it gives the source's words again →
`account` proves that every visible character lies in exactly one span or noise entry.

`sources` is the door: a file in, a reading out. No rule knows a particular body, person or heading; the words that
rules look for are the language's own and stand in `model.language.forms`.
"""
