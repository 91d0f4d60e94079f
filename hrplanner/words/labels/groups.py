"""Names of groups and of the dimensions they stand in; a country's own name for a group is a context of its own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import NC_

DIMENSIONS: Mapping[str, str] = MappingProxyType(
    {
        "sex": NC_("dimension", "Sex"),
        "age": NC_("dimension", "Age"),
        "disability": NC_("dimension", "Disability"),
        "indigenous": NC_("dimension", "Indigenous peoples"),
        "caste": NC_("dimension", "Caste and community"),
        "religion": NC_("dimension", "Religion"),
        "language": NC_("dimension", "Language"),
        "poverty": NC_("dimension", "Home and land"),
        "livelihood": NC_("dimension", "Work"),
        "movement": NC_("dimension", "Migration and displacement"),
        "care": NC_("dimension", "Family and care"),
        "hazard": NC_("dimension", "Hit by a hazard or a project"),
        "organisation": NC_("dimension", "Organisations"),
        "leaders": NC_("dimension", "Community leaders"),
    }
)

GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "women": NC_("group", "Women"),
        "men": NC_("group", "Men"),
        "another_gender": NC_("group", "Another gender"),
        "persons_with_disabilities": NC_("group", "Persons with disabilities"),
        "indigenous": NC_("group", "Indigenous peoples"),
        "moro": NC_("group", "Moro"),
        "dalit": NC_("group", "Dalit"),
        "janajati": NC_("group", "Janajati"),
        "madhesi": NC_("group", "Madhesi"),
        "tharu": NC_("group", "Tharu"),
        "scheduled_caste": NC_("group", "Scheduled Castes"),
        "scheduled_tribe": NC_("group", "Scheduled Tribes"),
        "other_backward_class": NC_("group", "Other Backward Classes"),
        "religious_minority": NC_("group", "Religious minorities"),
        "muslim": NC_("group", "Muslim"),
        "language_minority": NC_("group", "Language minorities"),
        "poor_households": NC_("group", "Poor households"),
        "informal_settlers": NC_("group", "Informal settlers"),
        "landless": NC_("group", "Landless"),
        "urban_poor": NC_("group", "Urban poor"),
        "small_farmers": NC_("group", "Small farmers"),
        "fishers": NC_("group", "Fishing families"),
        "artisans": NC_("group", "Artisans"),
        "informal_workers": NC_("group", "Informal workers"),
        "street_vendors": NC_("group", "Street vendors"),
        "domestic_workers": NC_("group", "Domestic workers"),
        "migrant_workers": NC_("group", "Migrant workers"),
        "migrants": NC_("group", "Migrants"),
        "returnees": NC_("group", "Returnees"),
        "displaced": NC_("group", "Displaced people"),
        "refugees": NC_("group", "Refugees"),
        "stateless": NC_("group", "Stateless people"),
        "carers": NC_("group", "Carers"),
        "solo_parents": NC_("group", "Single parents"),
        "female_headed_households": NC_("group", "Households headed by women"),
        "hazard_affected": NC_("group", "People hit by a hazard"),
        "project_affected": NC_("group", "People affected by the project"),
        "womens_organisations": NC_("group", "Women's organisations"),
        "youth_organisations": NC_("group", "Youth organisations"),
        "disability_organisations": NC_("group", "Organisations of persons with disabilities"),
        "indigenous_organisations": NC_("group", "Indigenous peoples' organisations"),
        "workers_organisations": NC_("group", "Workers' organisations"),
        "ngos": NC_("group", "Non-governmental organisations"),
        "customary_leaders": NC_("group", "Customary leaders"),
        "religious_leaders": NC_("group", "Religious leaders"),
        "community_leaders": NC_("group", "Community leaders"),
        "education_leaders": NC_("group", "Teachers and school leaders"),
        "child_protection": NC_("group", "People who look after children's rights"),
    }
)

# How laws and forms of the country call the group, where that is another word than the general one.
GROUPS_OF_COUNTRY: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "np": {
            "indigenous": NC_("group:np", "Adivasi Janajati"),
            "age_60_up": NC_("group:np", "Senior citizens, 60 and over"),
        },
        "in": {
            "indigenous": NC_("group:in", "Adivasi"),
            "age_60_up": NC_("group:in", "Senior citizens, 60 and over"),
        },
        "bd": {
            "indigenous": NC_("group:bd", "Small ethnic groups"),
        },
        "ph": {
            "fishers": NC_("group:ph", "Fisherfolk"),
            "indigenous": NC_("group:ph", "Indigenous cultural communities"),
            "age_60_up": NC_("group:ph", "Senior citizens, 60 and over"),
        },
        "id": {
            "indigenous": NC_("group:id", "Customary law communities"),
        },
    }
)
