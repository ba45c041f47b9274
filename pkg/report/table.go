package report

import "strings"

// tableGap is the number of spaces between two columns of a table.
const tableGap = 2

// column is a column of a table: its heading and how far it may be narrowed.
type column struct {
	title string
	least int // columns that it keeps when the table must shrink
}

// table lays out rows of cells below a heading, each row on one line of at
// most width columns. Cells that are too long end in "…"; columns that are
// empty in every row are left out.
func table(heads []column, rows [][]piece, width int) []line {
	heads, rows = dropEmpty(heads, rows)
	widths := fitColumns(heads, rows, width)
	title := make([]piece, len(heads))
	for i, h := range heads {
		title[i] = piece{h.title, faint}
	}
	lines := []line{tableRow(title, widths)}
	for _, row := range rows {
		lines = append(lines, tableRow(row, widths))
	}
	return lines
}

func tableRow(cells []piece, widths []int) line {
	var l line
	for i, cell := range cells {
		cell.text = cut(cell.text, widths[i])
		gap := widths[i] - columns(cell.text) + tableGap
		l = append(l, cell, piece{strings.Repeat(" ", gap), plain})
	}
	return l
}

// fitColumns gives each column the width of its widest cell. If that is too
// much in all, the widest column that may shrink gives way first.
func fitColumns(heads []column, rows [][]piece, width int) []int {
	widths := make([]int, len(heads))
	total := tableGap * (len(heads) - 1)
	for i, h := range heads {
		widths[i] = columns(h.title)
		for _, row := range rows {
			widths[i] = max(widths[i], columns(row[i].text))
		}
		total += widths[i]
	}
	for ; total > width; total-- {
		widest := -1
		for i, h := range heads {
			if widths[i] > h.least && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		widths[widest]--
	}
	return widths
}

// dropEmpty leaves out the columns that no row fills.
func dropEmpty(heads []column, rows [][]piece) ([]column, [][]piece) {
	var keep []int
	for i := range heads {
		for _, row := range rows {
			if row[i].text != "" {
				keep = append(keep, i)
				break
			}
		}
	}
	kept := make([]column, len(keep))
	out := make([][]piece, len(rows))
	for j, i := range keep {
		kept[j] = heads[i]
		for n, row := range rows {
			out[n] = append(out[n], row[i])
		}
	}
	return kept, out
}
