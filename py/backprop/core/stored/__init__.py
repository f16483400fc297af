"""Weights that come from elsewhere and go there: files, a `state_dict`, arrays, text."""
