"""What people read: the plan with its proofs, shortages and lists as one page."""
