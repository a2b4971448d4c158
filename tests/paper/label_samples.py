"""Labels to print: a plain one, and one with the longest names that a person may meet."""

from dataclasses import replace

from wastetrack.containers.shapes import LabelSheet

LABEL = LabelSheet(
    waste_name="废矿物油",
    category="HW08",
    waste_code="900-214-08",
    form="液态",
    hazards=("T", "I"),
    hazard_separator=",",
    main_components="矿物油、水",
    harmful_components="石油烃（C₁₀~C₄₀）",
    precautions="远离火种，防渗漏，佩戴防护手套",
    digital_id="91330604146165334B9002140820261124001",
    human_code="7K3M9QXW",
    label_version=1,
    unit_name="上虞某汽车修理厂",
    contact="设备科 0575-82000000",
    produced_on="2026-11-24",
    mass_text="182.4 kg",
    remark="",
    qr_text="HTTPS://WFC.EXAMPLE.CN/S/91330604146165334B9002140820261124001.1",
    volume_l=50,
    edition="2025",
)
SIGNED = LABEL.qr_text + "." + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" * 3 + "ABCDEFG"
LONGEST = replace(
    LABEL,
    waste_name="其他生产、销售、使用过程中产生的废矿物油及沾染矿物油的废弃包装物",
    hazards=("T", "C", "I", "R"),
    hazard_separator="/",
    main_components="矿物油、乳化液、水、少量金属屑、抛光粉、清洗剂残液",
    harmful_components="石油烃（C₁₀~C₄₀）、苯系物、多环芳烃、铅、铬",
    precautions="远离火种、热源，防渗漏防倾倒，搬运时佩戴防护手套和护目镜，泄漏用吸油棉吸附",
    unit_name="绍兴市上虞区杭州湾某精密机械制造有限公司第二分公司",
    contact="安全环保科值班室 0575-82000000 转 8123",
    remark="暂存间 A-03 区",
    qr_text=SIGNED,
)
