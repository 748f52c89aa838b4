"""What touches the world: sources, the network, Prefect, the command line."""
