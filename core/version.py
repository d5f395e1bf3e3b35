"""Which version of the site this is: the last that was released, and what has come since. `make release` writes it."""

#: As CHANGELOG.md heads its sections; « 0 » until one is released.
VERSION = "0"
