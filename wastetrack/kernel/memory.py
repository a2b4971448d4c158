"""What a long-lived process keeps: the garbage collector does not walk it again and again."""

import gc


def keep_what_is_loaded() -> None:
    """Call once when a process has loaded all it serves with.

    Modules, tables and templates live as long as the process. A full collection walks them all in
    the middle of a page or a sweep (about 0.1 s) and finds nothing.
    """
    gc.collect()
    gc.freeze()
