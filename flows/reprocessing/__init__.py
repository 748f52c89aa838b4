"""Reading raw documents of the lake again: what differs is replaced and told, and what was lost comes back."""
