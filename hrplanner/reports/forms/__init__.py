"""Forms of minutes that a country's law or practice names: each a table of parts, and only what no other form has."""
