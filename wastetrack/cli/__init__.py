"""The command line's door: one file per group of commands, each a thin call of an action."""
