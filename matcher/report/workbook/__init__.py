"""The report as a workbook: to filter, to count on and to decide in."""
