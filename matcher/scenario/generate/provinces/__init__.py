"""Years between many counties of many provinces."""
