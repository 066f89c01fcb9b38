"""Asks the outside and returns typed facts; a question without an answer is a fact too."""
