"""The settings of the example, as in production, with each engine that is compared."""
