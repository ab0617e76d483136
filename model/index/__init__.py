"""The search index: one SQLite file per archive in the user's cache folder, opaque and disposable.

The archive is the truth. On any doubt (not a database, another version, another analyser, damage) the file is thrown
away and built again. apsw has its door here: one known SQLite with FTS5 on every system.

Why the cache folder: databases in synced or shared folders break, and a cache cannot lose anything.

Why FTS5 and not tantivy, which is smaller: asked in layers (`schema`, `finding`) FTS5 answers a key as fast, and the
words lie in one transaction with the facts, under one seal, where what is erased leaves no letter behind. tantivy keeps
erased words until it merges, takes a commit for each meeting that is saved, and knows no Swedish. In one run each on
generated meetings (`tests.bench.searching`, on a busy machine): the right item first / milliseconds of CPU for a key,
median and 99th percentile / the same without cutting out and marking what is shown, which the others do not do:

                                10 000 meetings               100 000 meetings
    this index                  0.998  2.1   5.0  0.5  2.0    0.991  2.8   9.9  1.2  7.4
    tantivy, its Swedish, fuzzy 0.868             1.5  2.7    0.832             3.4   13
    tantivy, our words, fuzzy   0.936             1.8  3.3
    Xapian, spelling            0.708             1.0  6.1
    plain FTS5                  0.471             0.4   34    0.473             2.1  313

    schema    the tables and their versions;  opened  a file trusted, doubted, begun again;  shelf  several at once
    writing   which files are new, changed, gone; one transaction each
    entering  one record → its rows: meeting, items, clauses, words, facts
    facts     what a record says besides its words. **The seam:** a reader is a function `facts(minutes) -> rows` of
              the row types in `rows`; put it in `facts.READERS` and its rows are written with the record and forgotten
              with it
    terms     words made ready;  vocabulary  the archive's words: how common, which begin so, which look alike
    query     a question's words → what FTS5 is asked;  filters  its filters → conditions;  completion  what may follow
    finding   the rows that answer, best first: headings, then decisions, then anywhere, each newest first
    search    questions and their answers;  marking  where the words stand in what is shown

    said      a record's references and promises, as its words say them
    cite      where a reference leads: one meeting, item or clause, or none;  evidence  what speaks for an earlier item
    suggest   the earlier decisions an item builds on, and why (`likeness`: how like two items are)
    due       promises and how they stand;  silence  those never spoken of again;  warnings  said twice, or otherwise
    links     accepted links from both ends, a matter's line;  registers  decisions, matters, subjects, people of a year
"""
