"""The calculation to take home: the same numbers as a script or as a spreadsheet, without us.

A page fetches this package when a reader first asks for it: nothing else of the core needs it.
"""
