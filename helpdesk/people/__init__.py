"""Who stands around a child: roles, interests, names that sound alike, conflicts, and who may be told what.

Pure rules over values that somebody else opened. Nothing of it is stored here, and no hash of a name anywhere.
"""
