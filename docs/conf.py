"""Sphinx configuration: MyST pages in Chinese and English, one search index."""

import logging
from pathlib import Path
from runpy import run_path

VERSION_FILE = Path(__file__).parent.parent / "matcher" / "_version.py"

project = "matcher"
author = "the matcher contributors"
version = release = run_path(str(VERSION_FILE))["__version__"]

extensions = ["myst_parser"]
exclude_patterns = ["_build"]
nitpicky = True

# With zh_CN (and jieba installed) the search indexes Chinese words and English;
# with en a whole Chinese phrase would be one token.
language = "zh_CN"

# It tells every build where it keeps its dictionary.
logging.getLogger("jieba").disabled = True

html_theme = "furo"
html_title = f"matcher {release}"
html_copy_source = False
html_show_copyright = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
