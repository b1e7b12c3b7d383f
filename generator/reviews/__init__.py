"""Reviews: who read a module, which words they read, and whether those are the words of today.

`text` says what a reviewer signs and its digest, `seal` closes an entry, `read` reads the sign-off files and finds what
is wrong in them, `standing` says where a module stands, `due` when it should be looked at again. `sign`, `start` and
`status` are the three commands without their terminal.
"""
