"""Checks one program of a stranger within limits: python -m builder.tools.limited LESSON/NAME FILE.

It's `course.check`, whose answer it gives. Where the system can do that, the process gets no more
than this much of time, memory, and disk.
"""

import sys

SECONDS, MEMORY, FILE = 30, 4 << 30, 4 << 20  # of processor time, bytes, bytes of each file


def limit() -> None:
    """Limit this process, and all that it starts; Windows can't."""
    try:
        import resource
    except ImportError:
        return
    limits = {
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_FSIZE: FILE,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in limits.items():
        resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    limit()
    from course.check import main

    sys.exit(main(sys.argv[1:]))
