"""Search engines behind one interface, for side-by-side runs: ours, plain FTS5, tantivy, Xapian (if installed).

Each takes the same minutes; the peers get the same columns (heading, decisions, text) and their own Swedish.
"""

import importlib.util
import re
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

import apsw

from model.index.entering import Entry, entries, put
from model.index.opened import Index
from model.index.schema import PART
from model.index.search import answered, search
from model.index.terms import terms
from model.index.writing import settle
from model.language.question import read
from model.language.stopwords import STOP
from model.language.words import norm, parts, runs
from model.record.minutes import Minutes
from model.store.archive import Archive

WEIGHTS = (("h", 8.0), ("d", 2.0), ("b", 1.0))
"""The columns of the peers, and what a word weighs in each."""


class Engine(ABC):
    """An engine under test."""

    name = ""

    @abstractmethod
    def __init__(self, folder: Path) -> None:
        """With its files in `folder`: what it has there already, or empty."""

    @abstractmethod
    def add(self, minutes: list[Minutes]) -> None:
        """Take minutes in, and make them searchable."""

    @abstractmethod
    def ask(self, words: str, limit: int) -> list[str]:
        """The nodes of the best items."""

    def rank(self, words: str, limit: int) -> None:
        """The same without what `ask` does to show what is found."""
        self.ask(words, limit)

    def rest(self) -> None:  # noqa: B027  # most engines have nothing to do
        """All minutes have been taken in: put in order what is worth it, and forget what was asked."""


class Ours(Engine):
    """The program's own index; it alone also cuts out and marks what is shown of each hit."""

    name = "ours"

    def __init__(self, folder: Path) -> None:
        self.index = Index(Archive.open(folder))

    def add(self, minutes: list[Minutes]) -> None:
        with self.index.writing():
            for one in minutes:
                put(self.index, Path(one.id), one)

    def rest(self) -> None:
        settle(self.index)
        self.index.vocabulary.forget()
        self.index.vocabulary.warm()

    def rank(self, words: str, limit: int) -> None:
        answered(self.index, read(words), limit, newest=False)

    def ask(self, words: str, limit: int) -> list[str]:
        return [hit.item for hit in search(self.index, words, limit)]


class PlainFts(Engine):
    """FTS5 with its unicode61 tokenizer: every word must be there, the last as a prefix."""

    name = "FTS5"

    def __init__(self, folder: Path) -> None:
        self.db = apsw.Connection(str(folder / "plain.sqlite"))
        self.db.execute("pragma journal_mode=wal; pragma synchronous=normal")
        self.db.execute(
            "create virtual table if not exists f using"
            " fts5(h, d, b, node unindexed, tokenize='unicode61 remove_diacritics 0')"
        )

    def add(self, minutes: list[Minutes]) -> None:
        with self.db:
            self.db.executemany("insert into f values(?,?,?,?)", (_columns(entry) for entry in _entries(minutes)))

    def ask(self, words: str, limit: int) -> list[str]:
        asked = [f'"{token.word}"' for token in runs(words)]
        if not asked:
            return []
        sql = "select node from f where f match ? order by bm25(f, 8, 2, 1) limit ?"
        return [row[0] for row in self.db.execute(sql, (" ".join(asked) + "*", limit))]


class Tantivy(Engine):
    """tantivy with its Swedish stemmer; every word also within two slips."""

    name = "tantivy fuzzy"

    def __init__(self, folder: Path) -> None:
        import tantivy

        self.lib: Any = tantivy
        builder = tantivy.SchemaBuilder()
        for column, _ in WEIGHTS:
            builder.add_text_field(column, tokenizer_name="sv_stem")
        builder.add_text_field("node", stored=True, tokenizer_name="raw")
        (folder / "tantivy").mkdir(exist_ok=True)
        self.index = tantivy.Index(builder.build(), path=str(folder / "tantivy"))
        self.analyzer = self._analyzer()
        self.index.register_tokenizer("sv_stem", self.analyzer)
        self.searcher = self.index.searcher()

    def _analyzer(self) -> Any:
        words = self.lib.TextAnalyzerBuilder(self.lib.Tokenizer.simple()).filter(self.lib.Filter.lowercase())
        return words.filter(self.lib.Filter.stemmer("swedish")).build()

    def _words(self, entry: Entry) -> tuple[str, str, str]:
        return entry.words

    def add(self, minutes: list[Minutes]) -> None:
        writer = self.index.writer(64_000_000, 1)
        for entry in _entries(minutes):
            h, d, b = self._words(entry)
            writer.add_document(self.lib.Document(h=h, d=d, b=b, node=entry.node))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def ask(self, words: str, limit: int) -> list[str]:
        said = self.analyzer.analyze(words)
        must = [
            (self.lib.Occur.Must, self.lib.Query.boolean_query(self._forms(term, is_last=place == len(said) - 1)))
            for place, term in enumerate(said)
        ]
        return self._found(self.lib.Query.boolean_query(must), limit) if must else []

    def _forms(self, term: str, *, is_last: bool, typed: str = "") -> list[Any]:
        """The term, in each column; within two slips; and as a beginning when it is the last."""
        query, schema, any_of = self.lib.Query, self.index.schema, []
        for column, boost in WEIGHTS:
            any_of.append(query.boost_query(query.term_query(schema, column, term), boost))
            if is_last and len(term) >= 2:
                beginning = query.regex_query(schema, column, re.escape(typed or term) + ".*")
                any_of.append(query.boost_query(beginning, boost / 2))
            if len(term) >= 4:
                near = query.fuzzy_term_query(schema, column, term, 1 if len(term) < 6 else 2, True)
                any_of.append(query.boost_query(near, boost / 4))
        return [(self.lib.Occur.Should, one) for one in any_of]

    def _found(self, query: Any, limit: int) -> list[str]:
        return [self.searcher.doc(place)["node"][0] for _, place in self.searcher.search(query, limit).hits]


class TantivyOurs(Tantivy):
    """tantivy over our words: as written, their norms, the parts of compounds; fuzzy as its plain sister."""

    name = "our-words tantivy"

    def _analyzer(self) -> Any:
        return self.lib.TextAnalyzerBuilder(self.lib.Tokenizer.whitespace()).build()

    def _words(self, entry: Entry) -> tuple[str, str, str]:
        h, d, b = terms(*entry.words)
        return " ".join(h), " ".join(d), " ".join(b)

    def ask(self, words: str, limit: int) -> list[str]:
        lib, said = self.lib, [token.word for token in runs(words) if token.word not in STOP]
        if not said:
            return []
        must = []
        for place, word in enumerate(said):
            any_of = self._forms(norm(word), is_last=place == len(said) - 1, typed=word)
            halves = [
                (lib.Occur.Must, lib.Query.boolean_query([*self._term(part, 0.5), *self._term(PART + part, 0.5)]))
                for part in parts(word)
            ]
            if halves:
                any_of.append((lib.Occur.Should, lib.Query.boolean_query(halves)))
            must.append((lib.Occur.Must, lib.Query.boolean_query([*any_of, *self._term(PART + norm(word), 0.5)])))
        return self._found(lib.Query.boolean_query(must), limit)

    def _term(self, term: str, boost: float) -> list[Any]:
        query = self.lib.Query
        return [
            (
                self.lib.Occur.Should,
                query.boost_query(query.term_query(self.index.schema, column, term), weight * boost),
            )
            for column, weight in WEIGHTS
        ]


class Xapian(Engine):
    """Xapian with its Swedish stemmer and spelling correction."""

    name = "Xapian spelling"

    def __init__(self, folder: Path) -> None:
        import xapian  # type: ignore[import-not-found,unused-ignore]

        self.lib = xapian
        self.db = xapian.WritableDatabase(str(folder / "xapian"), xapian.DB_CREATE_OR_OPEN)
        self.stem = xapian.Stem("swedish")

    def add(self, minutes: list[Minutes]) -> None:
        lib = self.lib
        for entry in _entries(minutes):
            h, d, b, node = _columns(entry)
            generator, document = lib.TermGenerator(), lib.Document()
            generator.set_stemmer(self.stem)
            generator.set_database(self.db)
            generator.set_flags(lib.TermGenerator.FLAG_SPELLING)
            generator.set_document(document)
            for words, weight in ((h, 8), (d, 2), (b, 1)):
                generator.index_text(words, weight)
                generator.increase_termpos()
            document.set_data(node)
            self.db.add_document(document)
        self.db.commit()

    def ask(self, words: str, limit: int) -> list[str]:
        lib = self.lib
        parser = lib.QueryParser()
        parser.set_stemmer(self.stem)
        parser.set_database(self.db)
        parser.set_default_op(lib.Query.OP_AND)
        flags = lib.QueryParser.FLAG_SPELLING_CORRECTION | lib.QueryParser.FLAG_PARTIAL
        query = parser.parse_query(words.replace('"', " "), flags)
        found = self._run(query, limit)
        corrected = parser.get_corrected_query_string()
        if len(found) < limit and corrected:
            found += self._run(parser.parse_query(corrected, flags), limit)
        return list(dict.fromkeys(found))[:limit]

    def _run(self, query: object, limit: int) -> list[str]:
        enquire = self.lib.Enquire(self.db)
        enquire.set_query(query)
        return [match.document.get_data().decode() for match in enquire.get_mset(0, limit)]


def available() -> list[type[Engine]]:
    """The engines that are installed here."""
    peers: list[tuple[str, type[Engine]]] = [("tantivy", Tantivy), ("tantivy", TantivyOurs), ("xapian", Xapian)]
    return [Ours, PlainFts, *(engine for module, engine in peers if importlib.util.find_spec(module))]


def _entries(minutes: list[Minutes]) -> list[Entry]:
    return [entry for one in minutes for entry in entries(one)]


def _columns(entry: Entry) -> tuple[str, str, str, str]:
    return (*entry.words, entry.node)
