"""The benchmark of the French search: its contents, its judged queries, its measures. `make bench` runs it."""
