"""What readers wait for, and members: the same site with 1,000, 10,000 and 100,000 contents, on both databases."""
