package provenance

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/glob"
	"github.com/wireprint/wireprint/pkg/news"
)

// isoDay reads days as 2021-07-19 alone, with an hour or without.
func isoDay(s string) news.Time {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return news.DayOf(t)
	}
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return news.TimeOf(t)
	}
	return news.Time{}
}

func metadata(t testing.TB, text string) *Metadata {
	t.Helper()
	m, err := ReadMetadata("tables/meta.csv", strings.NewReader(text), isoDay)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// described is what a sidecar may change of an article.
type described struct{ Outlet, Evidence, Time, From, URL, Title, Lang, Authors, Agency string }

func tellAll(a *news.Article) described {
	k := described{
		Outlet: a.Outlet.Name, Evidence: a.Outlet.Evidence, Time: a.Time.String(), From: a.TimeFrom,
		URL: a.URL, Title: a.Title, Lang: a.Lang, Authors: strings.Join(a.Authors, "|"),
	}
	for _, s := range a.Sources {
		k.Agency += s.Name + " by " + s.Evidence
	}
	return k
}

// TestMetadata: a row overrides what the article says in what it has, and nothing else.
// The row of the id comes before that of the path, and that before the folders'.
func TestMetadata(t *testing.T) {
	own := news.Article{
		ID: "mon/a.txt", Path: "mon/a.txt", Title: "Ferry late", URL: "https://gull.example/1", Lang: "en",
		Time: news.Time{Year: 2021, Month: 7, Day: 19, Clock: true, Hour: 9}, TimeFrom: "byline",
	}
	asIs := tellAll(&own)
	with := func(change func(*described)) described {
		k := asIs
		change(&k)
		return k
	}
	outlet := func(name string, line int) described {
		return with(func(k *described) { k.Outlet, k.Evidence = name, fmt.Sprintf("metadata meta.csv line %d", line) })
	}
	for _, tt := range []struct {
		name, table string
		want        described
	}{
		{"path", "path,outlet\nmon/a.txt,The Gull\n", outlet("The Gull", 2)},
		{"id", "id;outlet\nmon/a.txt;The Gull\n", outlet("The Gull", 2)},
		{"address as id", "id,outlet\nhttps://gull.example/1,The Gull\n", outlet("The Gull", 2)},
		{"folder", "path\toutlet\n./mon/\tThe Gull\n", outlet("The Gull", 2)},
		{"Windows", "\uFEFFPath,Outlet\r\nmon\\a.txt,\"The  Gull\"\r\n", outlet("The Gull", 2)},
		{"id before path before folder", "id,path,outlet\n,mon,A\n,mon/a.txt,B\nmon/a.txt,,C\n", outlet("C", 4)},
		{"path before folder", "path,outlet\nmon/a.txt,B\nmon,A\n", outlet("B", 2)},
		{"each value from the closest that has one", "path,outlet,lang\nmon,The Gull,de\nmon/a.txt,,fr\n",
			with(func(k *described) { k.Outlet, k.Evidence, k.Lang = "The Gull", "metadata meta.csv line 2", "fr" })},
		{"others", "path,outlet\nmon/b.txt,X\ntue,Y\na.txt,Z\n", asIs},
		{"all values", "path,date,url,title,lang,authors,agency\nmon/a.txt,2021-07-20,https://x.example/,Late,de-AT,Ada Brook; Sam Hale,Reuters\n",
			described{Time: "2021-07-20", From: "metadata meta.csv line 2", URL: "https://x.example/", Title: "Late", Lang: "de", Authors: "Ada Brook|Sam Hale", Agency: "Reuters by metadata meta.csv line 2"}},
		{"the hour of the day stays", "path,date\nmon/a.txt,2021-07-19\n",
			with(func(k *described) { k.From = "byline; the same day from the metadata meta.csv line 2" })},
		{"an hour overrides", "path,date\nmon/a.txt,2021-07-19T16:35:00Z\n",
			with(func(k *described) { k.Time, k.From = "2021-07-19T16:35Z", "metadata meta.csv line 2" })},
		{"objects", "{\"Path\": \"mon/a.txt\", \"source\": \"The Gull\", \"n\": 3}\n\n{\"id\": 7, \"outlet\": \"X\"}\n", outlet("The Gull", 1)},
		{"lists in objects", "{\"path\": \"mon/a.txt\", \"authors\": [\"Ada Brook\", \"Sam Hale\"]}", with(func(k *described) { k.Authors = "Ada Brook|Sam Hale" })},
	} {
		a := own
		known := Sidecar{Metadata: metadata(t, tt.table)}
		found := known.NewFound()
		known.Describe(&a, found)
		if diff := cmp.Diff(tt.want, tellAll(&a)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
		if used := len(found.Lines) > 0; used != (tt.want != asIs) {
			t.Errorf("%s: found %v", tt.name, found)
		}
	}
}

func TestMetadataUnused(t *testing.T) {
	known := Sidecar{Metadata: metadata(t, "path,id,outlet\nmon,,A\n,x-7,B\na.txt,,C\n")}
	found := known.NewFound()
	known.Describe(&news.Article{ID: "mon/b.txt", Path: "mon/b.txt"}, found)
	all := known.NewFound()
	all.Join(found)
	if diff := cmp.Diff([]string{"x-7 (line 3)", "a.txt (line 4)"}, known.Metadata.Unused(all)); diff != "" {
		t.Error(diff)
	}
}

func TestMetadataRefused(t *testing.T) {
	for _, tt := range []struct{ table, want string }{
		{"", "it names no article"},
		{"path,outlet\n", "it names no article"},
		{"name,outlet\na,b\n", `line 1: no column is named path or id; the first row must name the columns, and has "name, outlet"`},
		{"path,colour\na,b\n", "line 1: no column is named outlet, date"},
		{"path,outlet\na.txt,X\n\nb.txt,Y\na.txt,X\n", `line 5: "a.txt" is in line 2 already; leave one of them out`},
		{"path,outlet\na.txt,X\n./a.txt,Y\n", `line 3: "a.txt" is in line 2 already`},
		{"path,outlet\n,X\n", "line 2: it has no path and no id"},
		{"path,outlet\na,X,Y\n", "line 2: 3 columns, the first row names 2"},
		{"path,date\na,soon\n", `line 2: "soon" is no day of which it is certain`},
		{"path,lang\na,English\n", `line 2: "english" is no language`},
		{"path,agency\na,Nobody\n", `line 2: "Nobody" is no agency that is known`},
		{"path,outlet\na,\"X\n", "line 2: "},
		{"path,outlet\na,caf\xe9\n", "line 2: it is not UTF-8"},
		{"{\"path\": \"a\", \"outlet\": \"X\"}\n{\"path\": \n", "line 2: not a JSON object; write one a line"},
		{"{\"path\": \"a\", \"outlet\": \"X\"} {}\n", "line 1: not a JSON object; write one a line"},
		{"{\"outlet\": \"X\"}\n", "line 1: it has no path and no id"},
	} {
		_, err := ReadMetadata("meta.csv", strings.NewReader(tt.table), isoDay)
		if err == nil || !strings.Contains(err.Error(), strings.Replace(tt.want, "english", "English", 1)) {
			t.Errorf("%q: %v, want %s", tt.table, err, tt.want)
		}
	}
}

// TestLayouts: a path gives outlet and day; a month alone decides what the article leaves
// open, and the article's own day stays.
func TestLayouts(t *testing.T) {
	own := news.Time{Year: 2021, Month: 7, Day: 19, Clock: true, Hour: 9}
	digits := &news.DigitDate{Written: "03/04/2021", From: "byline", Readings: [3]news.Time{{Year: 2021, Month: 4, Day: 3}, {Year: 2021, Month: 3, Day: 4}}}
	for _, tt := range []struct {
		layout, path string
		time         news.Time
		digits       *news.DigitDate
		outlet       string
		want, from   string
	}{
		{"{outlet}/{date}/*", "gull/2021-07-20/a", own, nil, "gull", "2021-07-20", "path of the file: gull/2021-07-20/a"},
		{"{outlet}/{date}/*", "gull/2021-07-19/a", own, nil, "gull", "2021-07-19T09:00", "byline; the same day from the path of the file: gull/2021-07-19/a"},
		{"{outlet}/{year}/{month}/{day}/*", "gull/2021/7/4/a", news.Time{}, nil, "gull", "2021-07-04", "path of the file: gull/2021/7/4/a"},
		{"{date}/*", "20210231/a", own, nil, "", "2021-07-19T09:00", "byline"},
		{"{year}/{month}/*", "2021/07/a", news.Time{Month: 7, Day: 3}, nil, "", "2021-07-03", "byline, year from the path of the file: 2021/07/a"},
		{"{year}/{month}/*", "2021/08/a", news.Time{Month: 7, Day: 3}, nil, "", "XXXX-07-03", "byline"},
		{"{year}/{month}/*", "2022/08/a", own, nil, "", "2021-07-19T09:00", "byline"},
		{"{year}/{month}/*", "2021/03/a", news.Time{}, digits, "", "2021-03-04", `byline: "03/04/2021" by the path of the file: 2021/03/a`},
		{"{year}/*", "2021/a", news.Time{}, digits, "", "", "byline"},
		{"{outlet}/{date}/*", "gull/a", own, nil, "", "2021-07-19T09:00", "byline"},
	} {
		layout, err := glob.ParseLayout(tt.layout, glob.Words...)
		if err != nil {
			t.Fatal(err)
		}
		a := news.Article{Path: tt.path, Time: tt.time, TimeFrom: "byline"}
		if tt.digits != nil {
			copied := *tt.digits
			a.Digits = &copied
		}
		known := Sidecar{Layouts: []glob.Layout{layout}}
		known.Describe(&a, known.NewFound())
		if a.Outlet.Name != tt.outlet || a.Time.String() != tt.want || a.TimeFrom != tt.from {
			t.Errorf("%s, %s: %q, %q, %q", tt.layout, tt.path, a.Outlet.Name, a.Time, a.TimeFrom)
		}
	}
}

func TestIsOutlet(t *testing.T) {
	known, err := NewKnownOutlets([]KnownOutlet{{Domain: "gull.example", Name: "Daily Gull", Names: []string{"The Gull"}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		outlet, url, asked string
		want               bool
	}{
		{"The Coastal Herald", "", "the coastal herald", true},
		{"The Coastal Herald", "", "coastal-herald", true},
		{"The Coastal Herald", "", "Coastal", false},
		{"The Coastal Herald", "https://m.coastalherald.example/a", "coastalherald.example", true},
		{"The Coastal Herald", "https://www.coastalherald.example/a", "www.coastalherald.example", true},
		{"The Coastal Herald", "https://www.coastalherald.example/a", "herald.example", false},
		{"Sun", "", "The Sun", false},
		{"Daily Gull", "", "The Gull", true},
		{"Daily Gull", "", "gull.example", true},
		{"", "", "Sun", false},
	} {
		a := news.Article{Outlet: news.Attribution{Name: tt.outlet}, URL: tt.url}
		if got := IsOutlet(&a, tt.asked, known); got != tt.want {
			t.Errorf("%q on %q is %q: %v", tt.outlet, tt.url, tt.asked, got)
		}
	}
}

// FuzzMetadata reads any bytes as a table of metadata and as one of outlets.
func FuzzMetadata(f *testing.F) {
	f.Add("path,outlet,date\na.txt,The Gull,2021-07-19\n")
	f.Add("id\tagency\tlang\n7\tReuters\ten\n")
	f.Add("{\"path\": \"a\", \"authors\": [\"x\", 3, null]}\n{}\n")
	f.Add("\uFEFFpath;\"outlet\n\";url\r\na;;\n")
	f.Fuzz(func(t *testing.T, text string) {
		_, _ = ReadOutletTable(strings.NewReader(text)) // must not panic
		m, err := ReadMetadata("meta.csv", strings.NewReader(text), isoDay)
		if err != nil {
			return
		}
		if m.Rows() == 0 {
			t.Error("no rows and no error")
		}
		known := Sidecar{Metadata: m}
		found := known.NewFound()
		for _, row := range m.rows {
			known.Describe(&news.Article{ID: row.key, Path: row.key}, found)
		}
		if unused := m.Unused(found); len(unused) > 0 {
			t.Errorf("rows that are for nothing: %q", unused)
		}
	})
}
