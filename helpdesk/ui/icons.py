"""The house's own icons: 24 grid, stroke 1.75, drawn in the colour of the text. Always beside a word."""

# Turned around in right-to-left text.
DIRECTIONAL = frozenset({"arrow", "back", "exit"})

ICONS: dict[str, str] = {
    "alert": '<path d="M12 4.5l8.5 15h-17zM12 10.5v4M12 17.2v.1"/>',
    "arrow": '<path d="M5 12h14M13 6l6 6-6 6"/>',
    "back": '<path d="M19 12H5M11 6l-6 6 6 6"/>',
    "book": '<path d="M12 6.5C10 5 7 4.5 4 5v13c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5zM12 6.5v13"/>',
    "calendar": '<rect x="3.5" y="5" width="17" height="15" rx="2"/><path d="M3.5 10h17M8 3v4M16 3v4"/>',
    "chat": '<path d="M4 5.5h16a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-8L7 20.5v-4H4a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1z"/>',
    "check": '<path d="M5 12.5l4.5 4.5L19 7.5"/>',
    "child": '<circle cx="12" cy="7" r="3.5"/><path d="M5.5 20.5c0-4 2.9-6.5 6.5-6.5s6.5 2.5 6.5 6.5"/>',
    "circle": '<circle cx="12" cy="12" r="8"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.2l3.5 2"/>',
    "cross": '<path d="M6.5 6.5l11 11M17.5 6.5l-11 11"/>',
    "down": '<path d="M6 9l6 6 6-6"/>',
    "exit": '<path d="M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4M15 8l4 4-4 4M19 12H9"/>',
    "eye": '<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/>'
    '<circle cx="12" cy="12" r="2.75"/>',
    "family": '<circle cx="8.5" cy="7" r="3"/><circle cx="17" cy="10.5" r="2.2"/>'
    '<path d="M2.5 19.5c0-3.8 2.6-6 6-6s6 2.2 6 6M14.5 15.7c.7-.5 1.6-.7 2.5-.7 2.5 0 4.5 1.7 4.5 4.5"/>',
    "flag": '<path d="M6 21V4M6 5h11l-2 4 2 4H6"/>',
    "globe": '<circle cx="12" cy="12" r="8.5"/>'
    '<path d="M3.5 12h17M12 3.5c2.5 2.5 3.5 5.3 3.5 8.5s-1 6-3.5 8.5c-2.5-2.5-3.5-5.3-3.5-8.5s1-6 3.5-8.5z"/>',
    "half": '<circle cx="12" cy="12" r="8"/><path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor"/>',
    "hand": '<path d="M8 12V6.5a1.5 1.5 0 0 1 3 0V11M11 10.5v-5a1.5 1.5 0 0 1 3 0V11M14 11V7a1.5 1.5 0 0 1 3 0v7.5'
    'c0 3.6-2.2 6-5.5 6-2.6 0-4-1.2-5.2-3.4L4.2 13.4c-.7-1.3.9-2.5 2-1.5L8 13.7"/>',
    "home": '<path d="M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-5.5h4V20"/>',
    "key": '<circle cx="8" cy="12" r="4"/><path d="M12 12h9M17.5 12v3.5M20.5 12v2.5"/>',
    "list": '<path d="M8.5 6.5h11M8.5 12h11M8.5 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1"/>',
    "lock": '<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8.5 11V8a3.5 3.5 0 0 1 7 0v3"/>',
    "mail": '<rect x="3" y="5.5" width="18" height="13" rx="2"/><path d="M3.5 7l8.5 6 8.5-6"/>',
    "more": '<path d="M5 12h.01M12 12h.01M19 12h.01"/>',
    "note": '<path d="M5 3.5h14v11l-5.5 6H5zM13.5 20.5v-6H19M8.5 8h7M8.5 11.5h4"/>',
    "passport": '<rect x="5" y="3.5" width="14" height="17" rx="2"/>'
    '<circle cx="12" cy="10" r="3"/><path d="M9 16.5h6"/>',
    "pen": '<path d="M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5"/>',
    "people": '<circle cx="9" cy="8" r="3"/>'
    '<path d="M3 19c0-3.5 2.5-5.5 6-5.5s6 2 6 5.5M15.5 5.3a3 3 0 0 1 0 5.4M17.5 14c2.2.6 3.5 2.3 3.5 5"/>',
    "phone": '<path d="M6 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 6 6l1.5-2 4.5 1.5v3a2 2 0 0 1-2.2 2'
    'A16.5 16.5 0 0 1 4 5.7 2 2 0 0 1 6 3.5z"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "print": '<path d="M7 9V4h10v5M7 17H4.5v-6.5A1.5 1.5 0 0 1 6 9h12a1.5 1.5 0 0 1 1.5 1.5V17H17M7 14h10v6.5H7z"/>',
    "purse": '<path d="M4 8.5A2.5 2.5 0 0 1 6.5 6H18v3M4 8.5V17a2 2 0 0 0 2 2h13a1 1 0 0 0 1-1v-8a1 1 0 0 0-1-1H4.5'
    'M16.5 14h.1"/>',
    "question": '<circle cx="12" cy="12" r="8.5"/>'
    '<path d="M9.5 9.7a2.6 2.6 0 1 1 3.6 2.4c-.7.3-1.1.8-1.1 1.6v.3M12 16.8v.1"/>',
    "quote": '<path d="M10 7H5v6h5zM10 13c0 2.5-1.5 4-4 4.5M19 7h-5v6h5zM19 13c0 2.5-1.5 4-4 4.5"/>',
    "scale": '<path d="M12 4v16M8 20h8M5 7h14M5 7l-2.5 6.5a2.8 2.8 0 0 0 5 0zM19 7l-2.5 6.5a2.8 2.8 0 0 0 5 0z"/>',
    "school": '<path d="M2.5 9.5L12 5l9.5 4.5L12 14zM6.5 11.5V16c1.5 1.5 3.3 2.2 5.5 2.2s4-.7 5.5-2.2v-4.5'
    'M21.5 9.5v5"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5L20.5 20.5"/>',
    "shield": '<path d="M12 3.5l7.5 2.7v5.3c0 4.5-3 7.7-7.5 9-4.5-1.3-7.5-4.5-7.5-9V6.2z"/>',
    "split": '<circle cx="6.5" cy="8" r="2.7"/><circle cx="17.5" cy="8" r="2.7"/>'
    '<path d="M2 18.5c0-3.2 2-5 4.5-5s4.5 1.8 4.5 5M13 18.5c0-3.2 2-5 4.5-5s4.5 1.8 4.5 5M12 4v2M12 9v2"/>',
    "work": '<rect x="3" y="8" width="18" height="11.5" rx="2"/><path d="M9 8V6a1.5 1.5 0 0 1 1.5-1.5h3'
    'A1.5 1.5 0 0 1 15 6v2M3 13h18"/>',
}

# The picture beside a choice: who asks, and what it is about.
ICON_OF: dict[str, str] = {
    "kind": "child",
    "ouder": "family",
    "werkt": "work",
    "advocaat": "scale",
    "anders": "chat",
    "kindermishandeling": "shield",
    "jeugdhulp": "home",
    "familierecht": "split",
    "migratie": "passport",
    "jeugdstrafrecht": "scale",
    "uitbuiting": "hand",
    "onderwijs": "school",
    "discriminatie": "people",
    "privacy": "eye",
    "armoede": "purse",
    "": "question",
}
