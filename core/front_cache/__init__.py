"""Servers in front of the site that keep its pages, and how they are told to forget them.

settings    where they are, read from the environment
kept_files  nginx on this machine: the folder of what it keeps, which every change empties
purging     a cache elsewhere, which keeps pages longer than it is told to: PURGE, address by address
"""
