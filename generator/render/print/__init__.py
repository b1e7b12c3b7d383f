"""The printed sheets: one file a kind of sheet, and what they share."""
