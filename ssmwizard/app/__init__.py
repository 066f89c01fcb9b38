"""The use-cases: inspect, repair, bundle; what the window and the command line have in common."""
