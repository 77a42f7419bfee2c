"""Keys, encrypted fields, the gate, the inventory, forgetting. Entered through a room's access module only."""
