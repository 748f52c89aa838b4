"""Temporal expressions and the intervals that they mean."""
