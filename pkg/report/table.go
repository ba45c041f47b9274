package report

import "strings"

// tableGap is the number of spaces between two columns of a table.
const tableGap = 2

// column is a column of a table: its heading and how far it may be narrowed.
type column struct {
	title string
	least int // width below which it is not narrowed
	order int // when the table is too wide, columns of order 0 are narrowed first

	middle bool // cells are cut in the middle: what tells them apart may stand at their ends
	number bool // cells are set to the right
}

// table lays out rows of cells below a heading, each row on one line of at
// most width columns. Cells that are too long are cut; columns that are empty in
// every row are left out. Where the width would leave nothing to read of the cells,
// each row is a paragraph.
func table(heads []column, rows [][]piece, width int) []line {
	heads, rows = dropEmpty(heads, rows)
	if leastWidth(heads) > width {
		return stacked(heads, rows, width)
	}
	widths := fitColumns(heads, rows, width)
	title := make([]piece, len(heads))
	for i, h := range heads {
		title[i] = piece{h.title, faint}
	}
	lines := []line{tableRow(title, heads, widths)}
	for _, row := range rows {
		lines = append(lines, tableRow(row, heads, widths))
	}
	return lines
}

func leastWidth(heads []column) int {
	total := tableGap * (len(heads) - 1)
	for _, h := range heads {
		total += h.least
	}
	return total
}

// stacked sets each row as a paragraph: each cell behind the heading of its column, but
// for a name that comes first.
func stacked(heads []column, rows [][]piece, width int) (lines []line) {
	for _, row := range rows {
		var text []piece
		for i, cell := range row {
			if cell.text == "" {
				continue
			}
			if i > 0 {
				text = append(text, piece{" · ", faint})
			}
			if i > 0 || heads[i].number {
				text = append(text, piece{strings.ToLower(heads[i].title) + " ", faint})
			}
			text = append(text, isolated(line{cell})...)
		}
		lines = append(lines, hangIn(text, tableGap, width)...)
	}
	return lines
}

// hangIn wraps text, and sets all but its first line in.
func hangIn(text []piece, columns, width int) []line {
	lines := wrap(text, width-columns)
	return append(lines[:1:1], indent(columns, lines[1:])...)
}

func tableRow(cells []piece, heads []column, widths []int) line {
	var l line
	for i, cell := range cells {
		if heads[i].middle {
			cell.text = cutMiddle(cell.text, widths[i])
		} else {
			cell.text = cut(cell.text, widths[i])
		}
		set, gap := isolated(line{cell}), piece{strings.Repeat(" ", widths[i]-columns(cell.text)), plain}
		if heads[i].number {
			l = append(append(l, gap), set...)
		} else {
			l = append(append(l, set...), gap)
		}
		l = append(l, piece{strings.Repeat(" ", tableGap), plain})
	}
	return l
}

// fitColumns gives each column the width of its widest cell. What is too much
// in all it takes from the columns in their order, from the widest of those
// whose turn it is.
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
		widths[nextToNarrow(heads, widths)]--
	}
	return widths
}

// nextToNarrow is the column that gives way next: when all have their least
// width, simply the widest.
func nextToNarrow(heads []column, widths []int) int {
	best, widest := -1, 0
	for i, h := range heads {
		if widths[i] > widths[widest] {
			widest = i
		}
		if widths[i] <= h.least {
			continue
		}
		if best < 0 || h.order < heads[best].order ||
			h.order == heads[best].order && widths[i] > widths[best] {
			best = i
		}
	}
	if best < 0 {
		return widest
	}
	return best
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
