"""What the command line and the worker both do: bring old documents in, write documents, find minutes by address."""
