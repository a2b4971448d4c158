"""The one policy table: which role in which position may do what; what is not granted is denied."""

from dataclasses import dataclass
from enum import StrEnum

from wastetrack.kernel.actor import Role


class Position(StrEnum):
    """What the actor's unit is to the row it acts on."""

    ANYONE = "anyone"  # no account needed
    SELF = "self"  # the person's own account
    OWN = "own"  # the unit or site the row belongs to
    CONSIGNOR = "consignor"
    PROXY = "proxy"  # drafts with the consignor's dated consent
    CARRIER = "carrier"
    RECEIVER = "receiver"
    HOLDER = "holder"  # holds the container now
    COLLECTOR = "collector"  # asked to pick up
    AUTHORITY = "authority"
    SYSTEM = "system"  # the scheduled worker


class Action(StrEnum):
    """One word per action, through permission, file, event, route, template and test."""

    # people
    PEOPLE_REGISTER = "people:register"
    PEOPLE_JOIN = "people:join"
    PEOPLE_ADMIT = "people:admit"
    PEOPLE_INVITE = "people:invite"
    PEOPLE_ASSIGN = "people:assign"
    PEOPLE_DEACTIVATE = "people:deactivate"
    PEOPLE_RESET = "people:reset"
    PEOPLE_CHANGE_PASSWORD = "people:change_password"  # noqa: S105 - the name of an action
    PEOPLE_READ = "people:read"
    PEOPLE_SIGN_IN = "people:sign_in"
    PEOPLE_SIGN_OUT = "people:sign_out"
    PEOPLE_SIGN_OUT_ELSEWHERE = "people:sign_out_elsewhere"
    PEOPLE_SEND_CODE = "people:send_code"
    PEOPLE_ACCEPT = "people:accept"
    PEOPLE_EDIT = "people:edit"
    PEOPLE_SUSPEND = "people:suspend"
    PEOPLE_FOUND = "people:found"
    # the access log
    AUDIT_READ = "audit:read"
    # parties
    UNIT_READ = "unit:read"
    UNIT_EDIT = "unit:edit"
    UNIT_APPROVE = "unit:approve"
    UNIT_REJECT = "unit:reject"
    UNIT_CLASSIFY = "unit:classify"
    UNIT_ADD_OUTSIDE = "unit:add_outside"
    SITE_ADD = "site:add"
    SITE_EDIT = "site:edit"
    FACILITY_ADD = "facility:add"
    FACILITY_EDIT = "facility:edit"
    FACILITY_PARTITION = "facility:partition"
    LICENCE_ADD = "licence:add"
    LICENCE_CHANGE = "licence:change"
    LICENCE_EXTEND = "licence:extend"
    LICENCE_APPROVE = "licence:approve"
    LICENCE_RETURN = "licence:return"
    LICENCE_END = "licence:end"
    PRINTER_ADD = "printer:add"
    PRINTER_EDIT = "printer:edit"
    VEHICLE_ADD = "vehicle:add"
    VEHICLE_EDIT = "vehicle:edit"
    CREW_ADD = "crew:add"
    CREW_EDIT = "crew:edit"
    STREAM_ADD = "stream:add"
    STREAM_REMOVE = "stream:remove"
    # containers
    CONTAINER_READ = "container:read"
    CONTAINER_OPEN = "container:open"
    CONTAINER_FILL = "container:fill"
    CONTAINER_SEAL = "container:seal"
    CONTAINER_STORE = "container:store"
    CONTAINER_SPLIT = "container:split"
    CONTAINER_VOID = "container:void"
    CONTAINER_PRINT = "container:print"
    CONTAINER_PRINT_BLANKS = "container:print_blanks"
    CONTAINER_CORRECT = "container:correct"
    CONTAINER_TREAT_SELF = "container:treat_self"
    CONTAINER_IDENTIFY = "container:identify"
    CONTAINER_MISS = "container:miss"
    CONTAINER_FIND = "container:find"
    CONTAINER_SEIZE = "container:seize"
    CONTAINER_RELEASE = "container:release"
    AMENDMENT_APPROVE = "amendment:approve"
    AMENDMENT_RETURN = "amendment:return"
    # agreements
    CONTRACT_READ = "contract:read"
    CONTRACT_ADD = "contract:add"
    CONTRACT_END = "contract:end"
    PLAN_READ = "plan:read"
    PLAN_ADD = "plan:add"
    PLAN_AMEND = "plan:amend"
    CONSENT_READ = "consent:read"
    CONSENT_GIVE = "consent:give"
    CONSENT_WITHDRAW = "consent:withdraw"
    APPROVAL_READ = "approval:read"
    APPROVAL_ADD = "approval:add"
    # trips
    TRIP_READ = "trip:read"
    TRIP_PLAN = "trip:plan"
    TRIP_CHANGE = "trip:change"
    TRIP_START = "trip:start"
    TRIP_CLOSE = "trip:close"
    TRIP_CANCEL = "trip:cancel"
    # manifests
    MANIFEST_READ = "manifest:read"
    MANIFEST_DRAFT = "manifest:draft"
    MANIFEST_EDIT = "manifest:edit"
    MANIFEST_FILE = "manifest:file"
    MANIFEST_CONSENT = "manifest:consent"
    MANIFEST_DECLINE = "manifest:decline"
    MANIFEST_WITHDRAW = "manifest:withdraw"
    MANIFEST_VOID = "manifest:void"
    MANIFEST_NUMBER = "manifest:number"
    MANIFEST_SIGN = "manifest:sign"
    MANIFEST_DEPART = "manifest:depart"
    MANIFEST_RELAY = "manifest:relay"
    MANIFEST_INCIDENT = "manifest:incident"
    MANIFEST_ARRIVE = "manifest:arrive"
    MANIFEST_ATTACH = "manifest:attach"
    MANIFEST_QUERY = "manifest:query"
    MANIFEST_AGREE = "manifest:agree"
    MANIFEST_OBJECT = "manifest:object"
    MANIFEST_ACCEPT = "manifest:accept"
    MANIFEST_REFUSE = "manifest:refuse"
    MANIFEST_SEND_BACK = "manifest:send_back"
    MANIFEST_TAKE_BACK = "manifest:take_back"
    MANIFEST_CONFIRM = "manifest:confirm"
    MANIFEST_OUTCOME = "manifest:outcome"
    MANIFEST_ACKNOWLEDGE = "manifest:acknowledge"
    MANIFEST_CORRECT = "manifest:correct"
    MANIFEST_ENDORSE = "manifest:endorse"
    MANIFEST_ANNUL = "manifest:annul"
    MANIFEST_BACKFILL = "manifest:backfill"
    # cases
    CASE_READ = "case:read"
    CASE_OPEN = "case:open"
    CASE_REPORT = "case:report"
    CASE_ANSWER = "case:answer"
    CASE_CLOSE = "case:close"
    # treatments
    TREATMENT_READ = "treatment:read"
    TREATMENT_RECORD = "treatment:record"
    # hand-over
    HANDOVER_SCAN = "handover:scan"
    HANDOVER_UNDO = "handover:undo"
    # pickups
    PICKUP_READ = "pickup:read"
    PICKUP_REQUEST = "pickup:request"
    PICKUP_ACCEPT = "pickup:accept"
    PICKUP_DECLINE = "pickup:decline"
    PICKUP_SCHEDULE = "pickup:schedule"
    PICKUP_UNSCHEDULE = "pickup:unschedule"
    PICKUP_CANCEL = "pickup:cancel"
    PICKUP_SETTLE = "pickup:settle"
    # deadlines
    ALERT_READ = "alert:read"
    ALERT_SWEEP = "alert:sweep"
    REPORT_FILE = "report:file"
    REPORT_AMEND = "report:amend"
    # ledger
    LEDGER_READ = "ledger:read"
    LEDGER_IMPORT = "ledger:import"
    # general industrial waste
    SOLID_RECORD = "solid:record"
    SOLID_VOID = "solid:void"
    # catalogue
    REFERENCE_READ = "reference:read"
    REFERENCE_LOAD = "reference:load"
    # oversight
    OVERSIGHT_READ = "oversight:read"


@dataclass(frozen=True, slots=True)
class Grant:
    """One line of the table: a position and the roles there that may act (empty: no role needed)."""

    position: Position
    roles: frozenset[Role] = frozenset()


# which kinds of unit can stand in a position at all; the others are open to every kind
KINDS: dict[Position, frozenset[str]] = {
    Position.CARRIER: frozenset({"carrier", "collector", "disposer"}),
    Position.RECEIVER: frozenset({"collector", "disposer"}),
    Position.COLLECTOR: frozenset({"collector"}),
}
ADMIN = frozenset({Role.ADMIN})
OFFICE = frozenset({Role.ADMIN, Role.OPERATOR})
PLANNING = frozenset({Role.ADMIN, Role.OPERATOR, Role.DISPATCHER})
GATE = frozenset({Role.ADMIN, Role.OPERATOR, Role.GATE})
ROAD = frozenset({Role.ADMIN, Role.DISPATCHER, Role.DRIVER})
HANDS = frozenset({Role.ADMIN, Role.OPERATOR, Role.DISPATCHER, Role.DRIVER, Role.GATE})
UNIT_ALL = HANDS | {Role.READER}
OFFICERS = frozenset({Role.OFFICER, Role.HEAD})
BUREAU = frozenset({Role.OFFICER, Role.HEAD, Role.LEGAL, Role.AUDITOR})
# 三员分立: one opens accounts, the other gives powers, the auditor reads what both did
SYSTEM_ADMIN = frozenset({Role.SYSTEM_ADMIN})
SECURITY_ADMIN = frozenset({Role.SECURITY_ADMIN})
AUDITOR = frozenset({Role.AUDITOR})
BUREAU_ADMIN = SYSTEM_ADMIN | SECURITY_ADMIN


def _own(roles: frozenset[Role]) -> Grant:
    return Grant(Position.OWN, roles)


_sys = Grant(Position.SYSTEM)
_bureau_read = Grant(Position.AUTHORITY, BUREAU)
A, P = Action, Position

GRANTS: dict[Action, tuple[Grant, ...]] = {
    A.PEOPLE_REGISTER: (Grant(P.ANYONE),),
    A.PEOPLE_JOIN: (Grant(P.ANYONE),),
    A.PEOPLE_ADMIT: (_own(ADMIN), Grant(P.AUTHORITY, SECURITY_ADMIN)),
    A.PEOPLE_INVITE: (_own(ADMIN), Grant(P.AUTHORITY, SYSTEM_ADMIN)),
    A.PEOPLE_ASSIGN: (_own(ADMIN), Grant(P.AUTHORITY, SECURITY_ADMIN)),
    A.PEOPLE_DEACTIVATE: (_own(ADMIN), Grant(P.AUTHORITY, BUREAU_ADMIN)),
    A.PEOPLE_RESET: (_own(ADMIN), Grant(P.AUTHORITY, BUREAU_ADMIN)),
    A.PEOPLE_CHANGE_PASSWORD: (Grant(P.SELF),),
    A.PEOPLE_READ: (_own(UNIT_ALL), Grant(P.AUTHORITY, BUREAU | BUREAU_ADMIN)),
    A.PEOPLE_SIGN_IN: (Grant(P.ANYONE),),
    A.PEOPLE_SIGN_OUT: (Grant(P.SELF),),
    A.PEOPLE_SIGN_OUT_ELSEWHERE: (Grant(P.SELF),),
    A.PEOPLE_SEND_CODE: (Grant(P.ANYONE),),
    A.PEOPLE_ACCEPT: (Grant(P.SELF),),
    A.PEOPLE_EDIT: (Grant(P.SELF),),
    A.PEOPLE_SUSPEND: (Grant(P.AUTHORITY, BUREAU_ADMIN),),
    # the first authority is made on the server's own command line
    A.PEOPLE_FOUND: (_sys,),
    A.AUDIT_READ: (_own(ADMIN), Grant(P.AUTHORITY, AUDITOR)),
    A.UNIT_READ: (_own(UNIT_ALL), _bureau_read, _sys),
    A.UNIT_EDIT: (_own(ADMIN),),
    A.UNIT_APPROVE: (Grant(P.AUTHORITY, OFFICERS),),
    A.UNIT_REJECT: (Grant(P.AUTHORITY, OFFICERS),),
    A.UNIT_CLASSIFY: (Grant(P.AUTHORITY, OFFICERS),),
    A.UNIT_ADD_OUTSIDE: (_own(PLANNING), Grant(P.AUTHORITY, OFFICERS), _sys),
    A.SITE_ADD: (_own(ADMIN),),
    A.SITE_EDIT: (_own(ADMIN),),
    A.FACILITY_ADD: (_own(OFFICE),),
    A.FACILITY_EDIT: (_own(OFFICE),),
    A.FACILITY_PARTITION: (_own(OFFICE),),
    A.LICENCE_ADD: (_own(OFFICE),),
    A.LICENCE_CHANGE: (_own(OFFICE),),
    A.LICENCE_EXTEND: (_own(OFFICE),),
    A.LICENCE_APPROVE: (Grant(P.AUTHORITY, OFFICERS),),
    A.LICENCE_RETURN: (Grant(P.AUTHORITY, OFFICERS),),
    A.LICENCE_END: (_own(OFFICE), Grant(P.AUTHORITY, OFFICERS)),
    A.PRINTER_ADD: (_own(PLANNING),),
    A.PRINTER_EDIT: (_own(PLANNING),),
    A.VEHICLE_ADD: (_own(PLANNING),),
    A.VEHICLE_EDIT: (_own(PLANNING),),
    A.CREW_ADD: (_own(PLANNING),),
    A.CREW_EDIT: (_own(PLANNING),),
    A.STREAM_ADD: (_own(OFFICE),),
    A.STREAM_REMOVE: (_own(OFFICE),),
    A.CONTAINER_READ: (_own(UNIT_ALL), Grant(P.HOLDER, UNIT_ALL), _bureau_read),
    A.CONTAINER_OPEN: (_own(HANDS), _sys),
    A.CONTAINER_FILL: (Grant(P.HOLDER, HANDS),),
    A.CONTAINER_SEAL: (Grant(P.HOLDER, HANDS),),
    A.CONTAINER_STORE: (Grant(P.HOLDER, HANDS), _sys),
    A.CONTAINER_SPLIT: (Grant(P.HOLDER, HANDS),),
    A.CONTAINER_VOID: (Grant(P.HOLDER, OFFICE),),
    A.CONTAINER_PRINT: (Grant(P.HOLDER, HANDS),),
    A.CONTAINER_PRINT_BLANKS: (_own(HANDS),),
    A.CONTAINER_CORRECT: (Grant(P.HOLDER, OFFICE),),
    A.CONTAINER_TREAT_SELF: (Grant(P.HOLDER, OFFICE),),
    A.CONTAINER_IDENTIFY: (Grant(P.HOLDER, OFFICE),),
    A.CONTAINER_MISS: (Grant(P.HOLDER, HANDS), Grant(P.CARRIER, HANDS)),
    A.CONTAINER_FIND: (Grant(P.HOLDER, HANDS), Grant(P.CARRIER, HANDS)),
    A.CONTAINER_SEIZE: (Grant(P.AUTHORITY, OFFICERS),),
    A.CONTAINER_RELEASE: (Grant(P.AUTHORITY, OFFICERS),),
    A.AMENDMENT_APPROVE: (Grant(P.AUTHORITY, OFFICERS),),
    A.AMENDMENT_RETURN: (Grant(P.AUTHORITY, OFFICERS),),
    A.CONTRACT_READ: (Grant(P.CONSIGNOR, UNIT_ALL), Grant(P.RECEIVER, UNIT_ALL), _bureau_read),
    A.CONTRACT_ADD: (Grant(P.CONSIGNOR, OFFICE), Grant(P.RECEIVER, PLANNING)),
    A.CONTRACT_END: (Grant(P.CONSIGNOR, OFFICE), Grant(P.RECEIVER, PLANNING)),
    A.PLAN_READ: (_own(UNIT_ALL), _bureau_read),
    A.PLAN_ADD: (_own(OFFICE), Grant(P.PROXY, PLANNING)),
    A.PLAN_AMEND: (_own(OFFICE), Grant(P.PROXY, PLANNING)),
    A.CONSENT_READ: (_own(UNIT_ALL), Grant(P.PROXY, UNIT_ALL), _bureau_read),
    A.CONSENT_GIVE: (_own(OFFICE),),
    A.CONSENT_WITHDRAW: (_own(OFFICE),),
    A.APPROVAL_READ: (_own(UNIT_ALL), Grant(P.RECEIVER, UNIT_ALL), _bureau_read),
    A.APPROVAL_ADD: (_own(OFFICE),),
    A.TRIP_READ: (Grant(P.CARRIER, UNIT_ALL), _bureau_read),
    A.TRIP_PLAN: (Grant(P.CARRIER, PLANNING),),
    A.TRIP_CHANGE: (Grant(P.CARRIER, PLANNING),),
    A.TRIP_START: (Grant(P.CARRIER, ROAD),),
    A.TRIP_CLOSE: (Grant(P.CARRIER, ROAD),),
    A.TRIP_CANCEL: (Grant(P.CARRIER, PLANNING),),
    A.MANIFEST_READ: (
        Grant(P.CONSIGNOR, UNIT_ALL),
        Grant(P.PROXY, UNIT_ALL),
        Grant(P.CARRIER, UNIT_ALL),
        Grant(P.RECEIVER, UNIT_ALL),
        _bureau_read,
    ),
    A.MANIFEST_DRAFT: (Grant(P.CONSIGNOR, OFFICE | PLANNING), Grant(P.PROXY, PLANNING)),
    A.MANIFEST_EDIT: (Grant(P.CONSIGNOR, OFFICE | PLANNING), Grant(P.PROXY, PLANNING)),
    A.MANIFEST_FILE: (Grant(P.CONSIGNOR, OFFICE | PLANNING), Grant(P.PROXY, PLANNING)),
    A.MANIFEST_CONSENT: (Grant(P.RECEIVER, PLANNING),),
    A.MANIFEST_DECLINE: (Grant(P.RECEIVER, PLANNING),),
    A.MANIFEST_WITHDRAW: (Grant(P.CONSIGNOR, OFFICE | PLANNING), Grant(P.PROXY, PLANNING)),
    A.MANIFEST_VOID: (Grant(P.CONSIGNOR, OFFICE | PLANNING), Grant(P.PROXY, PLANNING)),
    A.MANIFEST_NUMBER: (Grant(P.CONSIGNOR, OFFICE | PLANNING), Grant(P.PROXY, PLANNING)),
    A.MANIFEST_SIGN: (Grant(P.CONSIGNOR, HANDS),),
    A.MANIFEST_DEPART: (Grant(P.CARRIER, ROAD),),
    A.MANIFEST_RELAY: (Grant(P.CARRIER, ROAD),),
    A.MANIFEST_INCIDENT: (Grant(P.CARRIER, ROAD),),
    A.MANIFEST_ARRIVE: (Grant(P.CARRIER, ROAD), Grant(P.RECEIVER, GATE)),
    A.MANIFEST_ATTACH: (
        Grant(P.CONSIGNOR, OFFICE | PLANNING),
        Grant(P.RECEIVER, GATE | PLANNING),
    ),
    A.MANIFEST_QUERY: (Grant(P.RECEIVER, GATE),),
    A.MANIFEST_AGREE: (Grant(P.CONSIGNOR, OFFICE | PLANNING),),
    A.MANIFEST_OBJECT: (Grant(P.CONSIGNOR, OFFICE | PLANNING),),
    A.MANIFEST_ACCEPT: (Grant(P.RECEIVER, GATE),),
    A.MANIFEST_REFUSE: (Grant(P.RECEIVER, GATE),),
    A.MANIFEST_SEND_BACK: (Grant(P.CARRIER, ROAD),),
    A.MANIFEST_TAKE_BACK: (Grant(P.CONSIGNOR, HANDS),),
    A.MANIFEST_CONFIRM: (Grant(P.RECEIVER, GATE | PLANNING),),
    A.MANIFEST_OUTCOME: (Grant(P.RECEIVER, GATE),),
    A.MANIFEST_ACKNOWLEDGE: (Grant(P.CONSIGNOR, OFFICE | PLANNING),),
    A.MANIFEST_CORRECT: (
        Grant(P.CONSIGNOR, OFFICE | PLANNING),
        Grant(P.CARRIER, PLANNING),
        Grant(P.RECEIVER, GATE | PLANNING),
    ),
    A.MANIFEST_ENDORSE: (
        Grant(P.CONSIGNOR, OFFICE | PLANNING),
        Grant(P.CARRIER, PLANNING),
        Grant(P.RECEIVER, GATE | PLANNING),
        Grant(P.AUTHORITY, OFFICERS),
    ),
    A.MANIFEST_ANNUL: (
        Grant(P.CONSIGNOR, OFFICE),
        Grant(P.RECEIVER, OFFICE),
        Grant(P.AUTHORITY, OFFICERS),
    ),
    A.MANIFEST_BACKFILL: (
        Grant(P.CONSIGNOR, OFFICE | PLANNING),
        Grant(P.PROXY, PLANNING),
        Grant(P.CARRIER, PLANNING),
        Grant(P.RECEIVER, GATE | PLANNING),
    ),
    A.CASE_READ: (_own(UNIT_ALL), _bureau_read),
    A.CASE_OPEN: (_own(HANDS), Grant(P.AUTHORITY, OFFICERS), _sys),
    # whoever finds a container needs no account
    A.CASE_REPORT: (Grant(P.ANYONE),),
    A.CASE_ANSWER: (_own(HANDS), Grant(P.AUTHORITY, OFFICERS)),
    A.CASE_CLOSE: (Grant(P.AUTHORITY, OFFICERS), _sys),
    A.TREATMENT_READ: (_own(UNIT_ALL), _bureau_read),
    A.TREATMENT_RECORD: (_own(GATE),),
    A.HANDOVER_SCAN: (Grant(P.CARRIER, ROAD), Grant(P.RECEIVER, GATE)),
    A.HANDOVER_UNDO: (Grant(P.CARRIER, ROAD), Grant(P.RECEIVER, GATE)),
    A.PICKUP_READ: (_own(UNIT_ALL), Grant(P.COLLECTOR, UNIT_ALL), _bureau_read),
    A.PICKUP_REQUEST: (_own(HANDS),),
    A.PICKUP_ACCEPT: (Grant(P.COLLECTOR, PLANNING),),
    A.PICKUP_DECLINE: (Grant(P.COLLECTOR, PLANNING),),
    A.PICKUP_SCHEDULE: (Grant(P.COLLECTOR, PLANNING),),
    A.PICKUP_UNSCHEDULE: (Grant(P.COLLECTOR, PLANNING),),
    A.PICKUP_CANCEL: (_own(HANDS), Grant(P.COLLECTOR, PLANNING)),
    # the last receipt or return of its manifests settles a request
    A.PICKUP_SETTLE: (_own(HANDS), Grant(P.COLLECTOR, HANDS), _sys),
    A.ALERT_READ: (_own(UNIT_ALL), _bureau_read),
    A.ALERT_SWEEP: (_sys, Grant(P.AUTHORITY, OFFICERS)),
    A.REPORT_FILE: (_own(OFFICE),),
    A.REPORT_AMEND: (_own(OFFICE),),
    A.LEDGER_READ: (_own(UNIT_ALL), _bureau_read, _sys),
    A.LEDGER_IMPORT: (_own(OFFICE), Grant(P.AUTHORITY, OFFICERS), _sys),
    A.SOLID_RECORD: (_own(OFFICE),),
    A.SOLID_VOID: (_own(OFFICE),),
    A.REFERENCE_READ: (_own(UNIT_ALL), Grant(P.AUTHORITY, BUREAU | BUREAU_ADMIN)),
    A.REFERENCE_LOAD: (Grant(P.AUTHORITY, BUREAU_ADMIN), _sys),
    A.OVERSIGHT_READ: (_bureau_read,),
}
