package pipeline

import (
	"os"
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/eval"
	"github.com/wireprint/wireprint/pkg/news"
)

// eventsWithout are the events of the others when one record of a file is left out.
func eventsWithout(t *testing.T, lines []string, left int) map[string]string {
	t.Helper()
	in := strings.Join(append(append([]string{}, lines[:left]...), lines[left+1:]...), "")
	opts := Defaults()
	opts.Rows, opts.Pairs = RowsNone, PairsNone
	r, err := Scan(t.Context(), []string{"-"}, strings.NewReader(in), opts, Silent{})
	if err != nil {
		t.Fatal(err)
	}
	return labels(r)
}

func labels(r *news.Report) map[string]string {
	of := map[string]string{}
	for _, a := range r.Articles {
		of[a.ID] = a.Event
	}
	return of
}

// An article more or less changes the events of others little: each changes how
// rare words are in the folder.
func TestEventsAreStable(t *testing.T) {
	text, err := os.ReadFile(data + "events/docs.jsonl")
	if err != nil {
		t.Skipf("../shared/data is not here: %v", err)
	}
	lines := strings.SplitAfter(strings.TrimSpace(string(text)), "\n")
	lines[len(lines)-1] += "\n"
	whole := labels(scan(t, func(o *Options) { o.Rows, o.Pairs = RowsNone, PairsNone }, data+"events/docs.jsonl"))
	least := 1.0
	for left := 7; left < len(lines); left += 91 {
		s := eval.Compare(whole, eventsWithout(t, lines, left))
		if s.Articles != len(lines)-1 {
			t.Fatalf("%d articles of %d", s.Articles, len(lines)-1)
		}
		least = min(least, s.ARI)
	}
	t.Logf("least agreement with the whole: ARI %.4f", least)
	if least < .97 {
		t.Errorf("one article changes the events of others to an ARI of %.4f, want .97", least)
	}
}
