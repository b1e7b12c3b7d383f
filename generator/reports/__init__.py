"""What a check found, in the form that is asked for: one file a form."""
