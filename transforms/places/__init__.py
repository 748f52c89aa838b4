"""Toponyms and where they are."""
