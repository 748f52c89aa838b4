"""Find what is damaged or lost of a lake, and make a catalogue anew from the files."""
