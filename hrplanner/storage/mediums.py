"""On what a book lies: this computer's own disk, a stick, a share, a folder that is copied elsewhere by itself.

Known by the file system and by the marks that such programs leave in their folders; nothing is written to find out.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from hrplanner.model.medium import Medium

_SHARES = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "fuse.sshfs", "fuse.rclone", "davfs", "webdav"}
)
_STICKS = frozenset({"vfat", "exfat", "msdos", "fuseblk"})
_DISCS = frozenset({"iso9660", "udf", "squashfs"})
_MARKS = (
    ".dropbox",
    ".dropbox.cache",
    ".sync",
    ".stfolder",
    ".owncloudsync.log",
    ".sync_journal.db",
    ".tmp.drivedownload",
)
_NAMES = ("OneDrive", "Dropbox", "Nextcloud", "ownCloud", "Google Drive", "GoogleDrive", "My Drive", "iCloud Drive")
_REMOVABLE, _REMOTE, _DISC = 2, 4, 5


def medium_of(path: Path) -> Medium:
    """What the file or folder lies on; the own disk where nothing speaks for another."""
    target = path.resolve()
    if _is_synced(target):
        return Medium.SYNCED
    if sys.platform == "win32":
        return _by_drive(target)
    return medium_by_type(target, *_mount_of(target))


def medium_by_type(target: Path, kind: str, place: str) -> Medium:
    """What a file system of this type, mounted here, is."""
    if kind in _SHARES or str(target).startswith("//"):
        return Medium.SHARE
    if kind in _DISCS:
        return Medium.DISC
    if kind in _STICKS or place.startswith(("/media/", "/run/media/", "/Volumes/")):
        return Medium.STICK
    return Medium.OWN


def _is_synced(target: Path) -> bool:
    told = {os.path.normcase(value) for name in ("OneDrive", "OneDriveCommercial") if (value := os.environ.get(name))}
    for folder in target.parents:
        if os.path.normcase(folder) in told or folder.name.startswith(_NAMES):
            return True
        if any((folder / mark).exists() for mark in _MARKS):
            return True
    return False


def _mount_of(target: Path) -> tuple[str, str]:
    """The type of the file system and where it is mounted, by the table of the system; nothing where it has none."""
    try:
        lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return "", next((str(one) for one in target.parents if str(one.parent) == "/Volumes"), "")
    best = ("", "")
    for line in lines:
        before, _, after = line.partition(" - ")
        place = before.split(" ")[4].encode().decode("unicode_escape", errors="replace")
        within = target == Path(place) or Path(place) in target.parents
        if within and len(place) >= len(best[1]):
            best = (after.split(" ")[0], place)
    return best


if sys.platform == "win32":

    def _by_drive(target: Path) -> Medium:
        if str(target).startswith("\\\\"):
            return Medium.SHARE
        kind = ctypes.windll.kernel32.GetDriveTypeW(f"{target.drive}\\")
        return {_REMOVABLE: Medium.STICK, _REMOTE: Medium.SHARE, _DISC: Medium.DISC}.get(kind, Medium.OWN)
