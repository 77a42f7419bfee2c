"""Search at a size: a member with one team of twelve, cold and warm, beside PostgreSQL's own full text.

The cases lie under real keys, their words in real blobs, and the real worker makes the segments. PostgreSQL gets the
same texts in the clear, with `to_tsvector('dutch')`, a GIN index and `ts_rank`, in the same run, and no rights to
check. The text is invented: parts of compounds drawn as often as words are, names in the tail.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from uuid import UUID

import django

django.setup()

import psycopg  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks.bulk import code  # noqa: E402
from helpdesk.cases.access_search import search  # noqa: E402
from helpdesk.cases.access_segments import remembered  # noqa: E402
from helpdesk.cases.actions.index import build_segments  # noqa: E402
from helpdesk.cases.models import Case, SearchTerms  # noqa: E402
from helpdesk.ledger.actions import Actor, record_now  # noqa: E402
from helpdesk.lib.ids import new_id  # noqa: E402
from helpdesk.lib.row_actor import act_as  # noqa: E402
from helpdesk.search.compounds import DATA  # noqa: E402
from helpdesk.search.document import Document, Field, item, pack  # noqa: E402
from helpdesk.search.query import parse  # noqa: E402
from helpdesk.search.tests import plain  # noqa: E402
from helpdesk.search.words import FORM  # noqa: E402
from helpdesk.teams.demo import load_cast  # noqa: E402
from helpdesk.teams.models import Member, Membership, Team  # noqa: E402
from helpdesk.vault import cipher, keys  # noqa: E402
from helpdesk.vault.keyring import keyring  # noqa: E402
from helpdesk.vault.opened import attach  # noqa: E402

TEAMS, CHUNK, ROUNDS, COMPARED = 12, 2_000, 40, 18
ADMIN = {name: os.environ[f"HELPDESK_BENCH_{name.upper()}"] for name in ("data", "keys")}


class Language:
    """Invented Dutch: so many words, the n-th as often as 1/n; lengths as people write."""

    def __init__(self, seed: int, words: int = 120_000) -> None:
        self.dice = random.Random(seed)
        small = (DATA / "stop_words.txt").read_text("utf-8").split()
        parts = [line.split() for line in (DATA / "parts.txt").read_text("utf-8").splitlines()]
        parts.sort(key=lambda one: -int(one[1]) - int(one[2]))
        bare = [one[0] for one in parts]
        made = {*small, *bare}
        while len(made) < words:
            ending = self.dice.choice(["", "", "en", "s", "ing"])
            made.add(self.dice.choice(bare) + self.dice.choice(["", "s"]) + self.dice.choice(bare) + ending)
        rest = sorted(made - {*small, *bare})
        self.dice.shuffle(rest)
        self.words = [*small, *bare, *rest]
        self.sums = list(accumulate(1 / (at + 3) ** 1.15 for at in range(len(self.words))))

    def text(self) -> str:
        size = min(2_000, max(8, int(self.dice.lognormvariate(4.75, 0.75))))
        return " ".join(self.dice.choices(self.words, cum_weights=self.sums, k=size))


def fill(size: int, language: Language, teams: list[Team]) -> Iterator[tuple[UUID, UUID, str]]:
    """Store `size` cases with key, row and blob; give (id, team, text) of each."""
    version, today = keyring().newest("desk"), timezone.localdate()
    data, wraps = (psycopg.connect(ADMIN[name], options="-c session_replication_role=replica") for name in ADMIN)
    with data, wraps:
        for first in range(0, size, CHUNK):
            told, wrapped, cases, blobs = [], [], [], []
            for number in range(first, min(first + CHUNK, size)):
                key, team, text = keys.new_case_key(), teams[number % len(teams)], language.text()
                place = f"wrap|{key.key_id}|desk:v{version}".encode()
                wrap = cipher.lock(keyring().desk(version), key.secret, place)
                wrapped.append((new_id(), key.key_id, f"desk:v{version}", wrap, today))
                case = Case(code=code(number), team=team, state="closed", created_on=today, key_id=key.key_id)
                words = SearchTerms(case=case, form=FORM, seen=[])
                attach(key, case, words)
                case.summary = {"title": "Contact met broertje beperkt"}
                words.content = pack([item("message", number, Field.WORDS, text)])
                sealed = [
                    row._meta.get_field(name).pre_save(row, True)
                    for row, name in ((case, "summary"), (words, "content"))
                ]
                cases.append((case.pk, case.code, team.pk, "closed", 2, today, key.key_id, 1, bytes(sealed[0])))
                blobs.append((words.pk, case.pk, FORM, [], bytes(sealed[1])))
                told.append((case.pk, team.pk, text))
            _copy(wraps, "vault_wrappedkey (id, key_id, recipient, wrapped, created_on)", wrapped)
            columns = "id, code, team_id, state, urgency, created_on, key_id, key_version, summary"
            _copy(data, f"cases_case ({columns})", cases)
            _copy(data, "cases_searchterms (id, case_id, form, seen, content)", blobs)
            yield from told


def _copy(to: psycopg.Connection, table: str, rows: list[tuple[object, ...]]) -> None:
    with to.cursor().copy(f"COPY {table} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    to.commit()


def plain_table(admin: psycopg.Connection, rows: list[tuple[UUID, UUID, str]]) -> None:
    """The same texts in the clear, as PostgreSQL's full text wants them."""
    admin.execute("CREATE TABLE bench_plain (id uuid, team uuid, body text, words tsvector)")
    with admin.cursor().copy("COPY bench_plain (id, team, body) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    admin.execute("UPDATE bench_plain SET words = to_tsvector('dutch', body)")
    admin.execute("CREATE INDEX ON bench_plain USING gin (words)")
    admin.execute("CREATE INDEX ON bench_plain (team)")
    admin.execute("CREATE UNIQUE INDEX ON bench_plain (id)")
    admin.execute("GRANT SELECT ON bench_plain TO krh_desk")
    admin.commit()
    admin.autocommit = True
    admin.execute("VACUUM (FULL, ANALYZE) bench_plain")


def questions(language: Language, mine: list[str]) -> dict[str, list[str]]:
    """Kinds of queries; the numbers are ranks in the language."""
    dice, words = random.Random(5), language.words

    def some(low: int, high: int, many: int = 1) -> list[str]:
        return [" ".join(dice.sample(words[low:high], many)) for _ in range(ROUNDS)]

    pairs = []
    for text in dice.sample(mine, ROUNDS):
        parts = text.split()
        at = dice.randrange(len(parts) - 1)
        pairs.append(f'"{parts[at]} {parts[at + 1]}"')
    return {
        "one rare word": some(20_000, 60_000),
        "one word of every day": some(1_000, 5_000),
        "one common word": some(110, 250),
        "three words, mixed": [f"{a} {b}" for a, b in zip(some(110, 250, 2), some(300, 1_500), strict=True)],
        "two words next to each other": pairs,
        "a beginning": [f"{word[:5]}*" for word in some(300, 5_000)],
    }


def timed(act: Callable[[], object], before: Callable[[], None] = lambda: None) -> float:
    before()
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1_000


def theirs(admin: psycopg.Connection, team: UUID, asked: str) -> None:
    """The best 25 in the member's team, as PostgreSQL ranks them. It does not count, and asks no rights."""
    query, asked = _their_query(asked)
    admin.execute(
        f"SELECT id FROM bench_plain, {query} AS q WHERE words @@ q AND team = %s "
        "ORDER BY ts_rank(words, q) DESC LIMIT 25",
        [asked, team],
    ).fetchall()


def theirs_in_full(member: Member, asked: str) -> None:
    """The same with what our search does besides: the cases that the member may see, all of them counted and in their
    order, and a line in the ledger that is committed before the answer."""
    query, asked = _their_query(asked)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT p.id FROM bench_plain p JOIN cases_case c ON c.id = p.id, {query} AS q "
            "WHERE p.words @@ q ORDER BY ts_rank(p.words, q) DESC, p.id",
            [asked],
        )
        found = cursor.fetchall()
    record_now("search-cases", actor=Actor.member(member.pk), purpose=f"{len(found)} cases")


def _their_query(asked: str) -> tuple[str, str]:
    if asked.endswith("*"):
        return "to_tsquery('dutch', %s)", f"{asked[:-1]}:*"
    query = "phraseto_tsquery('dutch', %s)" if asked.startswith('"') else "plainto_tsquery('dutch', %s)"
    return query, asked.strip('"')


def main(size: int, many: int = TEAMS) -> None:
    """Measure at `size` cases in so many teams, of which the member has one."""
    language = Language(1)
    member = load_cast()["iris"]
    for number in range(many - Team.objects.count()):
        Team.objects.create(id=new_id(), slug=f"meting-{number}", name=f"Meting {number}")
    teams = list(Team.objects.order_by("slug"))[:many]
    Membership.objects.filter(member=member).delete()
    Membership.objects.create(member=member, team=teams[0])
    member = Member.objects.get(pk=member.pk)
    start = time.perf_counter()
    rows = list(fill(size, language, teams))
    print(f"\n{size:,} cases stored in {time.perf_counter() - start:.0f} s; load {os.getloadavg()[0]:.1f}", flush=True)
    start = time.perf_counter()
    made = build_segments()
    print(f"  {made} segments made in {time.perf_counter() - start:.0f} s", flush=True)
    for url in ADMIN.values():  # as autovacuum would have by now
        with psycopg.connect(url, autocommit=True) as database:
            database.execute("VACUUM ANALYZE")
    admin = psycopg.connect(ADMIN["data"])
    start = time.perf_counter()
    plain_table(admin, rows)
    print(f"  PostgreSQL's own index in {time.perf_counter() - start:.0f} s", flush=True)
    sizes = admin.execute(
        "SELECT pg_total_relation_size('cases_searchpiece'), pg_total_relation_size('cases_searchterms'), "
        "pg_total_relation_size('bench_plain')"
    ).fetchone()
    print("  MB: segments {:.0f}, blobs {:.0f}, in the clear {:.0f}".format(*(one / 2**20 for one in sizes or ())))
    mine = [(case_id, text) for case_id, team_id, text in rows if team_id == teams[0].pk]
    del rows
    with act_as(member.pk):
        measure(member, admin, teams[0].pk, questions(language, [text for _, text in mine]))
        compare(member, mine, language)


def measure(member: Member, admin: psycopg.Connection, team: UUID, asked: dict[str, list[str]]) -> None:
    """Each query cold, warm and by PostgreSQL, in turn."""
    print(
        "  member with one of the teams; ms, p50 (p95). `bare` is PostgreSQL's best 25 and nothing else; `theirs` has"
    )
    print(
        f"  our duties: what she may see, all in order, counted, the line in the ledger. Load {os.getloadavg()[0]:.1f}"
    )
    all_of: dict[str, list[float]] = {"cold": [], "warm": [], "theirs": [], "bare": []}
    for kind, queries in asked.items():
        taken: dict[str, list[float]] = {name: [] for name in all_of}
        for words in queries:
            query = parse(words)
            theirs(admin, team, words)
            theirs_in_full(member, words)
            taken["cold"].append(timed(lambda query=query: search(member, query), remembered.clear))
            taken["bare"].append(timed(lambda words=words: theirs(admin, team, words)))
            taken["theirs"].append(timed(lambda words=words: theirs_in_full(member, words)))
            taken["warm"].append(timed(lambda query=query: search(member, query)))
        for name, found in taken.items():
            all_of[name] += found
        _line(kind, taken)
    _line("all of these", all_of)


def _line(kind: str, taken: dict[str, list[float]]) -> None:
    shown = {name: (statistics.median(found), statistics.quantiles(found, n=20)[-1]) for name, found in taken.items()}
    cells = "  ".join(f"{name} {p50:7.1f} ({p95:7.1f})" for name, (p50, p95) in shown.items())
    ratios = " ".join(f"{name} {shown[name][0] / shown['theirs'][0]:.2f} x" for name in ("cold", "warm"))
    print(f"  {kind:<30} {cells}   {ratios}", flush=True)


def compare(member: Member, mine: list[tuple[UUID, str]], language: Language) -> None:
    """The same cases in the same order as plain reading of the member's own texts."""
    documents = [Document(case_id, (item("message", 0, Field.WORDS, text),)) for case_id, text in mine]
    plain._counts = _kept(plain._counts)
    plain._texts = _kept(plain._texts)
    asked = [
        words
        for queries in questions(language, [text for _, text in mine]).values()
        for words in queries[: COMPARED // 6]
    ]
    wrong = [words for words in asked if list(search(member, parse(words))) != plain.find(parse(words), documents)]
    print(f"  {len(asked)} queries over {len(documents):,} cases as plain reading gives them: {len(wrong)} otherwise")
    assert not wrong, wrong
    connection.close()


def _kept(function: Callable[[Document], object]) -> Callable[[Document], object]:
    found: dict[UUID, object] = {}

    def once(case: Document) -> object:
        if case.id not in found:
            found[case.id] = function.__wrapped__(case)  # type: ignore[attr-defined]
        return found[case.id]

    return once


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
