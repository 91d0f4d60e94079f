"""What stands in the way of taking a rule from a rule file."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import N_

SENTENCES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "unknown_rule_field": (
            N_("The rule “{rule}” was not taken."),
            N_("It has the line “{field}”, which is not known here, and half a rule could give a wrong verdict."),
            N_("Look for a spelling mistake in the rule file, or take the line out. No rule was added."),
        ),
        "rule_field_missing": (
            N_("The rule “{rule}” was not taken."),
            N_("It has no “{field}”, and without it nobody can say when the rule is met."),
            N_("Add the line “{field}” to the rule file and add the file again. No rule was added."),
        ),
        "rule_field_not_understood": (
            N_("The rule “{rule}” was not taken."),
            N_("Its “{field}” says “{value}”, which is none of the words that can stand there."),
            N_("Correct the line in the rule file and add the file again. No rule was added."),
        ),
        "rule_file_missing": (
            N_("No rule was added."),
            N_("No rule file was named."),
            N_("Name one after add, as in “hrplanner rules book.hrplan add np.toml”."),
        ),
        "no_rules_in_file": (
            N_("No rule was added."),
            N_("The file has no part that begins with [[rule]]."),
            N_("Choose a rule file. One ships with the program for each country it knows."),
        ),
        "no_strata_in_file": (
            N_("No rule was added."),
            N_("The file does not have the columns category, name, min and max."),
            N_("Choose a list of strata, or a rule file in TOML."),
        ),
        "not_toml": (
            N_("The rule file could not be read."),
            N_("It is not written as TOML: {problem}."),
            N_("Correct that line and add the file again. No rule was added."),
        ),
        "toml_too_deep": (
            N_("The file could not be read."),
            N_("A number in it is far too long, or a list stands in too many other lists."),
            N_("Take that line out and try again. Nothing was changed."),
        ),
        "rule_file_part_unknown": (
            N_("No rule was added."),
            N_("The file has “{key}” beside its rules, which this program does not know."),
            N_("Look for a spelling mistake: every rule begins with [[rule]]. Then add the file again."),
        ),
        "rule_hidden_mark": (
            N_("The rule “{rule}” was not taken."),
            N_("Its “{field}” holds a mark that cannot be seen, or that turns the direction of writing."),
            N_("Type that line anew in the rule file and add the file again. No rule was added."),
        ),
        "rule_twice_in_file": (
            N_("No rule was added."),
            N_("The rule “{rule}” stands twice in the file, and it is not clear which one counts."),
            N_("Take one of them out, or give it another id, and add the file again."),
        ),
        "rule_within_unknown": (
            N_("The rule “{rule}” was not taken."),
            N_("It is a share of those that the rule “{within}” counts, and there is no such rule."),
            N_("Add that rule first, or in the same file. No rule was added."),
        ),
        "rule_within_itself": (
            N_("The rule “{rule}” was not taken."),
            N_("It looks at the rule “{within}”, which leads back to it, so that neither could be worked out."),
            N_("Let one of them stand on its own, and add the file again."),
        ),
        "rule_nested_too_deep": (
            N_("The rule “{rule}” was not taken."),
            N_("It is a share of a share of a share, more than {most} times."),
            N_("Let it stand in fewer other rules, and add the file again."),
        ),
        "unknown_year": (
            N_("The table was not printed."),
            N_("The book has no session in the budget year “{year}”."),
            N_("Years are written as 2083/84, 2026-27 or 2026, as the country does; leave it out for the last one."),
        ),
        "smallest_too_small": (
            N_("The smallest count was not changed."),
            N_("People are protected by at least {usual}, and {sensitive} for disability and ethnicity."),
            N_("Give numbers that are not smaller than these."),
        ),
        "own_rule_of_nobody": (
            N_("The rule is not complete."),
            N_("It does not say who is counted."),
            N_("Choose a group."),
        ),
        "own_rule_number": (
            N_("The rule is not complete."),
            N_("“{text}” is not a whole number."),
            N_("Type the number in digits."),
        ),
        "unknown_rule": (
            N_("There is no rule “{rule}” in this book."),
            N_("Rules are known by their id, which is written in the rule file."),
            N_("Look it up with hrplanner rules FILE list."),
        ),
        "switch_needs_two_names": (
            N_("The rule “{rule}” was not switched."),
            N_(
                "Whether a rule holds is answered for by the focal point and the secretary, and both names are printed."
            ),
            N_("Give both names."),
        ),
        "confirming_needs_a_name": (
            N_("The rule “{rule}” was not confirmed."),
            N_("It has to be known who says that the rule holds here."),
            N_("Give the name or the office."),
        ),
        "span_not_understood": (
            N_("The number of days “{span}” was not understood."),
            N_("It is not written as days, clear days, working days or weeks."),
            N_("Write it as “7 days”, “3 clear days”, “14 working days” or “1 week”."),
        ),
        "rule_has_other_text": (
            N_("The rule “{rule}” was not taken."),
            N_("The book has a rule of this id with another text, and findings may already rest on it."),
            N_("Give the new text a new id, and add the file again. No rule was added."),
        ),
        "threshold_is_bare_number": (
            N_("The threshold “{threshold}” was not taken."),
            N_("A bare number does not say whether it is a fraction, a percentage or a number of people."),
            N_("Write it as a fraction such as 1/3, or as a percentage such as 33 %, exactly as the source has it."),
        ),
        "threshold_not_understood": (
            N_("The threshold “{threshold}” was not understood."),
            N_("It is not a fraction, a percentage or a number of people, nor the smaller or larger of two."),
            N_("Write it as 1/3, as 33 %, as 10, or as min(1/10, 500)."),
        ),
    }
)
