"""`python -m wastetrack.cli`: the same as the console script."""

from wastetrack.cli.main import main

main()
