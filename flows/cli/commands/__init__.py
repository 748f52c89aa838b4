"""The commands of newslake, a file each."""
