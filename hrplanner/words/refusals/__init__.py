"""What people read when something is said no to: what happened, why, what now. A table for each place."""
