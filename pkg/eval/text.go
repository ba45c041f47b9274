package eval

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// TextOptions are the choices of a judgement or a curve as text.
type TextOptions struct {
	Width int // columns that lines may take, ids aside: 80 when 0, and never less than 40
}

func (o TextOptions) width() int {
	const usual, least = 80, 40
	return max(least, cmp.Or(o.Width, usual))
}

// Text writes the judgement for a reader: the scores with a word on each, what
// went wrong and what was left out.
func Text(w io.Writer, j *Judgement, opts TextOptions) error {
	width := opts.width()
	sections := [][]string{j.head(width), j.table(width)}
	if j.Scores.ClusterScores != nil {
		sections = append(sections, j.clusterSections(width)...)
	} else {
		sections = append(sections, j.pairSections(width)...)
	}
	sections = append(sections, j.LeftOut.section(width))

	return writeSections(w, sections, "judgement")
}

// writeSections writes lines in sections, with a blank line between them.
func writeSections(w io.Writer, sections [][]string, what string) error {
	var text strings.Builder
	for _, lines := range sections {
		if len(lines) == 0 {
			continue
		}
		if text.Len() > 0 {
			text.WriteByte('\n')
		}
		for _, line := range lines {
			text.WriteString(strings.TrimRight(line, " "))
			text.WriteByte('\n')
		}
	}
	if _, err := io.WriteString(w, text.String()); err != nil {
		return fmt.Errorf("write %s: %w", what, err)
	}
	return nil
}

// head says what was held against what.
func (j *Judgement) head(width int) []string {
	s := j.Scores
	if s.ClusterScores == nil {
		return prose(width, "%s judged by %s: %s, %s different.",
			plural(j.Level), count(s.JudgedPairs, "labelled pair"), number(s.GoldPairs)+" the same", number(s.JudgedPairs-s.GoldPairs))
	}
	return prose(width, "%s judged by %s: %s, %s in the report; an article that stands alone is one too.",
		plural(j.Level), count(s.Articles, "article"), count(s.GoldClusters, "gold cluster"), number(s.PredictedClusters))
}

// Basis says in words how much gold there is.
func (s Scores) Basis() string {
	if s.ClusterScores == nil {
		return count(s.JudgedPairs, "labelled pair")
	}
	return count(s.Articles, "article") + " in " + count(s.GoldClusters, "gold cluster")
}

func plural(level Level) string {
	if level == Family {
		return "Families"
	}
	return "Events"
}

// table sets the scores one below the other, with what they mean.
func (j *Judgement) table(width int) []string {
	s := j.Scores
	rows := []scoreRow{
		{"", "precision", "recall", "F1", ""},
		{"pairs", rate(s.Precision), rate(s.Recall), rate(s.F1), s.pairsInWords()},
	}
	if c := s.ClusterScores; c != nil {
		rows = append(rows,
			scoreRow{"B³", rate(c.BCubedP), rate(c.BCubedR), rate(c.BCubedF1), "the same, article by article"},
			scoreRow{"V-measure", rate(c.Homogeneity), rate(c.Completeness), rate(c.V), "homogeneity, completeness, their mean"},
			scoreRow{"ARI", "", "", rate(c.ARI), "agreement on pairs; 0 is chance"},
		)
	}
	var lines []string
	for _, r := range rows {
		lines = append(lines, r.lines(width)...)
	}
	if s.ClusterScores == nil {
		lines = append(lines, "")
		lines = append(lines, prose(width, "Labelled pairs tell no more; for B³, V-measure and ARI give each article's cluster.")...)
	}
	return lines
}

// pairsInWords says what the scores over pairs are shares of.
func (p PairScores) pairsInWords() string {
	return fmt.Sprintf("%s right of %s predicted, %s in gold", number(p.TruePairs), number(p.PredictedPairs), number(p.GoldPairs))
}

// scoreRow is a row of the table of scores.
type scoreRow struct{ name, precision, recall, f1, meaning string }

func (r scoreRow) lines(width int) []string {
	figures := "  " + left(r.name, 9) + right(r.precision, 11) + right(r.recall, 8) + right(r.f1, 8)
	if r.meaning == "" {
		return []string{figures}
	}
	return hang(figures, columns(figures)+3, strings.Fields(r.meaning), width)
}

// rate writes a score with four digits.
func rate(x float64) string { return strconv.FormatFloat(round(x, 4), 'f', 4, 64) }

// prose sets a sentence in lines.
func prose(width int, format string, args ...any) []string {
	return fill(strings.Fields(fmt.Sprintf(format, args...)), width)
}
