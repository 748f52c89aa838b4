"""Sources that are read by a schedule, under Prefect."""
