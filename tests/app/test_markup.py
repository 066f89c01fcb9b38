from hypothesis import given
from hypothesis import strategies as st

from ssmwizard.app.markup import add, document, pieces, written

TEXTS = st.lists(st.text() | st.sampled_from(["<article>", "<details ", "a\n\nb"]), max_size=4)


@given(TEXTS)
def test_a_page_is_cut_between_its_blocks_and_nothing_is_lost(texts):
    html, main = document("title", "css")
    for text in texts:
        add(add(main, "details"), "p", text)
    page = written(html)
    cut = list(pieces(page))
    assert "".join(cut) == page
    assert len(cut) == 1 + len(texts)
