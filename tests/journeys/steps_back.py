"""Steps of the way back: the driver leaves the gate with what was refused, the producer has it again."""

from tests.journeys.person import Person


def sends_back(driver: Person, manifest: str, order: str) -> Person:
    """On the consignor's order, which is written down."""
    return driver.opens(manifest).taps_on("退运").types("移出人的退运指令", order).taps_on("退运")


def takes_back(producer: Person, manifest: str) -> Person:
    """Back to where it stood; nothing needs to be filled in."""
    return producer.opens(manifest).taps_on("收回", "收回")


def came_back(producer: Person, drum: str) -> Person:
    """The drum stands in the producer's own store again, free to be called for."""
    return producer.opens("/containers?view=sealed").sees(f"选 {drum}")
