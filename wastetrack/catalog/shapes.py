"""How rows of the catalogue become the frozen facts that other rooms hold."""

from wastetrack.catalog.model import (
    CodeValue,
    Division,
    Exemption,
    IndustryTemplate,
    LawBasis,
    Waste,
)
from wastetrack.catalog.rules import hazards, parse_levels, parse_limit
from wastetrack.catalog.terms import (
    CodeFact,
    DivisionFact,
    ExemptionFact,
    Rule,
    TemplateFact,
    WasteFact,
)


def waste_fact(row: Waste) -> WasteFact:
    letters, separator = hazards(row.hazard_properties)
    return WasteFact(
        edition=row.edition,
        code=row.waste_code,
        category_code=row.category_code,
        category_name=row.category_name,
        industry=row.industry,
        description=row.description,
        hazards=row.hazard_properties,
        letters=letters,
        separator=separator,
    )


def identified_fact(code: str, sample: WasteFact) -> WasteFact:
    """900-000-×× in the category of a listed code; its properties come from the identification."""
    return WasteFact(
        edition=sample.edition,
        code=code,
        category_code=sample.category_code,
        category_name=sample.category_name,
        industry="非特定行业",
        description="经鉴别具有危险特性的固体废物",
        hazards="",
        identified=True,
    )


def exemption_fact(row: Exemption) -> ExemptionFact:
    return ExemptionFact(
        item_no=row.item_no,
        waste_code=row.waste_code,
        scope=row.scope,
        waste=row.waste,
        stage=row.stage,
        condition=row.condition,
        content=row.content,
    )


def division_fact(row: Division) -> DivisionFact:
    return DivisionFact(**row.model_dump(exclude={"coordinate_source"}))


def code_fact(row: CodeValue) -> CodeFact:
    return CodeFact(**row.model_dump(exclude={"position"}))


def template_fact(row: IndustryTemplate) -> TemplateFact:
    return TemplateFact(**row.model_dump(exclude={"position"}))


def rule_fact(row: LawBasis) -> Rule:
    limit, month = parse_limit(row.unit, row.limit_text)
    return Rule(
        **row.model_dump(exclude={"limit_text", "levels"}),
        limit=limit,
        month=month,
        levels=parse_levels(row.levels),
    )
