"""A Word file that came back: what a lawyer changed, added, moved, asked, and what she changed without a trace."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.lib.papers.returned.finding import returned
from helpdesk.lib.papers.returned.record import NOTE, Change, Comment, Kind, Returned, What
from helpdesk.lib.tests.word_samples import (
    AT,
    END,
    LAWYER,
    ONE,
    QUOTE,
    STORY,
    TEXTS,
    TWO,
    VOICE,
    bare,
    block,
    closing_of,
    edited,
    footnote_sign,
    gone,
    ins,
    mark,
    paragraph_of,
    part_of,
    run,
    sent,
    t,
    with_comments,
    within,
)

SENT = sent()
END_WORDS = t(TEXTS[END])
BOTH_WAYS = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:drawing>'
    "{0}</w:drawing></mc:Choice><mc:Fallback><w:pict>{0}</w:pict></mc:Fallback></mc:AlternateContent>"
)


def after(told: Returned) -> dict[str, str]:
    """Each block of ours as it reads now, made from what we sent and the changes alone."""
    made, done = {block: "" for block, _ in told.blocks}, dict.fromkeys(dict(told.blocks), 0)
    ours = dict(told.blocks)
    for one in told.changes:
        if one.paragraph or one.kind not in (Kind.TEXT, Kind.DELETED, Kind.MOVED):
            continue
        text, end = ours[one.block_id], one.start + len(one.before)
        assert text[one.start : end] == one.before
        made[one.block_id] += text[done[one.block_id] : one.start] + one.after
        done[one.block_id] = end
    return {block: made[block] + text[done[block] :] for block, text in ours.items()}


def only(told: Returned) -> Change:
    assert len(told.changes) == 1, told.changes
    assert not told.unknown
    return told.changes[0]


def test_what_was_not_touched_tells_nothing() -> None:
    told = returned(SENT, SENT)
    assert dict(told.blocks) == TEXTS
    assert (told.changes, told.comments, told.unknown) == ((), (), ())


def test_words_that_were_replaced_with_a_trace() -> None:
    back = edited(SENT, (END_WORDS, within(run("Dit is het "), gone("slot"), ins("einde"), run(" van het verhaal."))))
    assert only(returned(back, SENT)) == Change(END, Kind.TEXT, "slot", "einde", LAWYER, AT, True, 11)


def test_two_hands_are_two_changes_and_looks_are_kept() -> None:
    words = within(run("Dit is "), ins("echt ", "Bo"), ins("wel ", look="<w:b/>"), run("het slot van het verhaal."))
    first, second = returned(edited(SENT, (END_WORDS, words)), SENT).changes
    assert (first.author, first.after, first.strong) == ("Bo", "echt ", False)
    assert (second.author, second.after, second.strong, second.start) == (LAWYER, "wel ", True, 7)


def test_a_change_without_a_trace_is_found() -> None:
    back = edited(SENT, (END_WORDS, within(run("Dit was het slot "), gone("van"), ins("uit"), run(" het verhaal."))))
    silent, told = returned(back, SENT).changes
    assert (silent.before, silent.after, silent.tracked, silent.author) == ("is", "was", False, "")
    assert (told.before, told.after, told.tracked) == ("van", "uit", True)


def test_put_in_by_one_and_taken_out_by_another_is_nothing() -> None:
    both = f'<w:ins w:id="1" w:author="Bo">{gone("nooit ")}</w:ins>'
    assert not returned(edited(SENT, (END_WORDS, within(both, run(TEXTS[END])))), SENT).changes


def test_typed_beside_the_bookmark_belongs_to_the_block() -> None:
    outside = edited(SENT, (closing_of(SENT, END), closing_of(SENT, END) + ins(" En meer.")))
    assert only(returned(outside, SENT)).start == len(TEXTS[END])


def new_paragraph(text: str, look: str = "") -> str:
    return f"<w:p><w:pPr>{look}{mark('ins')}</w:pPr>{ins(text)}</w:p>"


def test_new_paragraphs_stand_between_two_blocks() -> None:
    back = edited(SENT, ("</w:body>", new_paragraph("Nog iets.") + new_paragraph("En dit.") + "</w:body>"))
    told = returned(back, SENT)
    assert [(one.block_id, one.following, one.kind, one.after, one.paragraph) for one in told.changes] == [
        (END, "", Kind.NEW, "Nog iets.", 1),
        (END, "", Kind.NEW, "En dit.", 2),
    ]
    assert {one.author for one in told.changes} == {LAWYER}


def test_a_new_point_of_a_list_says_so() -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1001"/></w:numPr>'
    quote = '<w:p><w:pPr><w:pStyle w:val="BlockText" /></w:pPr><w:bookmarkStart'
    told = returned(edited(SENT, (quote, new_paragraph("het rapport", number) + quote)), SENT)
    one = only(told)
    assert (one.block_id, one.following, one.role, one.after) == (TWO, QUOTE, "list", "het rapport")


def test_a_paragraph_that_was_parted() -> None:
    style = '<w:p><w:pPr><w:pStyle w:val="FirstParagraph" /></w:pPr>'
    start = "Dit is het slot van "
    back = edited(SENT, (END_WORDS, within(run(start), f"</w:p>{style}", run("het verhaal."))))
    told = only(returned(back, SENT))
    assert (told.block_id, told.kind, told.before, told.after, told.start) == (END, Kind.TEXT, "", "\n", len(start))


def test_a_block_that_was_taken_out_with_and_without_a_trace() -> None:
    told = only(returned(edited(SENT, (END_WORDS, within(gone(TEXTS[END])))), SENT))
    assert (told.kind, told.before, told.tracked, told.author) == (Kind.DELETED, TEXTS[END], True, LAWYER)
    body = paragraph_of(SENT, END)
    silent = only(returned(edited(SENT, (body, "")), SENT))
    assert (silent.block_id, silent.kind, silent.before, silent.tracked) == (END, Kind.DELETED, TEXTS[END], False)


def test_a_paragraph_that_was_moved_with_a_trace() -> None:
    moved_from = '<w:moveFromRangeStart w:id="71" w:author="Bo" w:name="move1"/><w:moveFrom w:id="72" w:author="Bo">'
    moved_to = '<w:moveToRangeStart w:id="73" w:author="Bo" w:name="move1"/><w:moveTo w:id="74" w:author="Bo">'
    away = f'{moved_from}{run(TEXTS[QUOTE], "t")}</w:moveFrom><w:moveFromRangeEnd w:id="71"/>'
    here = f'<w:p>{moved_to}{run(TEXTS[QUOTE])}</w:moveTo><w:moveToRangeEnd w:id="73"/></w:p>'
    back = edited(SENT, (t(TEXTS[QUOTE]), within(away)), ("</w:body>", here + "</w:body>"))
    went, came = returned(back, SENT).changes
    assert (went.block_id, went.kind, went.before, went.after) == (QUOTE, Kind.MOVED, TEXTS[QUOTE], "")
    assert (came.block_id, came.kind, came.after) == (END, Kind.MOVED, TEXTS[QUOTE])
    assert (came.origin, came.copied, came.author) == (QUOTE, 0, "Bo")


def test_a_paragraph_that_was_moved_without_a_trace() -> None:
    body = paragraph_of(SENT, END)
    heading = paragraph_of(SENT, VOICE)
    told = returned(edited(SENT, (body, ""), (heading, body + heading)), SENT)
    went, came = told.changes
    assert (went.block_id, went.kind, went.tracked) == (END, Kind.MOVED, False)
    assert (came.following, came.after, came.origin, came.copied) == (VOICE, TEXTS[END], END, 0)


def test_blocks_that_were_joined() -> None:
    first, second = paragraph_of(SENT, ONE), paragraph_of(SENT, TWO)
    inner = second.partition("</w:pPr>")[2]
    told = only(returned(edited(SENT, (first, first.removesuffix("</w:p>") + inner), (second, "")), SENT))
    assert (told.kind, told.block_id, told.following, told.tracked) == (Kind.JOINED, ONE, TWO, False)
    traced = only(returned(edited(SENT, (first, first.replace("</w:pPr>", f"{mark('del')}</w:pPr>"))), SENT))
    assert (traced.kind, traced.author) == (Kind.JOINED, LAWYER)


def test_a_footnote_that_was_changed_added_or_taken_out() -> None:
    note = t("Brief van mei.")
    told = only(
        returned(
            edited(
                SENT, (note, within(run("Brief van "), gone("mei"), ins("juni"), run("."))), part="word/footnotes.xml"
            ),
            SENT,
        )
    )
    assert (told.kind, told.block_id, told.before, told.after) == (
        Kind.NOTE,
        STORY,
        "Brief van mei.",
        "Brief van juni.",
    )
    assert (told.author, told.tracked, TEXTS[STORY][told.start]) == (LAWYER, True, NOTE)
    silent = only(returned(edited(SENT, (note, t("Brief van juli.")), part="word/footnotes.xml"), SENT))
    assert (silent.after, silent.tracked) == ("Brief van juli.", False)
    sign = footnote_sign(SENT)
    away = only(returned(edited(SENT, (sign, f'<w:del w:id="1" w:author="Bo">{sign}</w:del>')), SENT))
    assert (away.kind, away.before, away.author) == (Kind.TEXT, NOTE, "Bo")
    more = within(run(TEXTS[END]), '<w:ins w:id="1" w:author="Bo"><w:r><w:footnoteReference w:id="99"/></w:r></w:ins>')
    with_note = edited(SENT, (END_WORDS, more))
    notes = f'<w:footnote w:id="99"><w:p>{run(" Nieuwe noot.")}</w:p></w:footnote></w:footnotes>'
    came = only(returned(edited(with_note, ("</w:footnotes>", notes), part="word/footnotes.xml"), SENT))
    assert (came.after, came.notes, came.author) == (NOTE, ("Nieuwe noot.",), "Bo")


def test_looks_that_changed() -> None:
    traced = f'<w:i/><w:rPrChange w:id="3" w:author="Bo" w:date="{AT}"><w:rPr/></w:rPrChange>'
    told = only(returned(edited(SENT, (END_WORDS, within(run(TEXTS[END], look=traced)))), SENT))
    assert (told.kind, told.author, told.em, told.before) == (Kind.LOOK, "Bo", True, TEXTS[END])
    silent = only(returned(edited(SENT, (END_WORDS, within(run(TEXTS[END], look="<w:b/>")))), SENT))
    assert (silent.kind, silent.strong, silent.tracked) == (Kind.LOOK, True, False)


def test_what_stands_outside_of_our_blocks_is_told_too() -> None:
    told = returned(edited(SENT, (t("Rapportage"), t("Deskundigenrapport")), (t("D., 8 jaar"), t("D., 9 jaar"))), SENT)
    assert not told.changes
    assert [(one.what, one.before, one.after, one.near) for one in told.unknown] == [
        (What.OUTSIDE, "Rapportage", "Deskundigenrapport", ""),
        (What.OUTSIDE, "D., 8 jaar", "D., 9 jaar", QUOTE),
    ]


def test_a_text_box_is_told_once() -> None:
    box = f"<w:txbxContent><w:p>{run('Let op')}</w:p></w:txbxContent>"
    told = returned(edited(SENT, (END_WORDS, within(run(TEXTS[END]), f"<w:r>{BOTH_WAYS.format(box)}</w:r>"))), SENT)
    assert [(one.what, one.after) for one in told.unknown] == [(What.BOX, "Let op")]
    assert [one.after for one in told.changes] == ["\ue002"]


def test_comments_say_on_which_words_they_stand() -> None:
    on = (
        '<w:commentRangeStart w:id="{0}"/>{1}<w:commentRangeEnd w:id="{0}"/><w:r><w:commentReference w:id="{0}"/></w:r>'
    )
    words = within(run("Dit is het "), on.format("5", gone("slot") + ins("einde")), run(" van het verhaal."))
    back = edited(SENT, (END_WORDS, words), (t("Rapportage"), within(on.format("6", run("Rapportage")))))
    said = ("5", LAWYER, "Kan dit anders?"), ("6", "Bo", "Titel"), ("7", "Bo", "Ja.")
    told = returned(with_comments(back, *said, answers={"7": "5"}), SENT)
    title, asked, answer = told.comments
    assert title == Comment("6", "Bo", AT, "Titel", "Rapportage")
    assert asked == Comment("5", LAWYER, AT, "Kan dit anders?", "einde", END, 11, 15)
    assert (answer.text, answer.answer_to, answer.done, answer.block_id) == ("Ja.", "5", True, "")


def test_without_any_bookmark_the_words_say_which_block_it_is() -> None:
    text = part_of(SENT)
    stripped = edited(SENT, (text, re.sub(r"<w:bookmark[^>]*>", "", text).replace("slot van het", "einde van het")))
    told = only(returned(stripped, SENT))
    assert (told.block_id, told.before, told.after) == (END, "slot", "einde")


def test_signs_of_ours_in_their_words_are_no_signs() -> None:
    told = only(returned(edited(SENT, (END_WORDS, within(run(TEXTS[END]), ins(f"a{NOTE}b")))), SENT))
    assert (told.after, told.notes) == ("a\ufffdb", ())


def test_what_word_puts_between_words_changes_nothing() -> None:
    spelling = '<w:proofErr w:type="spellStart"/>'
    broken = f"<w:r><w:lastRenderedPageBreak/>{t('Dit is ')}</w:r>"
    tagged = f"<w:smartTag w:uri='x' w:element='y'>{run('het ')}</w:smartTag>"
    held = f"<w:sdt><w:sdtPr><w:alias w:val='t'/></w:sdtPr><w:sdtContent>{run('slot ')}</w:sdtContent></w:sdt>"
    linked = f'<w:hyperlink w:anchor="x">{run("van ")}</w:hyperlink>'
    counted = f'<w:fldSimple w:instr=" REF x "><w:r w:rsidR="00A1">{t("het")}</w:r></w:fldSimple>'
    coded = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    words = within(broken, spelling, tagged, held, linked, counted, coded, run(" verhaal."))
    assert not returned(edited(SENT, (END_WORDS, words)), SENT).changes


def test_a_moment_is_a_moment() -> None:
    both = 'w:date="2026-11-20T11:00:00Z" x:dateUtc="2026-11-20T10:00:00Z" xmlns:x="http://x"'
    for told, wanted in ((both, AT), ('w:date="2026-13-40T10:00:00Z"', ""), ("", "")):
        words = within(run(TEXTS[END]), f'<w:ins w:id="1" w:author="Bo" {told}>{run(" Ja.")}</w:ins>')
        assert only(returned(edited(SENT, (END_WORDS, words)), SENT)).at == wanted


def test_an_author_is_one_short_line() -> None:
    told = only(returned(edited(SENT, (END_WORDS, within(run(TEXTS[END]), ins("x", "A\u202e\n" + "b" * 500)))), SENT))
    assert told.author == "A" + "b" * 119


WORDS = st.sampled_from(["de", "het", "kind", "wil", "niet", "naar", "huis", "nu.", "art. 3"])
HOW = st.sampled_from(["keep", "keep", "keep", "ins", "del", "came", "went", "both"])
BLOCKS = st.lists(st.lists(st.tuples(WORDS, HOW), max_size=12), min_size=1, max_size=4)


@settings(max_examples=150, deadline=None)
@given(BLOCKS)
def test_taken_over_it_reads_as_theirs_and_left_as_ours(blocks: Sequence[Sequence[tuple[str, str]]]) -> None:
    ways: dict[str, Callable[[str], str]] = {
        "keep": run,
        "ins": ins,
        "del": gone,
        "came": run,
        "both": lambda text: f"<w:ins>{gone(text)}</w:ins>",
    }
    ids = [f"{number:08x}" for number in range(1, len(blocks) + 1)]
    rows = {block: [(f"{word} ", how) for word, how in words] for block, words in zip(ids, blocks, strict=True)}
    ours = {block: "".join(word for word, how in row if how in ("keep", "del", "went")) for block, row in rows.items()}
    now = {block: "".join(word for word, how in row if how in ("keep", "ins", "came")) for block, row in rows.items()}
    body = [block(one, *(ways[how](word) for word, how in row if how != "went")) for one, row in rows.items()]
    told = returned(bare("".join(body)), bare("".join(block(one, run(text)) for one, text in ours.items())))
    assert dict(told.blocks) == ours
    assert not told.unknown
    assert after(told) == now


@settings(max_examples=100, deadline=None)
@given(BLOCKS, st.randoms(use_true_random=False))
def test_wherever_paragraphs_are_put_no_word_is_lost(
    blocks: Sequence[Sequence[tuple[str, str]]], chance: Random
) -> None:
    """Blocks in any order, some gone, some new, some parted: every word is in a change or was ours."""
    ids = [f"{number:08x}" for number in range(1, len(blocks) + 1)]
    ours = {one: " ".join(word for word, _ in words) for one, words in zip(ids, blocks, strict=True)}
    left = [one for one in ids if chance.random() > 0.2]
    chance.shuffle(left)
    body = [
        block(one, *(run(word) + ("</w:p><w:p>" if chance.random() < 0.2 else "") for word in ours[one].split(" ")))
        if chance.random() < 0.7
        else f"<w:p>{run('nieuw ' + ours[one])}</w:p>"
        for one in left
    ]
    told = returned(bare("".join(body)), bare("".join(block(one, run(text)) for one, text in ours.items())))
    came = "".join(one.after for one in told.changes if one.paragraph) + "".join(after(told).values())
    said = re.findall(r">([^<>]+)</w:t>", "".join(body))
    assert sorted("".join(said).replace(" ", "")) == sorted(came.replace(" ", "").replace("\n", ""))
