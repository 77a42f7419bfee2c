"""A Word file that came back: what somebody changed, added and asked, block by block. It takes nothing over."""
