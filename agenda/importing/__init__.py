"""Bringing in somebody else's calendar: read a file, say what would come, make drafts of what is chosen.

read_proposals(data)   the bytes of a file → what each of its events would be here
compared(proposals)    the same, beside what the site has already
make_drafts(chosen)    drafts, which go through review as any other
"""
