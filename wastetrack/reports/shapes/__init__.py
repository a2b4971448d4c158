"""What the reports room gives out: registers for screen, workbook and paper, sheets and briefs."""
