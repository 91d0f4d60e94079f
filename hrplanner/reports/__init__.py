"""Paper: from a session to the bytes of a page, and from a page back to its codes and words."""
