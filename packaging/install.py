"""`python3 install.py [FOLDER]`: hrplanner from the wheels beside this file, without a network and without a password.

The standard library only. FOLDER is where it goes; ~/hrplanner where none is named. To remove it, delete the folder.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
NEEDED = 550_000_000  # bytes; 468 million were measured after installing on Debian 12, the rest is for the way there


def main(arguments: list[str]) -> int:
    """Make an environment, fill it from the wheels by hash, and say how the program is started."""
    needed = (HERE / "python-version.txt").read_text(encoding="utf-8").strip()
    running = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if running != needed:
        print(f"These wheels are for Python {needed}; this is Python {running}. Try: python{needed} install.py")
        return 3
    folder = Path(arguments[0]).expanduser() if arguments else Path.home() / "hrplanner"
    older = (folder / "pyvenv.cfg").is_file()
    if not older and folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        print(f"{folder} is there already and holds something else. Name another folder: python3 install.py FOLDER")
        return 3
    if not older and (left := space_left(folder)) < NEEDED:
        print(f"{NEEDED // 1_000_000} MB are needed for {folder}, and {left // 1_000_000} MB are left on that disk.")
        return 3
    if subprocess.run([sys.executable, "-m", "venv", str(folder)], check=False).returncode:
        print(f"No environment could be made in {folder}. On Debian and Ubuntu the package python3-venv is needed.")
        return 3
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    command = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index"]
    command += ["--find-links", str(HERE / "wheels"), "--require-hashes", "-r", str(HERE / "requirements.txt")]
    if subprocess.run(command, check=False, env={**os.environ, "PIP_CONFIG_FILE": os.devnull}).returncode:
        print("The wheels could not be installed; what pip says is above.")
        return 3
    print(f"{'The version that was there is replaced' if older else 'Done'}. Start it with: {programs / 'hrplanner'}")
    return 0


def space_left(folder: Path) -> int:
    """Bytes left on the disk where the folder will be."""
    return shutil.disk_usage(next(place for place in (folder, *folder.absolute().parents) if place.exists())).free


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
