package pipeline

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Whatever outlets repeat, what is listed as left out is what the articles miss:
// each word of an article is its news, or boilerplate, and never both.
func TestBoilerplateIsWhatIsMissing(outer *testing.T) {
	parts := make([]string, 12)
	for i := range parts {
		parts[i] = prose(1000+i, 1)
	}
	rapid.Check(outer, func(t *rapid.T) {
		var records []record
		words := map[string]int{}
		for i := range rapid.IntRange(3, 12).Draw(t, "articles") {
			var text []string
			for k := range rapid.IntRange(2, 6).Draw(t, "parts") {
				part := prose(100*i+k, 1)
				if rapid.Bool().Draw(t, "repeated") {
					part = rapid.SampledFrom(parts).Draw(t, "part")
					cut := strings.Fields(part)
					part = strings.Join(cut[rapid.IntRange(0, 6).Draw(t, "from"):], " ")
				}
				text = append(text, part)
			}
			space := rapid.SampledFrom([]string{" ", "\n\n"}).Draw(t, "space")
			r := record{
				ID: fmt.Sprintf("a%02d", i), Outlet: rapid.SampledFrom([]string{"Herald", "Herald", "Gull"}).Draw(t, "outlet"),
				Date: fmt.Sprintf("2024-03-%02d", 1+2*i), Text: strings.Join(text, space),
			}
			records = append(records, r)
			words[r.ID] = len(keys(r.Text))
		}
		r := scanRecords(outer, func(o *Options) { o.Events = false }, records)
		listed, missing := 0, 0
		for _, b := range r.Boilerplate {
			listed += b.LeftOut
		}
		for _, a := range r.Articles {
			missing += a.TemplateWords
			if a.TemplateWords != a.BoilerplateWords || a.Words+a.BoilerplateWords != words[a.ID] {
				t.Fatalf("%s: %d words and %d of boilerplate, %d of templates, of %d", a.ID, a.Words, a.BoilerplateWords, a.TemplateWords, words[a.ID])
			}
		}
		if listed != missing {
			t.Fatalf("%d words are listed, %d are missing", listed, missing)
		}
	})
}
