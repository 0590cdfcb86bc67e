"""The workbook face: a scenario as planners see it in Excel, WPS or LibreOffice."""
