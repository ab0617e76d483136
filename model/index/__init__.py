"""The search index: one SQLite file per archive in the user's cache folder, opaque and disposable.

The archive is the truth. On any doubt (not a database, another version, another analyser, damage) the file is thrown
away and built again. apsw has its door here: one known SQLite with FTS5 on every system.

Why the cache folder: databases in synced or shared folders break, and a cache cannot lose anything.
"""
