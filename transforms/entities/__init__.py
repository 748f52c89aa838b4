"""Entities and their mentions."""
