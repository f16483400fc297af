"""Worked examples of books, courses and posts: what each prints beside what it is exactly."""
