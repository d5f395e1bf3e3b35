"""How a member comes in: password, second factor, sessions."""
