"""How fast newslake is, and what it takes: `uv run python -m benchmarks` measures it on this machine."""
