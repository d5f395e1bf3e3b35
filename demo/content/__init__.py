"""The example as data: no code, so that anyone of the collective can read it again and correct it.

A text in triple quotes may be cut anywhere at a plain space; an empty line begins a new paragraph. Contents
name each other by `slug`, in links too: <a href="page:trieste">. Dates: see `demo/moments.py`.
"""
