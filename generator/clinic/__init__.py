"""What a clinic makes its own: the file clinic.yml with the logo beside it, and a course of its own.

`read` reads the file, `logo` looks the picture through, `display` says where name, logo and numbers may stand, and
`start` copies the shipped course for a clinic and compares the two later.
"""
