"""The Word document: a view of the record, made as strings into a base template, and the text export.

The organisation owns the look: styles are found by name, header and footer come from the template. The writer puts in
the words, a hidden ranged bookmark round every node (the way back), and the record itself.

Why not python-docx for writing: eleven to twenty times slower, not the same bytes twice, and it cannot number headings,
repeat table heads or set bookmarks.
"""
