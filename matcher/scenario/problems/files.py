"""What can be wrong with files and their form."""

from __future__ import annotations

from matcher.language import mark
from matcher.scenario.problems.fault import Fault

FILES = {
    "E101": Fault(
        mark("There is no folder and no workbook “{folder}”."),
        mark("Name the folder that holds scenario.yaml, or an .xlsx workbook."),
    ),
    "E102": Fault(
        mark("The file is missing."),
        mark("Add it; it holds at least: {needed}."),
    ),
    "E103": Fault(
        mark("The file cannot be opened."),
        mark("Close it in other programs and check who may read it."),
    ),
    "E104": Fault(
        mark("The file is neither UTF-8 nor GB18030."),
        mark("Save it in UTF-8; Excel and WPS call that “CSV UTF-8”."),
    ),
    "E105": Fault(
        mark("Nothing stands here."),
        mark("It holds at least: {needed}."),
    ),
    "E106": Fault(
        mark("No file of a scenario has this name."),
        mark("Tables are: {allowed}. Keep other .csv files in another folder."),
        mark("Did you mean {nearest}? Keep other .csv files in another folder."),
    ),
    "E107": Fault(
        mark("A quoted cell of this row does not end where it should."),
        mark("Put the whole cell into double quotes and double each quote inside it."),
    ),
    "E108": Fault(
        mark("This table has no column “{value}”."),
        mark("Columns are: {allowed}."),
        mark("Did you mean “{nearest}”?"),
    ),
    "E109": Fault(
        mark("The column “{value}” stands here twice."),
        mark("Remove one of the two."),
    ),
    "E110": Fault(
        mark("The column “{value}” is missing."),
        mark("Add it to the line of column names."),
    ),
    "E111": Fault(
        mark("This is not YAML: {detail}."),
        mark("Look at the indents, colons and quotes here and just above."),
    ),
    "E112": Fault(
        mark("A full-width colon “：” does not separate a key from its value."),
        mark("Write a plain colon and a space: “key: value”."),
    ),
    "E113": Fault(
        mark("A tab cannot indent a line of YAML."),
        mark("Indent with spaces."),
    ),
    "E114": Fault(
        mark("The key “{value}” stands already in line {first}."),
        mark("Remove one of the two."),
    ),
    "E115": Fault(
        mark("There is no key “{value}” here."),
        mark("Keys are: {allowed}."),
        mark("Did you mean “{nearest}”?"),
    ),
    "E116": Fault(
        mark("The key “{value}” is missing or has no value."),
        mark("Give it a value."),
    ),
    "E117": Fault(
        mark("Here keys with values are expected."),
        mark("Write them indented on the next lines, as “{example}”."),
    ),
    "E118": Fault(
        mark("Here a list is expected."),
        mark("Write it in square brackets, as “{example}”."),
    ),
    "E119": Fault(
        mark("Here one value is expected, not a list or keys."),
        mark("Write one value behind the colon, as “{example}”."),
    ),
    "E120": Fault(
        mark("The file is UTF-8, but line {line} holds a byte that is not."),
        mark("Type that line afresh, and save the file in UTF-8."),
    ),
    "E121": Fault(
        mark("This row says the same as row {first}: it was pasted twice."),
        mark("Remove one of the two."),
    ),
    "E122": Fault(
        mark("“{folder}” holds neither settings nor a table: it changes nothing."),
        mark("Name a folder or workbook that holds what should be different."),
    ),
    "E123": Fault(
        mark("The sheet “{value}” is missing."),
        mark("Add it; it holds at least: {needed}."),
    ),
    "E124": Fault(
        mark("The base “{value}” is not there."),
        mark("Write its way from this folder, for example ../nanjing-xining."),
        mark("Did you mean “{nearest}”?"),
    ),
    "E125": Fault(
        mark("The base “{value}” is built on this scenario itself."),
        mark("Name another base, or remove the key."),
    ),
    "E128": Fault(
        mark("This row stands above the names of the columns, which are in row {row}."),
        mark("Delete the rows above the names of the columns."),
    ),
    "E129": Fault(
        mark("The columns are parted by “{value}”, not by commas."),
        mark("Save the file as “CSV UTF-8”, or part the columns by plain commas."),
    ),
    "E151": Fault(
        mark("Keys or lists are nested too deeply here."),
        mark("Remove the brackets or indents that are too many."),
    ),
    "E152": Fault(
        mark("This base is not built on “{value}”, which the overlay is laid on."),
        mark("Name a base that “{value}” is built on too, or plan the overlay alone."),
    ),
    "W121": Fault(
        mark("This row says the same as row {first}."),
        mark("If it was pasted twice, remove one of the two."),
    ),
}
