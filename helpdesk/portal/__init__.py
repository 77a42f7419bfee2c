"""The asker comes back with her code. One address, all steps by POST; her key travels in a sealed cookie."""
