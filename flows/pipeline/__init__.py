"""The steps of a run, from inputs to the committed lake."""
