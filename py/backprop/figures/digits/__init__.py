"""Digits while they are learnt."""
