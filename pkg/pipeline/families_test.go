package pipeline

import (
	"fmt"
	"testing"
)

// A round-up that was published first carries two wires, and each of them is in
// more papers than are compared with each other. It makes no family of the two.
func TestRoundUpOfTwoLargeWires(t *testing.T) {
	wires := []string{prose(1, 12), prose(2, 12)}
	records := []record{{ID: "a-round-up", Outlet: "Round-up", Date: "2024-03-03", Text: wires[0] + "\n\n" + wires[1]}}
	const papers = 30
	for i := range papers {
		for w, wire := range wires {
			records = append(records, record{
				ID: fmt.Sprintf("b%d-%03d", w, i), Outlet: fmt.Sprintf("Paper %d-%d", w, i), Date: "2024-03-04",
				Text: wire + "\n\n" + prose(100+2*i+w, 2),
			})
		}
	}
	r := scanRecords(t, func(o *Options) { o.Events = false; o.Candidate.Star = 10 }, records)
	for _, f := range r.Families {
		members, kinds := 0, map[byte]bool{}
		for _, id := range f.Articles {
			if id[0] == 'b' {
				members++
				kinds[id[1]] = true
			}
		}
		if len(kinds) > 1 {
			t.Errorf("family %s of %d articles holds both wires", f.ID, len(f.Articles))
		}
		if members > 0 && members < papers {
			t.Errorf("family %s holds %d of %d papers", f.ID, members, papers)
		}
	}
}
