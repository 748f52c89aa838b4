"""A page of charts and tables about a run or a period, to send and to print."""
