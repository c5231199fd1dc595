"""Texts made to be slow to read: a piece that some rule looks at closely, again and again."""
