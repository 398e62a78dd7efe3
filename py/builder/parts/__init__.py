"""What pages load that is not a page: pinned packages, packs for Python, the models."""
