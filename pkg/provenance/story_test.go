package provenance

import (
	"strings"
	"testing"
	"time"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/cluster"
	"github.com/wireprint/wireprint/pkg/news"
)

// page makes an article of lines that say what they are: "masthead:",
// "byline:", "title:", "dateline:", "body:", "caption:", "heading:" and
// "clutter:". The time, outlet, authors and address of its record come with
// "record time:", "record outlet:", "record author:" and "record url:".
func page(t testing.TB, lines ...string) news.Article {
	t.Helper()
	roles := map[string]news.Role{
		"masthead": news.RoleByline, "byline": news.RoleByline, "dateline": news.RoleByline, "title": news.RoleTitle,
		"body": news.RoleBody, "caption": news.RoleCaption, "heading": news.RoleHeading, "clutter": news.RoleBoilerplate,
	}
	var a news.Article
	var text strings.Builder
	for _, l := range lines {
		what, line, _ := strings.Cut(l, ": ")
		switch what {
		case "record time":
			at, err := time.Parse(time.DateOnly, line)
			if err != nil {
				t.Fatal(err)
			}
			a.Time = news.DayOf(at)
			continue
		case "record outlet":
			a.FieldOutlet = news.Attribution{Name: line, Evidence: "record field outlet"}
			continue
		case "record author":
			a.Authors = append(a.Authors, line)
			continue
		case "record url":
			a.URL = line
			continue
		}
		role, ok := roles[what]
		if !ok {
			t.Fatalf("no such line: %q", l)
		}
		span := news.Span{Start: text.Len(), End: text.Len() + len(line)}
		text.WriteString(line + "\n")
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Span: span, Role: role})
		switch what {
		case "title":
			a.Title = line
		case "dateline":
			a.Dateline.Span = span
			if _, rest, ok := strings.Cut(line, "("); ok {
				a.Dateline.Agency, _, _ = strings.Cut(rest, ")")
			}
		}
	}
	a.Text = text.String()
	return a
}

// story is an article of an outlet: the paragraphs of a text, all of them body.
// Its id is the outlet's name.
func story(outlet, text string) news.Article {
	a := news.Article{ID: outlet, Outlet: news.Attribution{Name: outlet}}
	for _, p := range strings.Split(strings.TrimSpace(text), "\n\n") {
		span := news.Span{Start: len(a.Text), End: len(a.Text) + len(p)}
		a.Text += p + "\n\n"
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Span: span})
	}
	return a
}

// newFolder compares the articles and puts them into families, as a scan does.
func newFolder(articles ...news.Article) *Folder {
	f := &Folder{Articles: articles, FamilyOf: make([]int, len(articles))}
	for i := range articles {
		f.Texts = append(f.Texts, align.Read(&f.Articles[i]))
	}
	var copies []cluster.Copy
	for b := range articles {
		for a := range b {
			passages := align.Passages(f.Texts[a], f.Texts[b], align.Defaults())
			if len(passages) == 0 {
				continue
			}
			o := align.Measure(f.Texts[a], f.Texts[b], passages)
			class := o.Classify(true)
			f.Matches = append(f.Matches, Match{A: a, B: b, Passages: passages, Overlap: o, Class: class})
			inA, inB := o.Contained()
			copies = append(copies, cluster.Copy{A: a, B: b, Likeness: o.Likeness(), Same: min(inA, inB) >= cluster.Defaults().Same})
		}
	}
	f.Families = cluster.Families(len(articles), copies, cluster.Defaults())
	for i, family := range f.Families {
		for _, a := range family.Articles {
			f.FamilyOf[a] = i
		}
	}
	f.Prepare()
	return f
}

// numbers lists all articles of the folder.
func (f *Folder) numbers() []int {
	order := make([]int, len(f.Articles))
	for i := range order {
		order[i] = i
	}
	return order
}

// rowsOf are all rows of the folder.
func rowsOf(f *Folder) []Row {
	rows, singles, _ := f.Rows(f.numbers(), true)
	return Join(rows, singles, nil, true)
}
