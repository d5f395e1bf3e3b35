"""A connection that says nothing is not kept: granian alone would wait, and nginx waits for a minute by itself."""


def test_those_who_send_slowly_are_cut(front):
    seconds = front.slow_people.over()
    assert seconds.pop("body") < 35
    assert seconds and all(taken < 15 for taken in seconds.values()), seconds
