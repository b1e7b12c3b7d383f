"""The counselors' pages of programs, and the calendar file of one; printed sheets are `render/print/programs.py`."""
