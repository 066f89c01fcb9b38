"""ssmwizard finds out why a machine cannot be reached through AWS Session Manager, and heals it."""

__version__ = "0.1.0"
