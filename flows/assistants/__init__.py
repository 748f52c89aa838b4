"""Answer assistants: a server of the Model Context Protocol that reads a lake, and nothing else."""
