package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"iter"
	"maps"
	"math"
	"slices"
)

// CurveSchema names the version of a curve's JSON form, as [Schema] does of a
// judgement's.
const CurveSchema = "wireprint.sweep/v1"

// Candidate is how articles would be grouped at certain thresholds.
type Candidate struct {
	Factor   float64           // times the thresholds in force; 1 for these
	Settings Settings          // that give these thresholds
	Clusters map[string]string // cluster by article, as [Predicted] gives them
}

// Settings are the names and values of thresholds. As JSON they are an object
// with its keys in this order.
type Settings []Setting

// Setting is one threshold.
type Setting struct {
	Name  string
	Value float64
}

// MarshalJSON implements [json.Marshaler].
func (s Settings) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for i, setting := range s {
		b.WriteByte("{,"[min(i, 1)])
		pair, err := json.Marshal(map[string]float64{setting.Name: setting.Value})
		if err != nil {
			return nil, err
		}
		b.Write(bytes.Trim(pair, "{}"))
	}
	if len(s) == 0 {
		b.WriteByte('{')
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// Curve is the scores of one set of articles over a range of thresholds.
type Curve struct {
	Schema  string  `json:"schema"`
	Level   Level   `json:"level"`
	Gold    string  `json:"gold"`    // "clusters" or "pairs"
	Measure string  `json:"measure"` // by which the best is chosen: "ari", of labelled pairs "pair_f1"
	InForce Point   `json:"in_force"`
	Best    Point   `json:"best"`
	Points  []Point `json:"points"` // in the order of the candidates
	LeftOut LeftOut `json:"left_out"`
}

// Point is the scores at certain thresholds.
type Point struct {
	Factor   float64  `json:"factor"` // times the thresholds in force
	Settings Settings `json:"settings"`
	Clusters int      `json:"clusters"` // of all articles, also of those without gold
	Scores   Scores   `json:"scores"`
}

// Sweep scores candidates, one of which must be of the thresholds in force. Of
// candidates that score alike, the best is that nearest to these. It refuses what
// [Judge] refuses.
func Sweep(gold *Gold, level Level, candidates iter.Seq[Candidate]) (*Curve, error) {
	c := &Curve{Schema: CurveSchema, Level: level, Gold: gold.kind(), Measure: gold.measure()}
	for candidate := range candidates {
		if len(c.Points) == 0 {
			c.LeftOut = leftOut(gold, candidate.Clusters)
			if err := gold.check(candidate.Clusters, c.LeftOut); err != nil {
				return nil, err
			}
		}
		c.Points = append(c.Points, gold.point(candidate))
	}
	values := make([]float64, len(c.Points))
	for i, p := range c.Points {
		values[i] = p.Scores.By(c.Measure)
	}
	inForce, err := inForceOf(c.Points)
	if err != nil {
		return nil, err
	}
	c.InForce, c.Best = c.Points[inForce], c.Points[best(c.Points, values)]
	return c, nil
}

func (g *Gold) point(c Candidate) Point {
	clusters := make(map[string]bool)
	for id := range maps.Values(c.Clusters) {
		clusters[id] = true
	}
	return Point{Factor: c.Factor, Settings: c.Settings, Clusters: len(clusters), Scores: g.Score(c.Clusters)}
}

// inForceOf finds the point at the thresholds in force.
func inForceOf(points []Point) (int, error) {
	i := slices.IndexFunc(points, func(p Point) bool { return p.Factor == 1 })
	if i < 0 {
		return 0, errors.New("no candidate has the thresholds in force")
	}
	return i, nil
}

// best is the point with the highest value, of those that are published alike the
// nearest to the thresholds in force.
func best(points []Point, values []float64) int {
	far := func(i int) float64 { return math.Abs(math.Log(points[i].Factor)) }
	best := 0
	for i := range points {
		value, most := round(values[i], digits), round(values[best], digits)
		if value > most || value == most && far(i) < far(best) {
			best = i
		}
	}
	return best
}

// The scores by which thresholds are chosen: both can be told from counts of pairs.
const (
	byARI    = "ari"
	byPairF1 = "pair_f1"
)

func (g *Gold) measure() string {
	if g.Clusters == nil {
		return byPairF1
	}
	return byARI
}

func (g *Gold) kind() string {
	if g.Clusters == nil {
		return goldPairs
	}
	return goldClusters
}

// By is one of the scores by which thresholds are chosen.
func (s Scores) By(measure string) float64 {
	if measure == byARI {
		return s.ARI
	}
	return s.F1
}

// MeasureName is such a score's name for a reader.
func MeasureName(measure string) string {
	if measure == byPairF1 {
		return "pair F1"
	}
	return "ARI"
}
