package news

import "strings"

// MostListed is how many skips of one kind a report lists of one input, each by itself.
// A file may hold any number of broken records, and all are broken in much the same way:
// the others are counted, in one entry.
const MostListed = 1000

// Skip is an input, or a record of one, that was left out; or, with a count, the rest of
// its records that were left out for one kind of reason.
type Skip struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
	Count  int    `json:"count,omitempty"` // of what the entry stands for; 0 for itself
}

// Number is how many inputs and records a skip stands for.
func (s Skip) Number() int { return max(1, s.Count) }

// Kind is a skip's reason without its particulars, which may be different for each
// record: of kinds there are not many.
func (s Skip) Kind() string {
	kind, _, _ := strings.Cut(s.Reason, " (")
	kind, _, _ = strings.Cut(kind, ": ")
	return kind
}

// CountSkips is how many inputs and records a list of skips stands for.
func CountSkips(list []Skip) int {
	sum := 0
	for _, s := range list {
		sum += s.Number()
	}
	return sum
}
