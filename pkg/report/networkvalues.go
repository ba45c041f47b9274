package report

import (
	"slices"
	"strconv"
)

// value is something that a network's file tells of each node, or of each link,
// besides what the formats have a place of their own for.
type value[T any] struct {
	name   string
	number bool
	of     func(T) string // empty when unknown, or when there is no such thing
}

func nodeValues() []value[node] {
	known := func(n node, number int) string {
		if n.kind == agencyNode {
			return ""
		}
		return strconv.Itoa(number)
	}
	return []value[node]{
		{"kind", false, func(n node) string { return string(n.kind) }},
		{"article", false, func(n node) string { // by which tables and the JSON form know it
			if n.kind != articleNode {
				return ""
			}
			return n.id
		}},
		{"outlet", false, func(n node) string { return n.outlet }},
		{"event", false, func(n node) string { return n.event }},
		{"family", false, func(n node) string { return n.family }},
		{"published", false, func(n node) string { return n.published }},
		{"first", false, func(n node) string { return n.first }},
		{"articles", true, func(n node) string {
			if n.kind == articleNode {
				return ""
			}
			return known(n, n.articles)
		}},
		{"words", true, func(n node) string { return known(n, n.words) }},
	}
}

func linkValues() []value[link] {
	return []value[link]{
		{"paragraphs", true, func(l link) string {
			if l.paragraphs == 0 {
				return ""
			}
			return strconv.Itoa(l.paragraphs)
		}},
		{"words", true, func(l link) string { return strconv.Itoa(l.words) }},
		{"articles", true, func(l link) string { return strconv.Itoa(l.articles) }},
		{"first", false, func(l link) string { return l.first }},
		{"evidence", false, func(l link) string { return l.evidence }},
	}
}

// mentioned are the values that at least one of the list has, so that no program shows an
// empty column.
func mentioned[T any](values []value[T], list []T) []value[T] {
	return slices.DeleteFunc(values, func(v value[T]) bool {
		return !slices.ContainsFunc(list, func(t T) bool { return v.of(t) != "" })
	})
}
