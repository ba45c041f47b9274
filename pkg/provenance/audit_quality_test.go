package provenance_test

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/pipeline"
)

// TestAuditQuality scans the folders of testdata/audit, which are written as those of
// testdata/direction are: what stands behind an article's name is what a careful
// reporter finds of its credits, "-" for nothing to say, and "origins:" are those who
// wrote of the event independently, "+1" one more who is not known.
func TestAuditQuality(t *testing.T) {
	var b bytes.Buffer
	var all directionScore
	for _, c := range readDirectionCases(t, "audit", 10) {
		dir := t.TempDir()
		c.write(t, dir)
		report, err := pipeline.Scan(context.Background(), []string{dir}, strings.NewReader(""), pipeline.Defaults(), pipeline.Silent{})
		if err != nil {
			t.Fatal(err)
		}
		judgeAudit(&all, c, report)
	}
	fmt.Fprintf(&b, "%d articles\n%s", all.articles, all)
	compareGolden(t, "testdata/audit.txt", b.Bytes())
	if all.known.share() < .95 || all.articles < 25 {
		t.Errorf("below the bar of .95:\n%s", all)
	}
}

// judgeAudit counts what was found of the articles of a folder as known, and the
// origins of its event as unknown.
func judgeAudit(s *directionScore, c directionCase, r *news.Report) {
	found := map[string]news.Audit{}
	for _, a := range r.Audit {
		found[a.Article] = a
	}
	for _, a := range c.articles {
		s.articles++
		s.known.all++
		got := found[a.name]
		if cmp.Or(string(got.Finding), "-") == a.from {
			s.known.right++
			continue
		}
		s.wrong = append(s.wrong, fmt.Sprintf("%s: %s is %s, not %s (%s)", c.name, a.name, a.from, got.Finding, strings.Join(got.Evidence, "; ")))
	}
	s.unknown.all++
	if got := originsOf(r.Events); got != c.source {
		s.wrong = append(s.wrong, fmt.Sprintf("%s: the origins are %s, not %s", c.name, c.source, got))
	} else {
		s.unknown.right++
	}
}

// originsOf are the origins of all events: "AP, Coastal Herald +1".
func originsOf(events []news.Event) string {
	var names []string
	unknown := 0
	for _, e := range events {
		names = append(names, e.Origins...)
		unknown += e.UnknownOrigins
	}
	slices.Sort(names)
	text := strings.Join(names, ", ")
	if unknown > 0 {
		text = strings.TrimSpace(fmt.Sprintf("%s +%d", text, unknown))
	}
	return text
}
