package pipeline

import (
	"os"
	"testing"
)

// data is real material that is not part of the project.
const data = "../../../shared/data/"

// TestRealMaterial runs folders of real articles without an error. What they
// should give is measured elsewhere; here every contract must hold on input that
// nobody wrote for a test.
func TestRealMaterial(t *testing.T) {
	for _, tt := range []struct {
		path     string
		articles int
	}{
		{data + "pages", 68},
		{data + "events/docs.jsonl", 904},
	} {
		t.Run(tt.path[len(data):], func(t *testing.T) {
			if _, err := os.Stat(tt.path); err != nil {
				t.Skipf("../shared/data is not here: %v", err)
			}
			r := scan(t, func(o *Options) { o.WithText, o.Rows = true, RowsAll }, tt.path)
			if n := len(r.Articles) + len(r.Run.Skipped); n < tt.articles || len(r.Articles) < tt.articles*9/10 {
				t.Errorf("%d articles of %d, %d skipped", len(r.Articles), tt.articles, len(r.Run.Skipped))
			}
			c := contract{T: t, r: r, articles: byID(r), read: readAll(t, tt.path)}
			c.checkArticles()
			c.checkFamilies()
			c.checkEvents()
			c.checkRows()
			c.checkOutlets()
		})
	}
}
