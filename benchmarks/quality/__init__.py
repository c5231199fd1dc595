"""Quality of each step against the development data, with the floors that must not be lost."""
