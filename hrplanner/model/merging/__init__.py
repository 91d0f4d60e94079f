"""Two copies of one book become one: what each copy knew, what a row is after both, and numbers given twice.

Everything here is a pure function of the set of entries, so that it does not matter who merges into whom, in which
order, or how often. Which entries there are, and how they are written, is the business of `storage`.
"""
