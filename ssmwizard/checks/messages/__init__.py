"""What error messages mean, in words of the program: translated in the window, unlike the data."""
