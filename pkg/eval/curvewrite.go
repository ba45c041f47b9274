package eval

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
)

// CurveJSON writes the curve as one JSON object.
func CurveJSON(w io.Writer, c *Curve) error {
	published := *c
	published.InForce, published.Best = c.InForce.rounded(), c.Best.rounded()
	published.Points = make([]Point, len(c.Points))
	for i, p := range c.Points {
		published.Points[i] = p.rounded()
	}
	return encode(w, published, "curve")
}

// encode writes a value as one JSON object.
func encode(w io.Writer, value any, what string) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(value); err != nil {
		return fmt.Errorf("write %s as JSON: %w", what, err)
	}
	return nil
}

// CurveCSV writes a row for each point, below a header: its factor and settings,
// whether it is the best (1 or 0), the number of clusters, and the scores by the
// names of the JSON fields.
func CurveCSV(w io.Writer, c *Curve) error {
	var rows [][]string
	for _, p := range c.Points {
		head, row := p.cells(p.Factor == c.Best.Factor)
		if len(rows) == 0 {
			rows = append(rows, head)
		}
		rows = append(rows, row)
	}
	if err := csv.NewWriter(w).WriteAll(rows); err != nil {
		return fmt.Errorf("write curve as CSV: %w", err)
	}
	return nil
}

// cells are the names and values of a row of the curve.
func (p Point) cells(best bool) (names, values []string) {
	add := func(name, value string) { names, values = append(names, name), append(values, value) }
	add("factor", decimal(p.Factor))
	for _, s := range p.Settings {
		add(s.Name, decimal(s.Value))
	}
	add("best", strconv.Itoa(map[bool]int{true: 1}[best]))
	add("clusters", strconv.Itoa(p.Clusters))
	for _, m := range p.Scores.measures() {
		add(m[0], m[1])
	}
	return names, values
}

func (p Point) rounded() Point {
	p.Scores = p.Scores.rounded()
	return p
}

func decimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
