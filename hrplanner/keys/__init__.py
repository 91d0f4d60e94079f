"""Secrets and signatures: the only room that imports `cryptography`. Where keys are kept is `storage`'s affair."""
