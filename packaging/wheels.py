"""The offline bundle: every package as a wheel, the list of their hashes, and one script that installs them."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def bundle(root: Path, folder: Path) -> Path:
    """Fill the folder for the Python and the system that run this; a later Python needs a bundle of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    store = folder / "wheels"
    pip(root, "download", "--require-hashes", "--only-binary", ":all:", "--no-deps", "--dest", store,
        "--requirement", HERE / "requirements.lock")  # fmt: skip
    pip(root, "wheel", "--no-build-isolation", "--no-deps", "--wheel-dir", store, root)
    own = next(store.glob("hrplanner-*.whl"))
    digest = hashlib.sha256(own.read_bytes()).hexdigest()
    pins = (HERE / "requirements.lock").read_text(encoding="utf-8")
    listed = f"{pins}hrplanner=={own.name.split('-')[1]} \\\n    --hash=sha256:{digest}\n"
    (folder / "requirements.txt").write_text(listed, encoding="utf-8", newline="\n")
    (folder / "python-version.txt").write_text(f"{sys.version_info.major}.{sys.version_info.minor}\n", encoding="utf-8")
    shutil.copy(HERE / "install.py", folder)
    return folder


def pip(root: Path, *words: str | Path) -> None:
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    command = [sys.executable, "-m", "pip", str(words[0]), *quiet, *map(str, words[1:])]
    subprocess.run(command, cwd=root, check=True)
