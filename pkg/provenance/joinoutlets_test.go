package provenance

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/wireprint/wireprint/pkg/news"
)

// published makes articles of lines "outlet | address", or "outlet | address | og"
// where the name is that of a page's site. Ids are a, b, c …
func published(lines ...string) []news.Article {
	articles := make([]news.Article, len(lines))
	for i, l := range lines {
		parts := strings.Split(l+" |  | ", " | ")
		a := news.Article{ID: string(rune('a' + i)), URL: parts[1]}
		a.Outlet = news.Attribution{Name: parts[0], Evidence: "record field outlet"}
		if parts[2] == "og" {
			a.Outlet.Evidence = "og:site_name"
		}
		articles[i] = a
	}
	return articles
}

func namesOf(articles []news.Article) []string {
	var names []string
	for _, a := range articles {
		names = append(names, a.Outlet.Name)
	}
	return names
}

func TestJoinOutlets(t *testing.T) {
	const herald = "The Coastal Herald"
	for _, tt := range []struct {
		name     string
		articles []string
		want     []string
	}{
		{"spellings of one name: the most common that does not shout",
			[]string{"COASTAL HERALD", herald, "coastal-herald", "Coastal Herald", herald}, []string{herald, herald, herald, herald, herald}},
		{"names that are not the same",
			[]string{"Coastal Herald", "Coastal Herald on Sunday", "Herald"}, []string{"Coastal Herald", "Coastal Herald on Sunday", "Herald"}},
		{"of one word, “The” is another name", []string{"Sun", "The Sun"}, []string{"Sun", "The Sun"}},
		{"one name on two sites is that of two papers",
			[]string{"The Daily Star | https://thedailystar.example/a", "Daily Star | https://dailystar.test/b"}, []string{"The Daily Star", "Daily Star"}},
		{"spellings on one site",
			[]string{"The Daily Star | https://www.dailystar.com/a", "Daily Star | https://amp.dailystar.com/b"}, []string{"The Daily Star", "The Daily Star"}},
		{"a host that an article spells",
			[]string{"coastalherald.com", herald + " | https://www.coastalherald.com/a"}, []string{herald, herald}},
		{"a host that a page names as its site",
			[]string{"skerrow.com", "Vestnik | https://skerrow.com/a | og"}, []string{"Vestnik", "Vestnik"}},
		{"another's name on a host proves nothing",
			[]string{"portal.com", "Reuters | https://portal.com/a"}, []string{"portal.com", "Reuters"}},
		{"nor do two names", []string{"bbc.co.uk", "BBC News | https://bbc.co.uk/a | og", "BBC Sport | https://bbc.co.uk/b | og"},
			[]string{"bbc.co.uk", "BBC News", "BBC Sport"}},
		{"but two spellings do", []string{"coastalherald.com", "COASTAL HERALD | https://coastalherald.com/a", herald + " | https://coastalherald.com/b"},
			[]string{herald, herald, herald}},
		{"a name and a host without a page", []string{"coastalherald.com", herald}, []string{"coastalherald.com", herald}},
		{"another host of the domain", []string{"blog.coastalherald.com", herald + " | https://coastalherald.com/a"}, []string{"blog.coastalherald.com", herald}},
		{"spellings of a host", []string{"Gazeta.pl", "Gazeta.pl", "gazeta.pl", "Gazeta PL", "Gazeta PL", "Gazeta PL"}, []string{"Gazeta.pl", "Gazeta.pl", "Gazeta.pl", "Gazeta PL", "Gazeta PL", "Gazeta PL"}},
		{"spellings of a host that has a name", []string{"CNSNews.com", "cnsnews.com", "CNS News | https://www.cnsnews.com/a"}, []string{"CNS News", "CNS News", "CNS News"}},
		{"hosts that differ by a hyphen", []string{"a-news.com", "anews.com"}, []string{"a-news.com", "anews.com"}},
		{"names in other scripts", []string{"海岸日报", "海岸日報", "«Вестник»", "Вестник"}, []string{"海岸日报", "海岸日報", "«Вестник»", "«Вестник»"}},
		{"unknown outlets stay so", []string{"", herald, ""}, []string{"", herald, ""}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			articles := published(tt.articles...)
			JoinOutlets(articles, KnownOutlets{})
			if diff := cmp.Diff(tt.want, namesOf(articles)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestJoinOutletsKeepsItsEvidence(t *testing.T) {
	articles := published("coastalherald.com", "The Coastal Herald | https://coastalherald.com/a", "COASTAL HERALD")
	JoinOutlets(articles, KnownOutlets{})
	var got []string
	for _, a := range articles {
		got = append(got, a.Outlet.Evidence)
	}
	want := []string{
		"record field outlet; joined with The Coastal Herald by the address of b",
		"record field outlet",
		"record field outlet; joined with The Coastal Herald by its spelling, COASTAL HERALD",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// The names do not depend on the order of the articles, and articles of one name
// keep having one name.
func TestJoinOutletsHasNoOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) string {
			name := rapid.SampledFrom([]string{"The Coastal Herald", "Coastal Herald", "COASTAL HERALD", "coastalherald.com", "Sun", "The Sun", "sun.com", ""}).Draw(t, "name")
			url := rapid.SampledFrom([]string{"", "https://coastalherald.com/a", "https://www.sun.com/a", "https://other.com"}).Draw(t, "url")
			return name + " | " + url + rapid.SampledFrom([]string{"", " | og"}).Draw(t, "from")
		}), 1, 12).Draw(t, "articles")
		articles := published(lines...)
		mixed := slices.Clone(articles)
		rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })

		before := namesOf(articles)
		JoinOutlets(articles, KnownOutlets{})
		after := map[string]string{}
		for i, name := range namesOf(articles) {
			if was, seen := after[before[i]]; seen && was != name {
				t.Fatalf("%q became %q and %q", before[i], was, name)
			}
			after[before[i]] = name
		}
		JoinOutlets(mixed, KnownOutlets{})
		slices.SortFunc(mixed, func(a, b news.Article) int { return strings.Compare(a.ID, b.ID) })
		if diff := cmp.Diff(articles, mixed); diff != "" {
			t.Fatalf("another order: %s", diff)
		}
	})
}

func TestKnownOutlets(t *testing.T) {
	known, err := NewKnownOutlets([]KnownOutlet{
		{Domain: "coastalherald.com", Name: "Coastal Herald", Names: []string{"Herald Online"}, Owner: "Northlight Media"},
		{Domain: "www.coastalherald.co.uk", Name: "Coastal Herald"},
		{Domain: "sunday.coastalherald.com", Name: "Herald on Sunday", Owner: "Northlight Media"},
		{Name: "Daily Gull"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ found, name, evidence, owner string }{
		{"The Coastal Herald", "Coastal Herald", "The Coastal Herald in the list of outlets", "Northlight Media"},
		{"HERALD ONLINE", "Coastal Herald", "HERALD ONLINE in the list of outlets", "Northlight Media"},
		{"news.coastalherald.co.uk", "Coastal Herald", "coastalherald.co.uk in the list of outlets", "Northlight Media"},
		{"Herald Extra | https://m.coastalherald.com/a", "Coastal Herald", "coastalherald.com in the list of outlets", "Northlight Media"},
		{"Extra | https://sunday.coastalherald.com/a", "Herald on Sunday", "sunday.coastalherald.com in the list of outlets", "Northlight Media"},
		{"Daily Gull | https://coastalherald.com/partner", "Daily Gull", "", ""},
		{"Somebody Else", "Somebody Else", "", ""},
		{"", "", "", ""},
	} {
		a := published(tt.found)[0]
		known.rename(&a)
		evidence := strings.TrimPrefix(strings.TrimPrefix(a.Outlet.Evidence, "record field outlet"), "; ")
		if a.Outlet.Name != tt.name || evidence != tt.evidence || known.Owner(a.Outlet.Name) != tt.owner {
			t.Errorf("%s: %q by %q, owner %q", tt.found, a.Outlet.Name, evidence, known.Owner(a.Outlet.Name))
		}
	}
	articles := published("Coastal-Herald", "The Daily Gull", "DAILY GULL", "DAILY GULL")
	for i := range articles {
		known.rename(&articles[i])
	}
	JoinOutlets(articles, known)
	if diff := cmp.Diff([]string{"Coastal Herald", "Daily Gull", "Daily Gull", "Daily Gull"}, namesOf(articles)); diff != "" {
		t.Error(diff)
	}
}

func TestKnownOutletsRefuseWhatContradicts(t *testing.T) {
	for _, tt := range []struct {
		list []KnownOutlet
		want string
	}{
		{[]KnownOutlet{{Domain: "a.com"}}, "entry 1: it has no name; each outlet needs one"},
		{[]KnownOutlet{{Name: "A", Domain: "co.uk"}}, `entry 1: domain "co.uk" is no domain of a site, such as herald.example`},
		{[]KnownOutlet{{Name: "A", Domain: "the herald"}}, `entry 1: domain "the herald" is no domain of a site, such as herald.example`},
		{[]KnownOutlet{{Name: "?"}}, `entry 1: the name "?" has no letter or digit`},
		{[]KnownOutlet{{Name: "A", Domain: "a.com"}, {Name: "B", Domain: "www.a.com"}}, "entry 2: domain a.com is of B, but of A in an entry before"},
		{[]KnownOutlet{{Name: "A", Names: []string{"X"}}, {Name: "x"}}, `entry 2: the name "x" stands for x, but for A in an entry before`},
		{[]KnownOutlet{{Name: "A", Owner: "O"}, {Name: "A", Owner: "P"}}, "entry 2: A is owned by P, but by O in an entry before"},
	} {
		if _, err := NewKnownOutlets(tt.list); err == nil || err.Error() != tt.want {
			t.Errorf("%+v: %v, want %s", tt.list, err, tt.want)
		}
	}
}

func TestPathPattern(t *testing.T) {
	for _, tt := range []struct{ pattern, path, want string }{
		{"{outlet}/{date}/*", "coastal-herald/2024-03-04/ferry.txt", "coastal-herald"},
		{"{outlet}/{date}/*", "coastal-herald/ferry.txt", ""},
		{"{outlet}/{date}/*", "coastal-herald/2024/03/ferry.txt", ""},
		{"{outlet}/**", "coastal-herald/2024/03/ferry.txt", "coastal-herald"},
		{"{outlet}/**", "coastal-herald/ferry.txt", "coastal-herald"},
		{"**/{outlet}/*", "ferry/coastal-herald/a.txt", "coastal-herald"},
		{"**/{outlet}/*", "coastal-herald/a.txt", "coastal-herald"},
		{"{outlet}_{date}.html", "herald_2024.html", "herald"},
		{"{outlet}_*", "herald_gull_2024.html", "herald"},
		{"*-{outlet}.txt", "2024-herald.txt", "herald"},
		{"scrape (1)/{outlet}.*", "scrape (1)/海岸日报.txt", "海岸日报"},
		{"{outlet}.txt", "a.b.txt", "a.b"},
		{"{outlet}.txt", ".txt", ""},
	} {
		sources, err := ParseOutletSources("path:" + tt.pattern)
		if err != nil {
			t.Fatal(err)
		}
		if got := sources[0].find(&news.Article{Path: tt.path}); got.Name != tt.want {
			t.Errorf("%s on %s: %q, want %q", tt.pattern, tt.path, got.Name, tt.want)
		}
	}
	for _, pattern := range []string{"", "*/*", "{outlet}/{outlet}", "/{outlet}/*", "{outlet}//a", "{outlet}{date}", "{outlet}*", "**{outlet}", "{outlet", "{outlet}}", "{outlet}/{}", "{outlet}/..", "{Outlet}"} {
		if _, err := ParseOutletSources("path:" + pattern); err == nil {
			t.Errorf("the pattern %q is taken", pattern)
		}
	}
}

func TestOutletTable(t *testing.T) {
	read := func(table string) (*OutletTable, error) { return ReadOutletTable(strings.NewReader(table)) }
	const rows = "x-17,Coastal Herald\nmarch/herald,Daily Gull\n./march/herald/a.txt,Tarnby Courier\nwww.Gull.example,Gull\nhttps://post.example/a/b,Inland Post\n"
	for _, form := range []string{
		rows, "path,outlet\n" + rows, "\uFEFFKey;Outlet\r\n" + strings.ReplaceAll(strings.ReplaceAll(rows, ",", ";"), "\n", "\r\n"),
		"outlet\tn\tid\n" + swapped(rows), rows + "\n , \n",
	} {
		table, err := read(form)
		if err != nil {
			t.Errorf("%q: %v", form, err)
			continue
		}
		for _, tt := range []struct {
			a    news.Article
			want string
		}{
			{news.Article{ID: "x-17", Path: "march/herald/a.txt"}, "Coastal Herald"},
			{news.Article{Path: "march/herald/a.txt"}, "Tarnby Courier"},
			{news.Article{Path: "march/herald/b/c.txt"}, "Daily Gull"},
			{news.Article{Path: "march/heralds/b.txt"}, ""},
			{news.Article{URL: "https://amp.gull.example/a"}, "Gull"},
			{news.Article{URL: "https://news.gull.example/a"}, "Gull"},
			{news.Article{URL: "https://post.example/a/b"}, "Inland Post"},
			{news.Article{URL: "https://post.example/other"}, ""},
			{news.Article{}, ""},
		} {
			if got := table.find(&tt.a); got.Name != tt.want || (got.Name == "") != (got.Evidence == "") {
				t.Errorf("%+v: %+v, want %q", tt.a, got, tt.want)
			}
		}
	}
	for _, tt := range []struct{ table, want string }{
		{"", "it names no outlet"},
		{"path,outlet\n", "it names no outlet"},
		{"a.txt,Herald\nb.txt\n", `line 2: 2 columns are needed, a key and its outlet, but there is only "b.txt"`},
		{"a.txt,Herald\n\n\nb.txt,\n", `line 4: "b.txt" has no outlet`},
		{",Herald\n", `line 1: "Herald" has no path, id or domain`},
		{"a.txt,Herald\nb,Gull\na.txt,Gull\n", `line 3: "a.txt" is of Gull, but of Herald in line 1`},
		{"a.txt,\"Herald\n", `line 1: extraneous or missing " in quoted-field`},
		{"a.txt,\xffHerald\n", "line 1: it is not UTF-8; save the table as UTF-8"},
	} {
		if _, err := read(tt.table); err == nil || err.Error() != tt.want {
			t.Errorf("%q: %v, want %s", tt.table, err, tt.want)
		}
	}
}

// swapped puts the rows of a table of two columns apart by tabs, the second first
// and a number between them.
func swapped(rows string) string {
	var b strings.Builder
	for i, row := range strings.Split(strings.TrimSpace(rows), "\n") {
		key, outlet, _ := strings.Cut(row, ",")
		fmt.Fprintf(&b, "%s\t%d\t%s\n", outlet, i, key)
	}
	return b.String()
}

func FuzzReadOutletTable(f *testing.F) {
	f.Add("path,outlet\na.txt,Herald\n")
	f.Add("\uFEFFa;b\n\"x\n")
	f.Fuzz(func(t *testing.T, data string) {
		table, err := ReadOutletTable(strings.NewReader(data))
		if (table == nil) != (err != nil) {
			t.Fatalf("table %v, error %v", table, err)
		}
	})
}

// The folder and the domain are taken where they are asked for, in the order asked
// for; without a name, the next is tried.
func TestOutletSources(t *testing.T) {
	a := news.Article{Folder: "herald", URL: "https://m.gull.example/a", FieldOutlet: news.Attribution{Name: "WWW.Post.com", Evidence: "record field site"}}
	for _, tt := range []struct {
		from       []string
		name, said string
	}{
		{[]string{"auto"}, "post.com", "record field site (WWW.Post.com)"},
		{[]string{"folder", "auto"}, "herald", "folder of the file"},
		{[]string{"domain", "folder"}, "gull.example", "address of the article"},
		{[]string{"page", "text", "folder"}, "herald", "folder of the file"},
		{[]string{"path:{outlet}/*"}, "", ""},
	} {
		var from []OutletSource
		for _, text := range tt.from {
			sources, err := ParseOutletSources(text)
			if err != nil {
				t.Fatal(err)
			}
			from = append(from, sources...)
		}
		if got := outletOf(&a, from); got.Name != tt.name || got.Evidence != tt.said {
			t.Errorf("%v: %+v, want %q (%s)", tt.from, got, tt.name, tt.said)
		}
	}
}

// What only looks like a host is none.
func TestNamesWithAStop(t *testing.T) {
	for _, tt := range []struct{ field, url, want string }{
		{"St.Louis Post", "", "St.Louis Post"},
		{"St.Louis", "", "St.Louis"},
		{"Gazeta.PL", "", "Gazeta.PL"},
		{"WWW.Gazeta.PL", "", "gazeta.pl"},
		{"www.herald.example", "", "herald.example"},
		{"", "ferry.html", ""},
		{"", "herald.com/ferry.html", "herald.com"},
		{"", "https://herald.example/ferry.html", "herald.example"},
	} {
		a := news.Article{URL: tt.url, FieldOutlet: news.Attribution{Name: tt.field, Evidence: "record field outlet"}}
		if got := outletOf(&a, automatic()); got.Name != tt.want {
			t.Errorf("%q at %q: %+v, want %q", tt.field, tt.url, got, tt.want)
		}
	}
}
