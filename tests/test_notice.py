"""What a page says of how its text came about."""
