"""The files of the archive: the canonical XML record, the journal, and the folders they lie in. These are the truth.

The string value of a printed element is exactly the printed text; what the record derives ("att", numbers, closing
marks) stands in elements of its own, so that a reader can take it away and a writer put it back. What is approved
(`innehall`) is apart from what may still change (`forvaltning`). lxml has its door here.
"""
