"""What changed: notes on revisions, releases compared with each other, and what that means for sheets in a drawer."""
