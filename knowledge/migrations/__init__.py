"""The steps from one shape of the knowledge database to the next, run when it is opened."""
