"""Which files the project has, and which of them have changed."""

from __future__ import annotations

import subprocess

from builder.base.bootstrap import ROOT


def files(whole: bool) -> list[str]:
    """Return all files of the project, or those that have changed since the last commit.

    All as well where git can't tell: in a copy without its history, or on a machine without git.
    """
    listed = ["ls-files"] if whole else ["diff", "--name-only", "HEAD"]
    try:
        return [*git(*listed), *git("ls-files", "--others", "--exclude-standard")]
    except (FileNotFoundError, subprocess.CalledProcessError):
        from pathspec import GitIgnoreSpec

        ignored = GitIgnoreSpec.from_lines((ROOT / ".gitignore").read_text("utf-8").splitlines())
        return sorted(ignored.match_tree_files(ROOT, negate=True))


def git(*arguments: str) -> list[str]:
    """Return the lines that git prints."""
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()
