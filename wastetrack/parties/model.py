"""Tables of the parties: unit, site, facility, partition, licence, vehicle, crew, stream, file."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from wastetrack.kernel.schema import Json, Row, Subject, stored
from wastetrack.parties.fields import (
    CrewFields,
    FacilityFields,
    LicenceFields,
    PartitionFields,
    SiteFields,
    StreamFields,
    VehicleFields,
)
from wastetrack.parties.terms import LicenceState, ManagementClass, UnitState


class Unit(Subject, table=True):
    """A unit 单位 with its 统一社会信用代码; it may be of several kinds at once."""

    __table_args__ = (Index(None, "state", "id"),)

    credit_code: str = Field(max_length=18, unique=True)
    # why a code that fails the GB 32100 check was kept
    code_reason: str | None = Field(default=None, max_length=200)
    name: str = Field(max_length=120)
    search: str = Field(default="", max_length=300)
    kinds: list[str] = Field(sa_type=Json)
    industry: str = Field(default="其他", max_length=40)
    phone: str = Field(max_length=20)
    state: UnitState = Field(sa_type=stored(UnitState))
    state_reason: str | None = Field(default=None, max_length=500)
    province_code: str = Field(default="33", max_length=2)
    # expected yearly mass at registration, grams: decides the class until history does
    expected_g: int | None = Field(default=None, sa_type=BigInteger)
    invented: bool = False  # demo data, marked on screen


class Site(SiteFields, Subject, table=True):
    """A place of work; roles, clocks, plans and classes are counted per site."""

    __table_args__ = (Index(None, "unit_id"), Index(None, "division_code"))

    unit_id: UUID = Field(foreign_key="unit.id")
    management_class: ManagementClass = Field(
        default=ManagementClass.REGISTERED, sa_type=stored(ManagementClass)
    )
    # document by which the city adjusted the class (HJ 1259 §4.2.2); None: by the amounts
    class_document: str | None = Field(default=None, max_length=200)
    is_hospital: bool = False


class Facility(FacilityFields, Subject, table=True):
    __table_args__ = (UniqueConstraint("site_id", "code"),)

    site_id: UUID = Field(foreign_key="site.id")
    capacity_g: int | None = Field(default=None, sa_type=BigInteger)
    active: bool = True


class Partition(PartitionFields, Subject, table=True):
    __table_args__ = (Index(None, "facility_id"),)

    facility_id: UUID = Field(foreign_key="facility.id")
    capacity_g: int | None = Field(default=None, sa_type=BigInteger)


class Licence(LicenceFields, Subject, table=True):
    """A permit as its holder entered it; it opens gates from the day the bureau has checked it.

    A later version of a checked licence is a row of its own (`changes_id`) until it is checked:
    then its particulars go into the licence, whose id stays what manifests and alerts name.
    """

    __table_args__ = (
        Index(None, "state", "id"),
        Index(None, "changes_id"),
        Index(None, "unit_id"),
        Index(None, "valid_to"),
        CheckConstraint("valid_to >= valid_from", name="validity"),
    )

    unit_id: UUID = Field(foreign_key="unit.id")
    site_id: UUID | None = Field(default=None, foreign_key="site.id")
    modes: list[str] = Field(default_factory=list, sa_type=Json)  # terms.Mode values
    annual_scale_g: int | None = Field(default=None, sa_type=BigInteger)
    # an extension of the one-year limit by the issuing authority, with its document
    storage_extended_to: date | None = None
    extension_sha256: str | None = Field(default=None, max_length=64)
    state: LicenceState = Field(default=LicenceState.WAITING, sa_type=stored(LicenceState))
    state_reason: str | None = Field(default=None, max_length=500)
    changes_id: UUID | None = Field(default=None, foreign_key="licence.id")
    ended_on: date | None = None
    end_reason: str | None = Field(default=None, max_length=500)


class Vehicle(VehicleFields, Subject, table=True):
    __table_args__ = (UniqueConstraint("unit_id", "plate"),)

    unit_id: UUID = Field(foreign_key="unit.id")
    load_g: int | None = Field(default=None, sa_type=BigInteger)
    active: bool = True


class Crew(CrewFields, Subject, table=True):
    __table_args__ = (Index(None, "unit_id"),)

    unit_id: UUID = Field(foreign_key="unit.id")
    user_id: UUID | None = None
    active: bool = True


class Stream(StreamFields, Subject, table=True):
    """A waste of a site; `active` False keeps the history readable."""

    __table_args__ = (Index(None, "site_id"),)

    site_id: UUID = Field(foreign_key="site.id")
    active: bool = True


class StoredFile(Row, table=True):
    """What a record says of a stored file; the bytes lie in the file store by hash."""

    sha256: str = Field(primary_key=True, max_length=64)
    mime: str = Field(max_length=40)
    size: int
    name: str = Field(max_length=200)
    unit_id: UUID | None = None
    stored_at: datetime
