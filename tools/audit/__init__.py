"""The figures that the site is held to, measured on the example: `make audit` writes them in docs/audit.md."""
