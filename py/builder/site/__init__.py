"""The whole of dist/: pages and assets put together, links checked."""
