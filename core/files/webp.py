"""How large a WebP says that it is, from its first bytes (RFC 9649): Pillow makes room for all of it to tell."""

#: Bytes that are looked at.
HEAD = 30


def size_of(head):
    """The width and the height (int, pixels) that the HEAD of a file (bytes) announces; None where it is no WebP."""
    if len(head) < HEAD or head[:4] != b"RIFF" or head[8:12] != b"WEBP":
        return None
    chunk = head[12:16]
    if chunk == b"VP8X":  # §2.7.1: three bytes each, minus one
        return _number(head[24:27]) + 1, _number(head[27:30]) + 1
    if chunk == b"VP8L":  # §3.4: fourteen bits each, minus one, after a signature of one byte
        bits = _number(head[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 ":  # RFC 6386 §9.1: fourteen bits each, after a start code
        return _number(head[26:28]) & 0x3FFF, _number(head[28:30]) & 0x3FFF
    return None


def _number(content):
    return int.from_bytes(content, "little")
