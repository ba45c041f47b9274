package eval

import (
	"fmt"
	"io"
	"slices"
)

// CurveText writes the curve for a reader: a table of the points, and below it the
// best of them.
func CurveText(w io.Writer, c *Curve, opts TextOptions) error {
	width := opts.width()
	sections := [][]string{
		prose(width, "%s at %s, judged by %s.", plural(c.Level), count(len(c.Points), "threshold"), c.InForce.Scores.Basis()),
		c.table(width),
		c.advice(width),
		c.LeftOut.section(width),
	}
	return writeSections(w, sections, "curve")
}

// column is a column of a table of points.
type column struct {
	head string
	gap  int // columns of the terminal before it
	cell func(Point) string
	drop int // columns with the highest numbers go first where there is little room; none with 0
}

func (c column) width() int { return max(len("0.0000"), columns(c.head)) }

// table sets the points one below the other, as many columns as there is room for.
func (c *Curve) table(width int) []string {
	list := c.columns()
	for tableWidth(list) > width {
		last := slices.MaxFunc(list, func(a, b column) int { return a.drop - b.drop })
		if last.drop == 0 {
			break
		}
		list = slices.DeleteFunc(list, func(a column) bool { return a.drop == last.drop })
	}
	head := " "
	for _, col := range list {
		head += right(col.head, col.gap+col.width())
	}
	lines := []string{head}
	for _, p := range c.Points {
		line := c.mark(p)
		for _, col := range list {
			line += right(col.cell(p), col.gap+col.width())
		}
		lines = append(lines, line)
	}
	return append(lines, prose(width, "*: best by %s; =: thresholds in force", MeasureName(c.Measure))...)
}

// tableWidth is the number of terminal columns that a table takes, with one for
// the marks.
func tableWidth(list []column) int {
	width := 1
	for _, col := range list {
		width += col.gap + col.width()
	}
	return width
}

func (c *Curve) columns() []column {
	var list []column
	for i, s := range c.InForce.Settings {
		value := func(p Point) string { return fmt.Sprintf("%.4f", p.Settings[i].Value) }
		list = append(list, column{s.Name, 2, value, 5 * min(i, 1)})
	}
	score := func(head string, of func(Scores) float64, drop int) {
		list = append(list, column{head, 1, func(p Point) string { return rate(of(p.Scores)) }, drop})
	}
	list = append(list, column{"clusters", 2, func(p Point) string { return number(p.Clusters) }, 2})
	score("P", func(s Scores) float64 { return s.Precision }, 3)
	score("R", func(s Scores) float64 { return s.Recall }, 3)
	score("F1", func(s Scores) float64 { return s.F1 }, 0)
	if c.Gold == goldPairs {
		return list
	}
	score("B³", func(s Scores) float64 { return s.BCubedF1 }, 1)
	score("ARI", func(s Scores) float64 { return s.ARI }, 0)
	score("V", func(s Scores) float64 { return s.V }, 4)
	return list
}

// mark tells the best point and that of the thresholds in force.
func (c *Curve) mark(p Point) string {
	switch p.Factor {
	case c.Best.Factor:
		return "*"
	case c.InForce.Factor:
		return "="
	}
	return " "
}

// advice names the best point and how to use it.
func (c *Curve) advice(width int) []string {
	name, now := MeasureName(c.Measure), rate(c.InForce.Scores.By(c.Measure))
	if c.Best.Factor == c.InForce.Factor {
		return prose(width, "None of these thresholds is better by %s than those in force: %s.", name, now)
	}
	lines := prose(width, "Best by %s, at %s times the thresholds in force: %s instead of %s.",
		name, decimal(c.Best.Factor), rate(c.Best.Scores.By(c.Measure)), now)
	lines = append(lines, item(slices.Concat([]string{"wireprint", "scan"}, c.Best.Settings.flags(), []string{"…"}), width)...)
	if doubt := edge(c.Points, c.Best); doubt != "" {
		lines = append(lines, prose(width, "%s.", sentence(doubt))...)
	}
	return append(lines, prose(width, "Labels flatter the thresholds that were chosen by them; wireprint tune tells what to expect of others.")...)
}

// flags are the settings as they are given on the command line.
func (s Settings) flags() []string {
	var flags []string
	for _, setting := range s {
		flags = append(flags, "--"+setting.Name+" "+decimal(setting.Value))
	}
	return flags
}
