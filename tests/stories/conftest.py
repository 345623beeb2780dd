"""Let the tests of stories import what stands beside them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # story_making.py, incident_making.py
