"""Where a book lies is recognised without writing anything."""

from pathlib import Path

import pytest

from hrplanner.model.medium import Medium
from hrplanner.storage.mediums import medium_by_type, medium_of


def test_the_own_disk(tmp_path: Path) -> None:
    assert medium_of(tmp_path / "book.hrplan") is Medium.OWN


@pytest.mark.parametrize("name", ["Dropbox", "OneDrive - Municipality", "Nextcloud", "Google Drive"])
def test_folders_that_are_copied_elsewhere_are_known_by_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "minutes"
    folder.mkdir(parents=True)
    assert medium_of(folder / "book.hrplan") is Medium.SYNCED


@pytest.mark.parametrize("mark", [".dropbox", ".stfolder", ".sync_journal.db"])
def test_and_by_their_marks(tmp_path: Path, mark: str) -> None:
    (tmp_path / mark).touch()
    assert medium_of(tmp_path / "a" / "book.hrplan") is Medium.SYNCED


@pytest.mark.parametrize(
    ("kind", "place", "medium"),
    [
        ("ext4", "/", Medium.OWN),
        ("tmpfs", "/tmp", Medium.OWN),
        ("cifs", "/mnt/office", Medium.SHARE),
        ("nfs4", "/mnt/office", Medium.SHARE),
        ("fuse.sshfs", "/mnt/office", Medium.SHARE),
        ("vfat", "/run/media/maya/STICK", Medium.STICK),
        ("exfat", "/mnt/usb", Medium.STICK),
        ("ext4", "/media/maya/disk", Medium.STICK),
        ("iso9660", "/media/cdrom", Medium.DISC),
    ],
)
def test_by_the_type_of_the_file_system(kind: str, place: str, medium: Medium) -> None:
    assert medium_by_type(Path(place) / "book.hrplan", kind, place) is medium
