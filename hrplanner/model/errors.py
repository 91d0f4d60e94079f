"""The two ways in which something can be said no to, as codes without words; `words` turns them into sentences."""


class Refused(Exception):
    """The rules of the record say no; nothing was changed."""

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class FileProblem(Exception):
    """The world says no: disk, medium, a file that is not what it seems; nothing was changed."""

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
