"""The real codes and dates that generated scenarios use (GB/T 2260 and others)."""

from __future__ import annotations

from datetime import date

from matcher.scenario.base import City, Effect
from matcher.scenario.conditions import CalendarEntry
from matcher.scenario.entities import Area, Pairing, Specialty

XINING = Area(
    id="630100",
    name="西宁市",
    name_en="Xining",
    city=City.XINING,
    altitude_m=2275,
    in_fairness=False,
)
NANJING = Area(
    id="320100",
    name="南京市",
    name_en="Nanjing",
    city=City.NANJING,
    altitude_m=15,
    in_fairness=False,
)
PAIRS = (
    Pairing(first="320114", second="630121"),
    Pairing(first="320116", second="630123"),
    Pairing(first="320113", second="630106"),
)

_COUNTIES = (
    ("630121", "大通县", "Datong", 2450, 403_368),
    ("630123", "湟源县", "Huangyuan", 2650, 109_802),
    ("630106", "湟中区", "Huangzhong", 2650, 395_043),
)
_URBAN = (
    ("630102", "城东区", "Chengdong", 2240, 489_372),
    ("630103", "城中区", "Chengzhong", 2270, 325_813),
    ("630104", "城西区", "Chengxi", 2280, 326_866),
    ("630105", "城北区", "Chengbei", 2290, 417_701),
)
_NANJING = (
    ("320114", "雨花台区", "Yuhuatai"),
    ("320116", "六合区", "Luhe"),
    ("320113", "栖霞区", "Qixia"),
    ("320102", "玄武区", "Xuanwu"),
    ("320104", "秦淮区", "Qinhuai"),
    ("320105", "建邺区", "Jianye"),
    ("320106", "鼓楼区", "Gulou"),
    ("320111", "浦口区", "Pukou"),
    ("320115", "江宁区", "Jiangning"),
    ("320117", "溧水区", "Lishui"),
    ("320118", "高淳区", "Gaochun"),
)


def _xining(row: tuple[str, str, str, int, int]) -> Area:
    code, name, name_en, altitude_m, population = row
    return Area(
        id=code,
        name=name,
        name_en=name_en,
        city=City.XINING,
        altitude_m=altitude_m,
        population=population,
    )


COUNTIES = tuple(_xining(row) for row in _COUNTIES)
URBAN = tuple(_xining(row) for row in _URBAN)
DISTRICTS = tuple(
    Area(id=code, name=name, name_en=name_en, city=City.NANJING, altitude_m=15)
    for code, name, name_en in _NANJING
)
"""Those of Nanjing; the first three are paired with the counties, in their order."""

SECTORS = ("医疗", "教育", "农业", "国企", "党政")
UNIT_KINDS = {
    "医疗": ("hospital", "医院"),
    "教育": ("school", "学校"),
    "农业": ("agri_station", "农技推广站"),
    "国企": ("soe", "国有企业"),
    "党政": ("government", "机关"),
}
"""Kind of unit of each sector, with the word that ends its name."""

_SPECIALTIES: dict[str, dict[str, tuple[str, ...]]] = {
    "医疗": {
        "YL03 内科": ("YL03.01 呼吸内科", "YL03.03 神经内科", "YL03.04 心血管内科"),
        "YL04 外科": ("YL04.01 普通外科", "YL04.02 神经外科", "YL04.03 骨科"),
        "YL05 妇产科": ("YL05.01 妇科", "YL05.02 产科"),
        "YL07 儿科": ("YL07.01 新生儿科", "YL07.04 小儿呼吸科"),
        "YL32 医学影像科": ("YL32.01 X线诊断", "YL32.05 超声诊断"),
        "YL50 中医科": ("YL50.01 中医内科", "YL50.13 针灸科"),
    },
    "教育": {
        "J1 文科": ("J1.01 语文", "J1.02 英语", "J1.03 历史"),
        "J2 理科": ("J2.01 数学", "J2.02 物理", "J2.03 化学"),
        "J3 学校管理": ("J3.01 教学管理", "J3.02 德育管理"),
        "J4 艺体": ("J4.01 音乐", "J4.02 美术", "J4.03 体育"),
    },
    "农业": {
        "A1 种植": ("A1.01 农学", "A1.02 园艺", "A1.03 植物保护"),
        "A2 养殖": ("A2.01 畜牧", "A2.02 兽医"),
        "A3 加工": ("A3.01 农产品加工", "A3.02 质量安全"),
    },
    "国企": {
        "E1 管理": ("E1.01 企业管理", "E1.02 内部审计", "E1.03 数据运营"),
        "E2 工程": ("E2.01 管网检漏", "E2.02 安全生产"),
    },
    "党政": {"D1 党政": ("D1.01 综合管理", "D1.02 产业招商", "D1.03 乡村振兴")},
}


def specialties(sectors: int, families: int) -> tuple[Specialty, ...]:
    """Return the tree of the first sectors, with the first families of each."""
    tree = []
    for sector in SECTORS[:sectors]:
        for text, leaves in list(_SPECIALTIES[sector].items())[:families]:
            family, name = text.split()
            tree.append(Specialty(id=family, name=name, sector=sector))
            for leaf in leaves:
                code, title = leaf.split()
                tree.append(
                    Specialty(id=code, name=title, family=family, sector=sector)
                )
    return tuple(tree)


_DAYS = (
    ("清明节", "no_move", (2023, 4, 5), (2023, 4, 5), ""),
    ("劳动节", "no_move", (2023, 4, 29), (2023, 5, 3), ""),
    ("端午节", "no_move", (2023, 6, 22), (2023, 6, 24), ""),
    ("中秋国庆", "no_move", (2023, 9, 29), (2023, 10, 6), ""),
    ("元旦", "no_move", (2023, 12, 30), (2024, 1, 1), ""),
    ("春节", "no_move", (2024, 2, 10), (2024, 2, 17), ""),
    ("清明节", "no_move", (2024, 4, 4), (2024, 4, 6), ""),
    ("劳动节", "no_move", (2024, 5, 1), (2024, 5, 5), ""),
    ("端午节", "no_move", (2024, 6, 8), (2024, 6, 10), ""),
    ("高考", "no_release", (2023, 6, 7), (2023, 6, 8), "教育"),
    ("高考", "no_release", (2024, 6, 7), (2024, 6, 8), "教育"),
    ("寒假", "no_guest", (2024, 1, 20), (2024, 2, 24), "教育"),
    ("春季学期", "school_term", (2023, 3, 1), (2023, 7, 15), "教育"),
    ("秋季学期", "school_term", (2023, 8, 26), (2024, 1, 19), "教育"),
    ("春季学期", "school_term", (2024, 2, 25), (2024, 7, 13), "教育"),
    ("秋收", "no_release", (2023, 9, 4), (2023, 9, 17), "农业"),
)


def holidays() -> tuple[CalendarEntry, ...]:
    """Return what holds everywhere: holidays, school terms and heating seasons."""
    return tuple(
        entry.model_copy(update={"areas": ()})
        for entry in calendar(())
        if entry.effect not in (Effect.NO_RELEASE, Effect.NO_GUEST)
    )


def calendar(areas: tuple[Area, ...]) -> tuple[CalendarEntry, ...]:
    """Return holidays, school terms, harvest and heating season of these areas."""
    xining = tuple(area.id for area in areas if area.city is City.XINING)
    entries = [
        CalendarEntry(
            name=name,
            effect=Effect(effect),
            first_day=date(*first),
            last_day=date(*last),
            areas=xining if effect != "no_move" else (),
            sectors=(sector,) if sector else (),
        )
        for name, effect, first, last, sector in _DAYS
    ]
    for first, last in (
        (date(2022, 10, 15), date(2023, 4, 15)),
        (date(2023, 10, 15), date(2024, 4, 15)),
    ):
        entries.append(
            CalendarEntry(
                name="采暖季",
                effect=Effect.HEATING,
                first_day=first,
                last_day=last,
                areas=xining,
            )
        )
    return tuple(entries)
