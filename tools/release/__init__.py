"""What `make release` does: a small site as this version makes it, kept for all later versions to be tried on."""
