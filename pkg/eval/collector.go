package eval

import (
	"errors"
	"fmt"
	"strings"
)

// collector takes labels one by one and refuses those that contradict earlier
// ones.
type collector struct {
	level Level
	gold  Gold
	lines map[string]int           // of the label of an article
	pairs map[[2]string]judgedPair // by its ids in order
}

// judgedPair is what a line says about a pair.
type judgedPair struct {
	line int
	same bool
}

func newCollector(level Level) *collector {
	return &collector{
		level: level,
		gold:  Gold{Clusters: make(map[string]string)},
		lines: make(map[string]int),
		pairs: make(map[[2]string]judgedPair),
	}
}

// label takes a line that says in which cluster an article is.
func (c *collector) label(line int, id, cluster string) error {
	cluster = strings.TrimSpace(cluster)
	switch before, known := c.gold.Clusters[id]; {
	case id == "":
		return fmt.Errorf("line %d: no id", line)
	case cluster == "":
		return fmt.Errorf("line %d: article %q has no cluster; give it one of its own if it stands alone, or leave the line out", line, id)
	case known && before != cluster:
		return fmt.Errorf("line %d: article %q is in cluster %q, but line %d has it in %q; keep one of the two lines", line, id, cluster, c.lines[id], before)
	}
	c.gold.Clusters[id] = cluster
	c.lines[id] = line
	return nil
}

// pair takes a line that says whether two articles belong together.
func (c *collector) pair(line int, a, b, judgement string) error {
	same, ok := judged(judgement)
	switch {
	case a == "" || b == "":
		return fmt.Errorf("line %d: a pair needs two ids", line)
	case a == b:
		return fmt.Errorf("line %d: article %q is paired with itself; leave the line out", line, a)
	case !ok:
		return fmt.Errorf("line %d: %q does not say whether the two belong together; write 1 or 0, same or different, true or false, yes or no", line, judgement)
	}
	key := [2]string{min(a, b), max(a, b)}
	before, known := c.pairs[key]
	if known && before.same != same {
		return fmt.Errorf("line %d: %q and %q are called %s, but line %d calls them %s; keep one of the two lines", line, a, b, called(same), before.line, called(before.same))
	}
	if !known {
		c.pairs[key] = judgedPair{line, same}
		c.gold.Pairs = append(c.gold.Pairs, LabelledPair{a, b, same})
	}
	return nil
}

// judged understands what a person writes about a pair.
func judged(text string) (same, ok bool) {
	switch strings.ToLower(strings.TrimSpace(text)) {
	case "1", "same", "true", "yes":
		return true, true
	case "0", "different", "false", "no":
		return false, true
	default:
		return false, false
	}
}

func called(same bool) string {
	if same {
		return "the same"
	}
	return "different"
}

// finish returns what was collected.
func (c *collector) finish() (*Gold, error) {
	switch {
	case len(c.gold.Pairs) > 0:
		c.gold.Clusters = nil
	case len(c.gold.Clusters) == 0 && c.gold.PassedOver > 0:
		return nil, fmt.Errorf("no gold labels: none of the %d records is of type \"article\" or labels a pair", c.gold.PassedOver)
	case len(c.gold.Clusters) == 0:
		return nil, errors.New("a header and no gold labels below it")
	}
	return &c.gold, nil
}

// clusterField chooses the field or column that holds an article's cluster.
func clusterField(level Level, has func(name string) bool) (string, error) {
	for _, name := range []string{string(level), "cluster", "label", "story"} {
		if has(name) {
			return name, nil
		}
	}
	if other := string(level.other()); has(other) {
		return "", fmt.Errorf("a %s, but no %s; to judge by %s, use --level %s", other, level, other, other)
	}
	return "", fmt.Errorf("an id, but no cluster; name it cluster, label, story or %s", level)
}

// judgementField chooses the field or column that says whether the two of a
// pair belong together.
func judgementField(has func(name string) bool) (string, bool) {
	for _, name := range []string{"same", "label"} {
		if has(name) {
			return name, has("a") && has("b")
		}
	}
	return "", false
}
