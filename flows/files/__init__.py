"""Inputs from files: paths, compression, web archives."""
