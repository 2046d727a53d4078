"""Writes workbooks with openpyxl: saves ours again (luu), or makes new ones from the
bare values that the command viet wrote (tao).

    openpyxl_viet.py luu|tao OUTDIR FILE...

openpyxl keeps no results of formulas: what is saved again keeps the results alone."""
import json
import os
import sys

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

DAY, TCVN3, VNI = 1, 2, 3


def again(path):
    return openpyxl.load_workbook(path, data_only=True)


def anew(path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    with open(path, encoding="utf-8") as f:
        sheets = json.load(f)
    for s in sheets:
        w = book.create_sheet(s["name"])
        for (row, col, kind, text), look in zip(s["cells"], s["look"]):
            cell = w.cell(row, col + 1)
            if kind == "n":
                cell.value = int(text) if text.isdigit() else float(text)
            elif kind:
                cell.value = text
                cell.data_type = kind  # "=1+1" and "1/2" stay texts
            if look == DAY:
                cell.number_format = "dd/mm/yyyy"
            elif look == TCVN3:
                cell.font = Font(name=".VnTime")
            elif look == VNI:
                cell.font = Font(name="VNI-Times")
        for area in s["merged"] or []:
            w.merge_cells(area)
        for row in s["hiddenRows"] or []:
            w.row_dimensions[row].hidden = True
        for col in s["hiddenCols"] or []:
            w.column_dimensions[get_column_letter(col + 1)].hidden = True
    return book


how, out, files = sys.argv[1], sys.argv[2], sys.argv[3:]
for path in files:
    name = os.path.splitext(os.path.basename(path))[0]
    book = again(path) if how == "luu" else anew(path)
    book.save(os.path.join(out, name + ".xlsx"))
