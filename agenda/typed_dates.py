"""From the blocks that members fill in to what a Schedule is made of."""

from agenda.schedule import Added, Change, Pause, Slot


def added_dates(blocks_):
    """The dates (tuple of agenda.schedule.Added) of a StreamValue; those of a draft without a day are passed over."""
    said = [(block.id or str(number), block.value) for number, block in enumerate(blocks_) if block.value.get("day")]
    return tuple(
        Added(
            Slot(*(value.get(name) for name in ("day", "hour", "end_day", "end_hour"))),
            key=key,
            label=value.get("label") or "",
        )
        for key, value in said
    )


def pauses(blocks_):
    """The pauses (tuple of agenda.schedule.Pause) of a StreamValue of ExceptionsBlock; half of one is none."""
    said = [block.value for block in blocks_ if block.block_type == "pause"]
    return tuple(
        Pause(value["first"], value["last"], value.get("name") or "")
        for value in said
        if value.get("first") and value.get("last")
    )


def changes(blocks_, usual):
    """The changes (dict: day → agenda.schedule.Change) of a StreamValue of ExceptionsBlock, the last one of a day.

    `usual` (Slot) gives the hours of a date that is moved to another day only.
    """
    said = [(block.block_type, block.value) for block in blocks_ if block.block_type != "pause"]
    return {value["day"]: _change(kind, value, usual) for kind, value in said if value.get("day")}


def _change(kind, value, usual):
    note = value.get("note") or ""
    if kind == "cancelled":
        return Change(cancelled=True, note=note)
    if kind == "noted" or not value.get("to_day"):
        return Change(note=note)
    slot = usual.on(value["to_day"]).at(value.get("hour"), value.get("end_hour"))
    return Change(to=slot, note=note, place=value.get("place"), venue=value.get("venue") or "")
