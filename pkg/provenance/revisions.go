package provenance

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/wireprint/wireprint/pkg/news"
)

//go:embed revisions.txt
var revisionsFile string

// revisionMarks is what revisions.txt says: marks by where they stand.
var revisionMarks = sync.OnceValue(func() map[string][]string {
	marks := map[string][]string{}
	for line := range strings.Lines(revisionsFile) {
		where, list, ok := strings.Cut(strings.TrimSpace(line), " ")
		if ok && where != "#" {
			marks[where] = strings.Split(list, ", ")
		}
	}
	return marks
})

// revision is what an article says of being a later version of a story.
type revision struct {
	corrects bool
	number   int // of the update; 1 if it has none, 0 if it is not said to be one
}

// revisionOf reads the marks of an article's title, beginning and end.
func revisionOf(a *news.Article) (r revision) {
	const reach = 400 // bytes
	text := a.Text
	title := strings.ToLower(strings.TrimSpace(a.Title))
	opening := strings.ToLower(text[:min(len(text), reach)])
	closing := strings.ToLower(text[max(0, len(text)-reach):])
	marks := revisionMarks()
	for _, part := range []string{title, opening, closing} {
		r.corrects = r.corrects || holdsAny(part, marks["corrected"]) || lineBegins(part, marks["correction"])
	}
	if holdsAny(opening, marks["update"]) {
		r.number = 1
	}
	for _, mark := range marks["numbered"] {
		if number, ok := numbered(title, mark); ok {
			r.number = number
		}
	}
	return r
}

func holdsAny(text string, marks []string) bool {
	const few = 40 // bytes
	for _, mark := range marks {
		first, second, _ := strings.Cut(mark, " … ")
		if i := strings.Index(text, first); i >= 0 {
			rest := text[i+len(first):]
			if strings.Contains(rest[:min(len(rest), few)], second) {
				return true
			}
		}
	}
	return false
}

// lineBegins reports a line that begins with one of the marks and is parted from
// what follows, as "CORRECTED - " is: "Corrected figures" is a headline.
func lineBegins(text string, marks []string) bool {
	for line := range strings.Lines(text) {
		for _, mark := range marks {
			rest, ok := strings.CutPrefix(strings.TrimSpace(line), mark)
			rest = strings.TrimLeft(rest, " ")
			if ok && (strings.HasSuffix(mark, ":") || rest == "" || strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—")) {
				return true
			}
		}
	}
	return false
}

// numbered reads "UPDATE 2-" and "UPDATE: " at a title's beginning.
func numbered(title, mark string) (number int, ok bool) {
	rest, ok := strings.CutPrefix(title, mark)
	if !ok {
		return 0, false
	}
	rest = strings.TrimLeft(rest, " ")
	if rest != "" && '1' <= rest[0] && rest[0] <= '9' {
		return int(rest[0] - '0'), true
	}
	return 1, strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–")
}

// after reports whether r is certainly of a later version than s.
func (r revision) after(s revision) bool {
	if r.corrects != s.corrects {
		return r.corrects
	}
	return r.number > s.number
}
