"""What runs beside `nn` in the browser: cells, figures and checks, and the bridge to the page."""
