"""Without script the form must be some seconds old; the more come this way within an hour, the older."""

from helpdesk.lib.patience import ORDINARY, Patience


def test_it_asks_more_of_many_and_forgets_within_the_hour() -> None:
    now = [0.0]
    patience = Patience(clock=lambda: now[0])
    assert patience.wait(15) == 15
    for _ in range(ORDINARY):
        patience.note()
    assert patience.wait(15) == 30
    for _ in range(ORDINARY * 7):
        patience.note()
    assert patience.wait(15) == float("inf")
    now[0] = 3601
    assert patience.wait(15) == 15
