"""The development server, and open pages that follow every change."""
