"""Plans for patients: which lessons somebody should read, as one short code, and what that person did of them.

`codes` writes and reads the code, `assign` makes a plan of what a counselor names, and prints its slip.
"""
