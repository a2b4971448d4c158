"""What an actor may do: one policy table, one scope, deny by default."""
