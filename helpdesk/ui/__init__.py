"""What every page shares: base templates, components, style, script and the public words."""
