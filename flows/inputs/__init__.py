"""What a run is asked to read: its options, its sources, and the inputs that they bring."""
