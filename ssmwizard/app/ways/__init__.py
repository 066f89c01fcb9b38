"""Ways for a plan out of the program: scripts, templates, and what is handed over to somebody else."""
