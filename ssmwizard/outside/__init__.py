"""The only doors to AWS, to this computer and to the disk; every call through them is recorded."""
