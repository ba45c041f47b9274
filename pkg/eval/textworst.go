package eval

import (
	"fmt"
	"strings"
)

// What the text shows of a long list; the JSON form has it whole.
const (
	idsOfPart   = 5
	partsOfMany = 8
)

// clusterSections say which clusters went wrong.
func (j *Judgement) clusterSections(width int) [][]string {
	s := j.Scores
	split := prose(width, "Split: none of %s.", count(s.GoldClusters, "gold cluster"))
	if s.SplitClusters > 0 {
		split = prose(width, "Split: %s of %s, %s lost.",
			number(s.SplitClusters), count(s.GoldClusters, "gold cluster"), count(s.GoldPairs-s.TruePairs, "pair"))
	}
	merged := prose(width, "Merging: none of the report's %s.", count(s.PredictedClusters, "cluster"))
	if s.MergedClusters > 0 {
		merged = prose(width, "Merging: %s of the report's %s, %s wrong.",
			number(s.MergedClusters), count(s.PredictedClusters, "cluster"), count(s.PredictedPairs-s.TruePairs, "pair"))
	}
	return [][]string{
		append(split, mixedLines(j.Split, s.SplitClusters, "%s in %s of the report's, %s lost", width)...),
		append(merged, mixedLines(j.Merged, s.MergedClusters, "%s of %s in gold, %s wrong", width)...),
	}
}

// mixedLines lists some of the mixed clusters. The format says how many articles,
// clusters of the other side, and pairs each has.
func mixedLines(list []Mixed, all int, format string, width int) []string {
	var lines []string
	for _, m := range list {
		what := fmt.Sprintf(format, count(m.Size, "article"), count(len(m.Parts), "cluster"), count(m.Pairs, "pair"))
		lines = append(lines, item(append([]string{visible(m.Cluster) + ":"}, strings.Fields(what)...), width)...)
		lines = append(lines, partLines(m.Parts, width)...)
	}
	return append(lines, more(len(list), all, width)...)
}

// partLines lists the parts of one cluster: name, size and articles.
func partLines(parts []Part, width int) []string {
	const widest = 24 // columns that a name may take of all lines
	shown := parts[:min(partsOfMany, len(parts))]
	names, sizes := 0, 0
	for _, p := range shown {
		if n := columns(visible(p.Cluster)); n <= widest {
			names = max(names, n)
		}
		sizes = max(sizes, len(number(len(p.Articles))))
	}
	var lines []string
	for _, p := range shown {
		label := "    " + left(visible(p.Cluster), names) + "  " + right(number(len(p.Articles)), sizes)
		lines = append(lines, hang(label, 4+names+2+sizes+2, listed(p.Articles, len(p.Articles), idsOfPart), width)...)
	}
	if left := len(parts) - len(shown); left > 0 {
		lines = append(lines, fmt.Sprintf("    and %s", count(left, "more part")))
	}
	return lines
}

// pairSections say which labelled pairs went wrong.
func (j *Judgement) pairSections(width int) [][]string {
	s := j.Scores
	lost, wrong := s.GoldPairs-s.TruePairs, s.PredictedPairs-s.TruePairs
	parted := prose(width, "Parted though the same: %s of %s.", orNone(lost), number(s.GoldPairs))
	joined := prose(width, "Joined though different: %s of %s.", orNone(wrong), number(s.JudgedPairs-s.GoldPairs))
	return [][]string{
		append(parted, pairLines(j.Parted, lost, width)...),
		append(joined, pairLines(j.Joined, wrong, width)...),
	}
}

func orNone(n int) string {
	if n == 0 {
		return "none"
	}
	return number(n)
}

// pairLines lists some of the pairs.
func pairLines(list []LabelledPair, all, width int) []string {
	var lines []string
	for _, p := range list {
		lines = append(lines, item([]string{visible(p.A), "|", visible(p.B)}, width)...)
	}
	return append(lines, more(len(list), all, width)...)
}

// more says how many of all were not listed. Where none was to be listed, it
// says nothing.
func more(shown, all, width int) []string {
	if shown == 0 || shown == all {
		return nil
	}
	return item(strings.Fields(fmt.Sprintf("and %s more, see --worst", number(all-shown))), width)
}

// section lists what was left out.
func (l LeftOut) section(width int) []string {
	var lines []string
	add := func(n int, noun, which string, examples []string) {
		if n == 0 {
			return
		}
		words := strings.Fields(count(n, noun) + " " + which)
		if len(examples) > 0 {
			words[len(words)-1] += ":"
			words = append(words, listed(examples, n, len(examples))...)
		}
		lines = append(lines, item(words, width)...)
	}
	add(l.NoGold.Count, "article", "of the report without gold", l.NoGold.Examples)
	add(l.NoReport.Count, "gold id", "that the report lacks", l.NoReport.Examples)
	add(l.Pairs, "labelled pair", "with an article that the report lacks", nil)
	add(l.Records, "gold record", "of a type that labels no article", nil)
	if len(lines) == 0 {
		return nil
	}
	return append([]string{"Left out:"}, lines...)
}
