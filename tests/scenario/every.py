"""A good scenario as files that has every table, and most columns of the new ones."""

from __future__ import annotations

from good import BASE

EVERY = {
    **BASE,
    "scenario.yaml": BASE["scenario.yaml"].replace(
        "title: 基础\n", "title: 基础\npublic_holidays: yes\n"
    ),
    "people.csv": """\
id,unit,department,sector,specialties,level,sex,health,windows,consents,avoid,mentee,target_days,note
P001,NHOSP,心内科,医疗,03.04,4,female,yes,2023-03-01~2023-08-31,TO_XINING,,,60,"两行
备注"
P002,NHOSP,,医疗,03；03.04,3,male,yes,2023-03-01~2024-02-29,IN,,,,
X001,XHOSP,心内科,医疗,03.04,2,female,,,,,yes,,
X002,XHOSP,,医疗,03,2,male,,,,,,,
""",
    "programmes.csv": """\
id,name,kind,direction,shortest,longest,host_areas,mentees_least,mentees_most,mentees_from
IN,三支,support_posting,TO_XINING,30,180,630121,,,
TEAMS,小组团,team_visit,TO_XINING,7,14,,,,
POST,挂职,secondment,TO_XINING,60,120,,0,2,department
FARM,奶牛牧场,phased_project,TO_XINING,10,40,,1,2,specialty
VISIT,名师工作室,studio,TO_XINING,3,7,,1,2,
TALKS,教育论坛,event,TO_XINING,1,5,,,,
OTHER,另一论坛,event,TO_XINING,1,5,,,,
OUT,跟岗,attachment,TO_NANJING,30,90,,,,
""",
    "needs.csv": """\
id,programme,unit,department,specialty,max_headcount,first_day,last_day,shortest,team,leader,cover,handover,phase,studio,mentees_least,mentees_most,successor_unit,tags
K1,IN,XHOSP,,03.04,2,2023-03-01,2023-09-30,60,,,,,,,,,,
T-LEAD,TEAMS,XHOSP,,03,1,2023-05-01,2023-05-31,,TEAM,yes,,,,,,,,
T-REST,TEAMS,XHOSP,,03,2,2023-05-01,2023-05-31,,TEAM,,,,,,,,,
H1,POST,XHOSP,心内科,03,2,2023-03-01,2023-07-31,,,,yes,yes,,,,,,产业“四地”；五个中心城市
F1,FARM,XHOSP,,03,1,2023-04-01,2023-06-30,,,,,,PLAN,,,,,
F2,FARM,XHOSP,,03,1,2023-07-01,2023-09-30,,,,,,BUILD,,2,3,,
F3,FARM,XHOSP,,03,1,2023-08-01,2023-12-31,,,,,,RUN,,,,XHOSP,
V1,VISIT,XHOSP,,03,1,2023-04-01,2023-04-30,,,,,,,STUDIO,,,,
V2,VISIT,XHOSP,,03,1,2023-09-01,2023-09-28,,,,,,,STUDIO,,1,,
E1,TALKS,XHOSP,,03,2,2023-08-08,2023-08-12,,,,,,,,,,,
E2,OTHER,XHOSP,,03,1,2023-08-08,2023-08-12,,,,,,,,,,,
""",
    "ratings.csv": """\
person,need,points
P001,K1,87
P002,K1,-3
""",
    "leavers.csv": """\
need,person,last_day
H1,OLD-1,2023-03-10
""",
    "phases.csv": """\
id,project,name,after,min_gap,max_gap
PLAN,DAIRY,方案设计,,,
BUILD,DAIRY,设备购置,PLAN,5,60
RUN,DAIRY,运营管理,PLAN；BUILD,0,
""",
    "studios.csv": """\
id,name,unit,members
STUDIO,内科名师工作室,XHOSP,X001；X002
""",
    "rooms.csv": """\
id,programme,name,seats
HALL,TALKS,报告厅,200
LAB,TALKS,实训室,0
AULA,OTHER,礼堂,300
""",
    "slots.csv": """\
id,programme,day,hours
AM,TALKS,2023-08-10,09:00-11:30
PM,TALKS,2023-08-10,14:00-17:00
""",
    "sessions.csv": """\
id,programme,title,specialty,speakers,subjects,slots,rooms
TALK1,TALKS,心血管进展,03.04,2,03；03.04,AM；PM,HALL
TALK2,TALKS,内科护理,03,,,,
""",
    "delegations.csv": """\
id,programme,name,subject,size
LZ,TALKS,兰州,03,40
""",
    "leaders.csv": """\
id,name,areas,sectors,load
LD1,分管副区长,630121,医疗,5
LD2,组织部部长,,,20
""",
    "care.csv": """\
id,name,source,anchor,offset_days,festivals,direction,kinds,programmes,min_days,full_term,recipient
C1,颁发奖牌,S20,end,-7,,,secondment；support_posting,POST,30,yes,
C2,慰问信,S23,festival,-3,春节；夏都节,,,,,,family
C3,回访,,start,7,,TO_NANJING,attachment,OUT,,,host
""",
    "calendar.csv": """\
name,effect,first_day,last_day,areas
国庆,no_move,2023-10-01,2023-10-07,
环湖赛、夏都节,no_move,2023-07-08,2023-07-09,
供暖,heating,2023-10-15,2024-02-29,
""",
    "meetings.csv": """\
id,name,day
M1,专项推进会,2023-06-15
""",
    "provisions.csv": """\
id,title,statement,evidence,wanted
S6,三支,大通等地56人传帮带,mentoring,56
""",
    "assumptions.csv": """\
id,subject,value,source
A1,needs.csv shortest,60,assumption
""",
}
