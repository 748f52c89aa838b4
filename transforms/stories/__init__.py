"""Find the articles that are copies of one another: the same words, nearly the same, or a part of them."""
