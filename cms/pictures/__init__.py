"""Pictures: stripped of what a camera writes into them, drawn in sizes and formats for weak connections, and served."""
