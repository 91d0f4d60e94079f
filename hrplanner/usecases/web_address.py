"""The office's own web address, which stands on its papers only where the office wants it; nothing here opens it."""

import re
from dataclasses import replace

from hrplanner.model.errors import Refused
from hrplanner.model.office import Office

LONGEST = 48  # characters, so that the code with the facts and the foot of a page keep their room
_ADDRESS = re.compile(r"https?://([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*(/[A-Za-z0-9._~/-]*)?")


def with_web_address(office: Office, text: str) -> Office:
    """The office with this address, or with none where the text is empty; refuses `not_a_web_address`.

    No user, no port, no question and no place within a page: an address that people are to trust is plain.
    """
    typed = text.strip()
    if not typed:
        return replace(office, web_address=None)
    scheme, _, rest = typed.rpartition("://")
    host, slash, path = rest.partition("/")
    address = f"{(scheme or 'https').lower()}://{host.lower()}{slash}{path}"
    if len(address) > LONGEST or _ADDRESS.fullmatch(address) is None:
        raise Refused("not_a_web_address", most=LONGEST)
    return replace(office, web_address=address)
