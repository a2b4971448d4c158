"""Decides the words of people: entering, registering, seats, passwords."""

EN: dict[str, str] = {
    # entering
    "登录": "Sign in",
    "手机号": "Mobile phone",
    "密码": "Password",
    "这是我自己的手机，30 天内不用再登录": ("This is my own phone: keep me signed in for 30 days"),
    "登记新单位": "Register a new unit",
    "用验证码登录": "Sign in by code",
    "忘记密码": "Forgot the password",
    "我们把 6 位验证码发到您的手机号。10 分钟内有效。": (
        "We send six digits to your phone. They are valid for 10 minutes."
    ),
    "发送验证码": "Send the code",
    "收不到验证码时，请本单位的管理员在“人员”里给您一个临时密码。": (
        "If no code arrives, your unit's administrator can give you a temporary password "
        "under People."
    ),
    "填写验证码": "Enter the code",
    "如果这个手机号有账号，验证码已经发出。": (
        "If this phone has an account, the code has been sent."
    ),
    "验证码": "Code",
    "新密码": "New password",
    "现在的密码": "Present password",
    "至少 10 个字符，字母、数字、符号至少两种。": (
        "At least 10 characters, of at least two kinds: letters, digits, signs."
    ),
    # registering
    "填四项就可以开始。单位已经登记过的，会变成加入申请，由该单位管理员处理。": (
        "Four fields and you can begin. If the unit is already registered, this becomes a "
        "request to join, which its administrator answers."
    ),
    "不是产废单位，或每年危险废物 10 吨以上": (
        "Not a producer, or 10 tonnes of hazardous waste a year and more"
    ),
    "已有账号，去登录": "I have an account: sign in",
    "单位在哪里，产生哪些废物": "Where the unit is and which wastes it makes",
    "登记单位": "Register the unit",
    "场所和废物": "Site and wastes",
    "填写场所和废物": "Enter site and wastes",
    "开始使用": "Begin",
    "登记已收到，等生态环境部门审核。审核期间可以先填资料，暂时不能申报联单。": (
        "Registered, now waiting for the bureau. Meanwhile you can fill in details, "
        "but not file manifests."
    ),
    "本单位产生的废物": "Wastes this unit makes",
    "会写在联单上，请按本单位的情况修改。": (
        "This is written on manifests; please change it to fit your unit."
    ),
    "没有的去掉，以后随时可以增减。": (
        "Untick what you do not have; this can be changed at any time."
    ),
    # joining
    "我的单位": "My units",
    "您还不属于任何单位": "You do not belong to a unit yet",
    "按统一社会信用代码申请加入，或者登记新单位。": (
        "Ask to join by the unit's credit code, or register a new unit."
    ),
    "申请已交给该单位管理员。通过后就能使用。": (
        "The request is with the unit's administrator. You can begin once it is granted."
    ),
    "接受邀请": "Accept the invitation",
    "进入": "Enter",
    "加入已登记的单位": "Join a registered unit",
    "申请加入": "Ask to join",
    # people of a unit
    "人员": "People",
    "等待加入": "Waiting to join",
    "等待加入的人员": "People waiting to join",
    "在用人员": "People with a seat",
    "称呼": "Name shown",
    "您的称呼": "Your name as shown",
    "申请时间": "Asked",
    "角色": "Role",
    "角色和场所": "Role and sites",
    "都不选表示全部场所。": "None ticked means all sites.",
    "查看并决定": "Look and decide",
    "由管理员办理": "For the administrator",
    "邀请人员": "Invite somebody",
    "邀请": "Invite",
    "对方用这个手机号登录后接受邀请。没有账号的，第一次用验证码登录。": (
        "The person signs in with this phone and accepts. Without an account, the first time "
        "is by code."
    ),
    "允许加入": "Let in",
    "不同意": "Decline",
    "他将不能再进入本单位。已有记录不会删除。": (
        "The person can no longer enter this unit. Records are not deleted."
    ),
    "给临时密码": "Give a temporary password",
    "原密码立即失效，所有设备要重新登录。临时密码只显示一次。": (
        "The present password ends at once and every device must sign in again. "
        "The temporary password is shown once."
    ),
    "{name} 的临时密码": "Temporary password of {name}",
    "这个密码只显示这一次。请当面交给本人；登录后要先改密码，并会看到是谁重设的。": (
        "This password is shown only now. Please hand it over in person. After signing in it "
        "must be changed first, and the person sees who set it."
    ),
    "重设密码": "Reset the password",
    "原密码立即失效，所有设备要重新登录。新密码由本人用手机验证码设，您看不到。": (
        "The present password ends at once and every device must sign in again. The person sets "
        "a new one by a code to the own phone; you do not see it."
    ),
    "已重设 {name} 的密码": "The password of {name} was reset",
    "原密码已失效，验证码已发到本人的手机。请他在登录页点“忘记密码”设新密码。": (
        "The present password has ended and a code was sent to the person's own phone. Please "
        "have the person choose Forgot the password on the sign-in page."
    ),
    "先改密码": "Change the password first",
    "{who} 在 {when} 重设了您的密码。改成只有您知道的密码，才能继续。": (
        "{who} set your password at {when}. Please change it to one that only you know, then go on."
    ),
    "用验证码设新密码": "Set a new one by code",
    "回到人员": "Back to people",
    "账号已停用": "Account stopped",
    "停用整个账号": "Stop the whole account",
    "恢复账号": "Open the account again",
    "这个人在所有单位的登录都受影响。": "This affects the person's sign-in in every unit.",
    "有管理员的单位由管理员自己办理；行政机关和区外单位由您办理。": (
        "Units with an administrator decide themselves; authorities and outside parties are "
        "for you."
    ),
    "没有人在等。": "Nobody is waiting.",
    # oneself
    "我": "Me",
    "我的称呼和密码": "My name and password",
    "修改密码": "Change the password",
    "修改后，别的设备都要重新登录。": "Afterwards every other device must sign in again.",
    "在其他设备上退出": "Sign out on other devices",
    "除了这台设备，别处的登录都立即失效。": (
        "Every sign-in but the one on this device ends at once."
    ),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "people.seat_is": (
        "这个席位现在是“{state:label}”。",
        "This seat is now: {state:label}.",
    ),
    "people.wrong_password": (
        "手机号或者密码不对。请核对后再试，也可以用验证码登录。",
        "Phone or password is not right. Please check them, or sign in by code.",
    ),
    "people.wrong_code": (
        "验证码不对或者已经过期。请核对，或者重新发送。",
        "The code is not right or has run out. Please check it, or have a new one sent.",
    ),
    "people.wait": (
        "试的次数太多。请 {minutes} 分钟后再试。",
        "Too many tries. Please try again in {minutes} minutes.",
    ),
    "people.password_weak": (
        "密码太容易猜。请用字母、数字、符号中的至少两种，不要含手机号。",
        (
            "This password is easy to guess. Please use at least two kinds of letters, digits "
            "and signs, and not the phone number."
        ),
    ),
    "people.same_password": (
        "新密码和现在的一样。请换一个只有您知道的密码。",
        "The new password is the present one. Please choose one that only you know.",
    ),
    "people.roles_apart": (
        (
            "系统管理员、安全管理员、审计员各由一人担任，不能同时担任别的角色，所以不能再加"
            "“{role:label.role}”。请换一个人，或者先停用他的另一个席位。"
        ),
        (
            "System administrator, security administrator and auditor are each one person with "
            "no other role, so {role:label.role} cannot be added. Please choose another person, "
            "or end the other seat first."
        ),
    ),
    "people.own_seat": (
        "自己的席位不能自己决定。请另一位安全管理员办理。",
        "Nobody decides about the own seat. Please ask another security administrator.",
    ),
    "people.phone_in_use": (
        "这个手机号已有账号。请先登录，再申请加入单位；忘了密码可以用验证码登录。",
        (
            "This phone already has an account. Please sign in and then join the unit; without "
            "the password, sign in by code."
        ),
    ),
    "people.no_such_unit": (
        "没有单位用 {input} 登记。请核对代码，或者登记新单位。",
        "No unit is registered with {input}. Please check the code, or register a new unit.",
    ),
    "people.seat_known": (
        "您已经在这个单位里，或者已经申请过。请在上面的列表里查看。",
        "You already have a seat in this unit or asked for one. Please see the list above.",
    ),
    "people.seat_known_here": (
        "这个手机号在本单位已有同样的角色或邀请。请在人员列表里查看。",
        (
            "This phone already has this role or invitation in the unit. Please see the list of "
            "people."
        ),
    ),
    "people.role_not_here": (
        "这类单位没有“{role:label.role}”。请选列表里的角色。",
        "This kind of unit has no {role:label.role}. Please choose a role from the list.",
    ),
    "people.site_not_here": (
        "选的场所里有不属于本单位的。请重新选择。",
        "One of the sites is not this unit's. Please choose again.",
    ),
    "people.keeper_all_sites": (
        "管理员管全部场所，不能只选几个。请去掉场所，或者换一个角色。",
        (
            "An administrator looks after all sites. Please untick the sites, or choose another "
            "role."
        ),
    ),
    "people.last_keeper": (
        "这是本单位最后一位管理员。请先让另一个人当管理员。",
        ("This is the unit's last administrator. Please make somebody else administrator first."),
    ),
    "people.reset_elsewhere": (
        "{name} 还属于别的单位，或者还没有接受邀请，您不能替他设密码。请他用验证码登录。",
        (
            "{name} also belongs to another unit or has not accepted yet, so you cannot set the "
            "password. Please have the person sign in by code."
        ),
    ),
    "people.not_oneself": (
        "不能停用自己的账号。请另一位管理员办理。",
        "You cannot stop your own account. Please ask another administrator.",
    ),
    "people.not_an_authority": (
        "{name} 登记的不是行政机关。请核对代码。",
        "{name} is not registered as an authority. Please check the code.",
    ),
}

EVENTS: dict[str, tuple[str, str]] = {
    "people.register": ("{name} 建立账号", "An account was made for {name}"),
    "people.sign_in": ("{who} 登录", "{who} signed in"),
    "people.sign_out": ("{who} 退出登录", "{who} signed out"),
    "people.sign_out_elsewhere": (
        "{name} 让其他设备退出登录",
        "{name} signed out on all other devices",
    ),
    "people.send_code": ("{who} 请求验证码", "{who} asked for a code"),
    "people.join": ("{name} 申请加入 {unit}", "{name} asked to join {unit}"),
    "people.admit": (
        "{who} 让 {name} 以{role:label.role}加入 {unit}",
        "{who} let {name} into {unit} as {role:label.role}",
    ),
    "people.invite": (
        "{who} 邀请 {name} 以{role:label.role}加入 {unit}",
        "{who} invited {name} into {unit} as {role:label.role}",
    ),
    "people.accept": ("{name} 接受邀请", "{name} accepted the invitation"),
    "people.assign": (
        "{who} 把 {name} 的角色改为{role:label.role}",
        "{who} set the role of {name} to {role:label.role}",
    ),
    "people.deactivate": (
        "{who} 停用 {name}：{reason}",
        "{who} ended the seat of {name}: {reason}",
    ),
    "people.reset": ("{who} 重设 {name} 的密码", "{who} reset the password of {name}"),
    "people.change_password": ("{name} 修改密码", "{name} changed the password"),
    "people.edit": ("{name} 修改称呼", "{name} changed the name shown"),
    "people.suspend": (
        "{who} 停用或恢复 {name} 的账号：{reason}",
        "{who} stopped or opened the account of {name}: {reason}",
    ),
    "people.found": (
        "系统让 {name} 以{role:label.role}加入 {unit}",
        "The system gave {name} a seat in {unit} as {role:label.role}",
    ),
}

LABELS: dict[str, dict[str, tuple[str, str]]] = {
    "MembershipState": {
        "invited": ("已邀请", "Invited"),
        "requested": ("等待加入", "Waiting to join"),
        "active": ("在用", "Active"),
        "ended": ("已停用", "Ended"),
    },
    "CodePurpose": {
        "sign_in": ("登录", "Sign in"),
        "reset": ("重设密码", "Reset the password"),
    },
}

_PASSWORD = (
    "密码要 10 到 128 个字符，字母、数字、符号至少两种。请重新填写。",
    (
        "A password has 10 to 128 characters of at least two kinds: letters, digits, signs. "
        "Please enter it again."
    ),
)

# a secret is never repeated on the page, so these hints leave out what was typed
PATTERN_HINTS: dict[str, tuple[str, str]] = {
    "password": _PASSWORD,
    "old": ("请填写现在的密码。", "Please enter the present password."),
    "code": ("验证码是 6 位数字。请重新填写。", "A code has 6 digits. Please enter it again."),
}
