"""What each command does. A command asks use cases and answers with an `Outcome`; it prints nothing itself."""

import argparse
import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

from hrplanner.cli.answers import Outcome, finding_data, finding_line, verification_data
from hrplanner.cli.care import backups, doctor
from hrplanner.cli.codes import codes_in_use
from hrplanner.cli.copies import merge
from hrplanner.cli.exit_codes import DONE, NOT_IN_ORDER, REFUSED
from hrplanner.cli.names import stem_of, suffix_of
from hrplanner.cli.privacy_commands import privacy
from hrplanner.cli.proof_commands import key, known_here, minutes, passphrase, public_keys
from hrplanner.cli.rule_commands import rules
from hrplanner.cli.seal_commands import made_sealed, seal_
from hrplanner.cli.sharing import review, share_
from hrplanner.cli.taking_out import export, import_whole_book
from hrplanner.cli.year_command import protect, year
from hrplanner.model.errors import Refused
from hrplanner.model.minutes import PrintOrder, form_of
from hrplanner.model.office import Office, new_office
from hrplanner.model.rules.office_rules import rules_of
from hrplanner.model.rules.verdicts import Finding, Verdict
from hrplanner.usecases.checking import check_book
from hrplanner.usecases.importing import import_file
from hrplanner.usecases.ports import Tools
from hrplanner.usecases.practice import PRACTICE_SESSION, practice_key, practice_town
from hrplanner.usecases.printing import check_order, print_document
from hrplanner.usecases.rule_files import with_pack
from hrplanner.usecases.signing import keys_known_here, open_key
from hrplanner.usecases.verifying import Answer, verify
from hrplanner.viewmodels.importing import restricted_said
from hrplanner.viewmodels.printing import replaced_line
from hrplanner.viewmodels.verifying import verification_lines
from hrplanner.words.almanac import CountryAlmanac
from hrplanner.words.catalog import Catalog
from hrplanner.words.refusals.explain import explain_row

Command = Callable[[argparse.Namespace, Tools, Catalog], Outcome]


def new(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """An empty book."""
    country = asked.country.lower() if asked.country else None
    if country is not None and not tools.is_country(country):
        raise Refused("unknown_country", country=asked.country)
    path = Path(asked.file)
    office = new_office(name=asked.name or stem_of(path), country=country, language=asked.language)
    office = with_pack(office, tools.rule_pack(country))
    if asked.seal:
        return made_sealed(asked, tools, catalog, office)
    tools.create_book(path, office).close()
    data = {"file": str(path), "country": country, "language": asked.language, "rules": len(office.rules)}
    return Outcome(data=data, lines=(catalog.say("Made {file}.", file=str(path)),))


def import_(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """Rows of another file, in one transaction."""
    mapping = Path(asked.map) if asked.map else None
    whole = tools.read_whole_book(Path(asked.source)) if mapping is None else None
    if whole is not None:
        return import_whole_book(asked, tools, catalog, whole)
    book = tools.open_book(Path(asked.file))
    try:
        report = import_file(book, tools.open_source, Path(asked.source), mapping=mapping, rehearse=asked.dry_run)
    finally:
        book.close()
    counted = catalog.say(
        "{new} new, {changed} changed, {duplicate} known already, {refused} refused.",
        new=report.new,
        changed=report.changed,
        duplicate=report.duplicate,
        refused=len(report.refused),
    )
    unchanged = (catalog.say("Nothing was changed."),) if asked.dry_run else ()
    refused = tuple(
        catalog.say(
            "Line {line}, {column}: {why}",
            line=one.line,
            column=one.column or "-",
            why=explain_row(catalog, one.code, {}),
        )
        for one in report.refused
    )
    held = restricted_said(catalog, report)
    return Outcome(
        code=DONE if report.taken else REFUSED, data=report.as_record(), lines=(counted, *unchanged, *held, *refused)
    )


def check(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """Findings of one session or of all; 1 where a rule is not met."""
    book = tools.open_book(Path(asked.file), read_only=True)
    try:
        findings = check_book(book, asked.session, almanac=CountryAlmanac(book.office().country), today=today())
        nothing = "" if findings else _why_nothing(book.office(), catalog)
    finally:
        book.close()
    return _findings(findings, catalog, nothing)


def print_(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """One printout, whole or not at all."""
    out = Path(asked.out)
    book = tools.open_book(Path(asked.file))
    try:
        order = PrintOrder(
            document=asked.document,
            language=asked.language or book.office().paper_language,
            reader=asked.reader,
            form=asked.form or form_of(book.office().country),
            paper=asked.paper,
            draft=asked.draft,
            large=asked.large_type,
            file=suffix_of(out),
        )
        check_order(order)
        tools.check_target(out)
        session = book.session(asked.session)
        signer = open_key(tools.key_shelf(), book.office(), passphrase(asked, catalog)) if asked.sign else None
        printed = print_document(
            book,
            tools.press(),
            session,
            order,
            deliver=lambda pdf: tools.staged(out, pdf),
            signer=signer,
            reason=asked.reason,
        )
    finally:
        book.close()
    version = printed.version.version if printed.version else None
    said = (
        catalog.say("Printed a draft, without a code, to {file}.", file=str(out))
        if version is None
        else catalog.say("Printed version {version} to {file}.", version=version, file=str(out))
    )
    data = {
        "out": str(out),
        "document": order.document,
        "language": order.language,
        "version": version,
        "draft": version is None,
        "replaced": list(printed.replaced),
    }
    lost = replaced_line(catalog, printed)
    return Outcome(data=data, lines=(said, *((lost,) if lost else ())))


def verify_(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """One word and why; 1 for any answer but genuine."""
    keys = public_keys(tools, asked.key) if asked.key else ()
    evidence = tools.read_paper(asked.source)
    if asked.know:
        return known_here(evidence, tools, catalog)
    keys = (*keys, *keys_known_here(tools.key_shelf()))
    book = tools.open_book(Path(asked.file), read_only=True) if asked.file else None
    try:
        found = verify(evidence, book, keys)
    finally:
        if book is not None:
            book.close()
    lines = verification_lines(catalog, found)
    code = DONE if found.answer is Answer.GENUINE else NOT_IN_ORDER
    data = verification_data(found)
    data["reason"]["text"] = lines[0]
    return Outcome(code=code, data=data, lines=lines)


def demo(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """The practice town: its book, its findings, its two printouts."""
    folder = Path(asked.out)
    tools.make_folder(folder)
    path = folder / "practice.hrplan"
    book = practice_town(tools, path)
    try:
        findings = check_book(book, almanac=CountryAlmanac(book.office().country), today=today())
        press, session, signer = tools.press(), book.session(PRACTICE_SESSION), practice_key(book)
        papers = {}
        for document in ("summary", "minutes"):
            order = PrintOrder(document=document, language=book.office().paper_language)
            papers[document] = folder / f"{document}.pdf"
            tools.write_file(papers[document], print_document(book, press, session, order, signer=signer).content)
    finally:
        book.close()
    told = _findings(findings, catalog)
    data = {"file": str(path), **{name: str(paper) for name, paper in papers.items()}, **told.data}
    lines = (*told.lines, *(catalog.say("Made {file}.", file=str(one)) for one in (path, *papers.values())))
    return Outcome(data=data, lines=lines)


def codes(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """The codes in use, for programs that write or read our files."""
    del asked, tools, catalog
    data = codes_in_use()
    lines = tuple(line for family, known in data.items() for line in (f"{family}:", *(f"  {one}" for one in known)))
    return Outcome(data=data, lines=lines)


def today() -> dt.date:
    """The day of this computer."""
    return dt.datetime.now().astimezone().date()


def _why_nothing(office: Office, catalog: Catalog) -> str:
    """Why there is nothing to check, and what now."""
    if not office.rules:
        return catalog.say("This book has no rules yet. Add some: hrplanner rules FILE add PACK.toml")
    if not any(rule.on for rule in rules_of(office).values()):
        return catalog.say("All rules of this book are switched off. See them with hrplanner rules FILE list.")
    return catalog.say("There is nothing to check: the book has no session yet.")


def _findings(findings: list[Finding], catalog: Catalog, nothing: str = "") -> Outcome:
    unmet = any(one.verdict is Verdict.NOT_MET for one in findings)
    data = {"findings": [finding_data(catalog, one) for one in findings]}
    lines = tuple(finding_line(catalog, one) for one in findings) or (nothing,)
    return Outcome(code=NOT_IN_ORDER if unmet else DONE, data=data, lines=lines)


BY_NAME: Mapping[str, Command] = {
    "new": new,
    "import": import_,
    "rules": rules,
    "check": check,
    "print": print_,
    "verify": verify_,
    "minutes": minutes,
    "key": key,
    "demo": demo,
    "merge": merge,
    "seal": seal_,
    "privacy": privacy,
    "export": export,
    "share": share_,
    "review": review,
    "doctor": doctor,
    "backups": backups,
    "codes": codes,
    "year": year,
    "protect": protect,
}
