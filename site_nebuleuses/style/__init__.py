"""The page of `/style/`, in development only: every component in every state, drawn from stand-ins."""
