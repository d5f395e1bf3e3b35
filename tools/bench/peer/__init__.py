"""A site as Wagtail's own template and tutorial make it, with the same contents: what somebody has after an afternoon.

https://docs.wagtail.org/en/stable/getting_started/tutorial.html, and what any site adds: lists by twelve, a menu.
"""
