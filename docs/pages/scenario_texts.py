"""What the page of the scenario's files says in words."""

from __future__ import annotations

INTRO = """\
一个方案是一个文件夹：一个`scenario.yaml`，加上若干CSV表格，一行一件事；
也可以是一个工作簿：设置和每张表各占一个工作表，工作表用下面的中文表名。
各列可用英文名或中文名，次序不限。表中要写别的表的代码时，也可以写名称或别名，只要不重名。

A scenario is a folder: one `scenario.yaml`, and CSV tables with one thing a row.
Or it is a workbook: one sheet for the settings and one for each table, under the
Chinese names below. Columns may have their English or their Chinese names, in any
order. Where a column holds the code of a row elsewhere, its name or an alias will do,
as long as only one row has it."""

FORMS = (
    (
        "text 文字",
        "anything; codes too: `0012` stays `0012` 代码也是文字",
        "`U07`",
    ),
    ("number 整数", "whole numbers; full-width digits too 可用全角数字", "`12`"),
    (
        "day 日期",
        "年月日，或表格软件的日期序号`45170` or the number that spreadsheets keep",
        "`2023-09-01` · `2023/9/1` · `2023.9.1` · `2023年9月1日` · `20230901`",
    ),
    ("yes/no 是/否", "", "`yes` · `no` · `是` · `否` · `1` · `0`"),
    (
        "value 取值",
        "one of the words named, Chinese or English 所列的词，中英文都可以",
        "`visit` · `短期指导`",
    ),
    (
        "→ table 表",
        "code, name or alias of a row there 该表中一行的代码、名称或别名",
        "`630121` · `大通县`",
    ),
    ("list 列表", "separated by 分隔符为 `；` `;` `、` `|`", "`TO_XINING；P07`"),
    (
        "window 时段",
        "first and last day, both inside 首日和末日都包含在内",
        "`2023-03-01~2023-08-31`",
    ),
)

POLICY = """\
各规则、各目标及其参数见[规则手册]({rules})。
All rules and goals with their parameters: [the rulebook]({rules})."""

EXAMPLE = """\
```yaml
schema: 1
name: example
title: 示例年度
horizon:
  first_day: 2023-03-01
  last_day: 2024-02-29
rules:
  pairing: off
  release-cap: {mode: soft, price: 20, reason: 淡季可多派一人}
goals:
  - agreement
  - coverage
  - concessions
  - {goal: fit, tolerance: 40, tolerance_percent: 5}
  - tie-break
```"""

OVERLAYS = """\
`scenario.yaml`里写`base: ../nanjing-xining`，方案就叠加在另一个方案之上，只写不同之处：
设置中的键取代下面的键，规则逐条取代；表中代码已有的行修改该行，空格不变，写“清空”则清空；
新代码增加一行；`remove`（删除）列写“是”则去掉该行。

With `base: ../nanjing-xining` in `scenario.yaml` a scenario is laid on top of another
one and holds the differences only. Keys of the settings take the place of those
beneath, rules one by one. In a table, a row with a known code changes that row: a blank
cell leaves the value, the word `clear` empties it. A new code adds a row; `yes` in the
column `remove` takes one away."""
