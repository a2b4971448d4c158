"""Decides the words of trips."""

EN: dict[str, str] = {
    "{what} 证件至 {day}": "{what}: papers until {day}",
    "已排 {booked}，核定 {load}": "{booked} booked of {load}",
    "载重已排的比例": "Share of the load that is booked",
    "已排 {booked}，核定载质量未填": "{booked} booked; the vehicle's load is not recorded",
    "站点": "Stops",
    "送往": "Goes to",
    "改车次": "Change the trip",
    "车已出发的，只能改运单号和路线；中途换车在联单上登记换运。": (
        "Once on the road only waybill and route can change; a change of vehicle is a relay "
        "on the manifest."
    ),
    "改好了": "Save the change",
    "排班 {day}": "Trips of {day}",
    "日期": "Day",
    "前一天": "Day before",
    "看这一天": "Show this day",
    "后一天": "Day after",
    "押运员 {name}": "Escort {name}",
    "运单 {no}": "Waybill {no}",
    "还没有站点。": "No stops yet.",
    "去排申请": "Schedule requests",
    "这一天还没有车次": "No trips on this day",
    "排一个车次，再把申请排进去。": "Plan a trip, then put requests on it.",
    "还没排车的申请": "Requests without a trip",
    "还有更多，见申请列表。": "There are more in the list of requests.",
    "驾驶员": "Driver",
    "押运员": "Escort",
    "危险货物运单号": "Dangerous-goods waybill number",
    "出车场所": "Starts from",
    "出车日期": "Day of the trip",
    "发车前补上即可": "May be added before departure",
    "路线": "Route",
    "今日车次": "Today's trips",
    "运单号还没填": "waybill number not given yet",
    "{count} 个容器": "{count} containers",
    "送往 {name}": "goes to {name}",
    "打电话": "Call",
    "还没有站点。请问调度员。": "No stops yet. Please ask the dispatcher.",
    "今天没有车次": "No trip today",
    "调度员排好后，车次会出现在这里。": "Trips appear here when the dispatcher has planned them.",
    "车辆、驾驶员和押运员的证件要在出车当天有效。": "Papers of vehicle, driver and escort must be valid on the day.",
    "排好车次": "Plan the trip",
    "收车": "Close the trip",
    "排入申请": "Add requests",
    "出车时间": "Started at",
    "收车时间": "Closed at",
    "取消车次": "Cancel the trip",
    "取消后，排在上面的申请回到已受理，拟好的联单作废。": (
        "Its requests wait for another trip and their drafts are voided."
    ),
    "{name}（证件 {day} 已到期）": "{name} (papers ended on {day})",
}

REFUSALS: dict[str, tuple[str, str]] = {
    "trips.no_transport_licence": (
        "{on} 没有有效的道路危险货物运输经营许可证。请先在“单位与证照”里登记或续期。",
        (
            "On {on} there is no valid dangerous-goods transport licence. Please record or "
            "renew it under Unit and licences."
        ),
    ),
    "trips.vehicle_not_yours": (
        "{plate} 不是本单位在用的车辆。请换一辆车。",
        "{plate} is not a vehicle in use by your unit. Please choose another vehicle.",
    ),
    "trips.vehicle_permit": (
        "{plate} 的道路运输证 {valid_to} 到期，{on} 不能出车。请先续期，或换一辆车。",
        (
            "The permit of {plate} ends on {valid_to} and does not cover {on}. Please renew it "
            "or choose another vehicle."
        ),
    ),
    "trips.person_not_yours": (
        "{name} 不是本单位在岗的人员。请换一个人。",
        "{name} is not on duty in your unit. Please choose somebody else.",
    ),
    "trips.not_a_driver": (
        "{name} 登记的是押运员，不能当驾驶员。请选驾驶员。",
        "{name} is registered as an escort. Please choose a driver.",
    ),
    "trips.not_an_escort": (
        "{name} 登记的是驾驶员，不能当押运员。请选押运员。",
        "{name} is registered as a driver. Please choose an escort.",
    ),
    "trips.qualification": (
        "{name} 的从业资格证 {valid_to} 到期，{on} 不能上路。请先续期，或换一个人。",
        (
            "The qualification of {name} ends on {valid_to} and does not cover {on}. Please "
            "renew it or choose somebody else."
        ),
    ),
    "trips.one_person": (
        "驾驶员和押运员要是两个人。请另选押运员。",
        "Driver and escort must be two people. Please choose another escort.",
    ),
    "trips.day_past": (
        "出车日期不能早于今天（{today}）。请改日期。",
        "A trip cannot be planned before today ({today}). Please change the day.",
    ),
    "trips.same_vehicle_day": (
        "{plate} 当天还有 {others} 个车次。请核对时间安排。",
        "{plate} has {others} more trips on this day. Please check the timing.",
    ),
    "trips.over_load": (
        "{plate} 核定 {load:kg} kg，已排 {booked:kg} kg。请减少站点，或换大车。",
        (
            "{plate} may carry {load:kg} kg and {booked:kg} kg are booked. Please take fewer "
            "stops or a larger vehicle."
        ),
    ),
    "trips.is_cancelled": (
        "这个车次已取消。请另排车次。",
        "This trip was cancelled. Please plan another.",
    ),
    "trips.is_closed": (
        "这个车次已收车。请另排车次。",
        "This trip is closed. Please plan another.",
    ),
    "trips.not_started": (
        "这个车次还没有出发，不用收车。不走了请取消车次。",
        "This trip has not started. If it does not take place, cancel it.",
    ),
    "trips.already_started": (
        "车已经在路上，车次不能取消。请走完后收车。",
        "The vehicle is on the road. Finish the trip and close it.",
    ),
    "trips.on_the_road": (
        "车已经在路上，日期、车辆和人员不能在这里改。中途换车请在联单上登记换运。",
        (
            "The vehicle is on the road: day, vehicle and crew cannot change here. A change on "
            "the way is a relay on each manifest."
        ),
    ),
    "trips.still_loaded": (
        "{plate} 上还有 {count} 个容器没有交接。交接完再收车。",
        "{count} containers are still with {plate}. Hand them over, then close the trip.",
    ),
}

EVENTS: dict[str, tuple[str, str]] = {
    "trip.plan": (
        "{who} 排 {planned_on} 的车次：{plate}，驾驶员 {driver}，押运员 {escort}",
        "{who} planned a trip for {planned_on}: {plate}, driver {driver}, escort {escort}",
    ),
    "trip.change": (
        "{who} 改车次：{planned_on}，{plate}，驾驶员 {driver}，押运员 {escort}",
        "{who} changed the trip: {planned_on}, {plate}, driver {driver}, escort {escort}",
    ),
    "trip.start": ("{who}：{plate} 出车", "{who}: {plate} is on the road"),
    "trip.close": ("{who}：{plate} 收车", "{who}: {plate} closed the trip"),
    "trip.cancel": (
        "{who} 取消 {planned_on} {plate} 的车次。原因：{reason}",
        "{who} cancelled the trip of {plate} on {planned_on}. Reason: {reason}",
    ),
}

LABELS: dict[str, tuple[str, str]] = {
    "trip_state.planned": ("已排", "Planned"),
    "trip_state.under_way": ("在途", "On the road"),
    "trip_state.closed": ("已收车", "Closed"),
    "trip_state.cancelled": ("已取消", "Cancelled"),
}
