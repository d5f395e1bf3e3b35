"""Pages as they were last sent, kept in front of Django and never older than what was published (docs/architecture.md).

changes   notices what is written that readers may see, and changes the generation of the site
watch     tells each process, several times a second, which generation it is
moments   when pages change by themselves: midnight, a date that is over
answers   one page as it is sent: its bytes in each encoding, its headers, its validators
store     those that are kept, by address, within so many bytes
front     the WSGI callable that stands before Django
middleware    what Django says of its own answers: that one may be kept, and for which parameters
"""
