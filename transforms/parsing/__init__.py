"""The spaCy model, and the syntax that the tables read off its parse."""
