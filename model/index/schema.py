"""The tables of the index, and the versions that a file must agree with to be trusted."""

from model.language.words import version

VERSION = 10
"""Of the tables; kept in the file's `user_version`."""

ANALYSER = "4"
"""Changes when words are prepared in another way: every index is then built again."""

COUNTER = 1 << 12
"""Row ids of items are the meeting's day times this, plus a counter: newest first is a sort by row id."""

HEADING, DECISION, ANYWHERE = "in_heading", "in_decision", "anywhere"
LAYERS = (HEADING, DECISION, ANYWHERE)
"""The tables of words, narrow to wide: those of an item's heading, of its decisions, and all of them."""

PART = "+"
"""Stands before a word that is only part of a compound. No typed word holds it, so marks begin with two."""

ROW, ITEM, DECIDES, WITHDRAWN, BODY = "++r", "++i", "++d", "++w", "++b"
"""Marks among the words of an item: every row, an item and no head, it decides, withdrawn; of a body, with a number."""

_NARROW = "content='', contentless_delete=1, detail=none, prefix='2 3', tokenize=\"ascii tokenchars '+'\""
"""Words come in small letters and whole; to `ascii` everything beyond it is a letter, and no letter is folded."""

TABLES = f"""
create table meta(key text primary key, value text) without rowid;
create table source(path text primary key, size int, mtime int, sha256 text, meeting text, problem text) without rowid;
create table body(id integer primary key, code text, name text, unique(code, name));
create table meeting(id text primary key, path text, short_name text, body int, no int, year int, date text,
                     moved_to text, status text) without rowid;
create table item(rowid integer primary key, id text, minutes text, no int, letter text, heading text, body text,
                  hkey int, state text, mended text);
create table clause(item int, n int, id text, text text, action text, primary key(item, n)) without rowid;

create table promise(minutes text, node text, item text, who text, implied int, deadline text, meeting text, kind text,
                     closed_by text, words text, "row" int);
create table ref(minutes text, node text, kind text, value text, direction int, body text, target_minutes text,
                 target_node text, start int, "end" int);
create table link(minutes text, source text, target text, kind text, evidence text, item text, "row" int);
create table person(minutes text, node text, item text, name text, organisation text, role text, "row" int);
create table amount(minutes text, node text, item text, value int, kind text, "row" int);

create virtual table in_heading using fts5(words, {_NARROW});
create virtual table in_decision using fts5(words, {_NARROW});
create virtual table anywhere using fts5(words, {_NARROW});
create table vocab(term text primary key, df int, fold text) without rowid;
create table name(name text primary key, low text, fold text) without rowid;

create index vocab_fold on vocab(fold) where fold is not null;
create index item_minutes on item(minutes, id);
create index item_hkey on item(hkey);
create index clause_id on clause(id);
create index meeting_body_date on meeting(body, date);
create index meeting_date on meeting(date);
create index meeting_number on meeting(body, year, no);
create index promise_minutes on promise(minutes);
create index promise_row on promise("row");
create index promise_deadline on promise(deadline);
create index promise_meeting on promise(meeting);
create index ref_value on ref(value);
create index ref_minutes on ref(minutes);
create index ref_target on ref(target_minutes, target_node);
create index link_minutes on link(minutes, source);
create index link_target on link(target);
create index person_minutes on person(minutes);
create index person_name on person(name);
create index amount_minutes on amount(minutes);
create index amount_value on amount(value);
insert into in_heading(in_heading, rank) values('secure-delete', 1);
insert into in_decision(in_decision, rank) values('secure-delete', 1);
insert into anywhere(anywhere, rank) values('secure-delete', 1);
"""
"""The words of `terms` lie in three layers without places or columns (`detail=none`): with more beginnings ready (two
and three letters) they take half of what one table with columns took, and are several times as fast to ask; which layer
answers is the rank. An id is unique only within its minutes: six random letters meet by chance in a large archive.

The classes of `rows` are the tables of facts, field by field; those that name an item have its row too. `name` holds
every name once.
"""


def versions(archive: str) -> dict[str, str]:
    """What `meta` must hold for the index of the archive with this id."""
    return {"archive": archive, "analyser": ANALYSER, "words": version()}
