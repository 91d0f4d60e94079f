"""Codes into words: what the model, the file and the contract call by a code, as people call it.

Messages here belong to paper and screen alike (the domain "printouts").
"""
