package eval

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// Every way of writing the same labels.
func TestReadGold(t *testing.T) {
	clusters := map[string]string{"pier.txt": "pier", "docks.txt#2": "pier", "17": "mill"}
	pairs := []LabelledPair{{"pier.txt", "docks.txt#2", true}, {"17", "pier.txt", false}}
	for _, tt := range []struct {
		name, text string
		level      Level
		clusters   map[string]string
		pairs      []LabelledPair
	}{
		{name: "tabs", text: "pier.txt\tpier\ndocks.txt#2\tpier\n17\tmill\n", clusters: clusters},
		{name: "commas", text: "pier.txt,pier\ndocks.txt#2,pier\n17,mill", clusters: clusters},
		{name: "as Excel writes it", text: "\ufeffid,cluster\r\npier.txt,pier\r\n\"docks.txt#2\",\" pier\"\r\n\r\n17,mill\r\n", clusters: clusters},
		{name: "header", text: "ID\tCluster\npier.txt\tpier\ndocks.txt#2\tpier\n\n17\tmill\n", clusters: clusters},
		{name: "more columns", text: "outlet,story,id\nAlder Courier,pier,pier.txt\n,pier,docks.txt#2\nMill News,mill,17\n", clusters: clusters},
		{name: "twice the same", text: "pier.txt\tpier\npier.txt\tpier\ndocks.txt#2\tpier\n17\tmill\n", clusters: clusters},
		{name: "quotation marks in tabs", text: "the \"pier\"\t\"x\n", clusters: map[string]string{`the "pier"`: `"x`}},
		{name: "spaces in ids", text: " pier .txt\tpier\n", clusters: map[string]string{" pier .txt": "pier"}},
		{name: "comma in a cell", text: "\"pier, old\",\"a \"\"b\"\"\"\n", clusters: map[string]string{"pier, old": `a "b"`}},
		{
			name: "records", clusters: clusters,
			text: `{"id": "pier.txt", "cluster": "pier"}` + "\n\n" + `{"cluster": "pier", "id": "docks.txt#2"}` + "\n" + `{"id": 17, "cluster": "mill", "note": null}`,
		},
		{
			name: "records of a report", clusters: clusters,
			text: `{"type":"run","schema":"wireprint.report/v1"}` + "\n" +
				`{"type":"article","id":"pier.txt","event":"pier","family":"f1"}` + "\n" +
				`{"type":"article","id":"docks.txt#2","event":"pier","family":"f2"}` + "\n" +
				`{"type":"article","id":"17","event":"mill","family":"f3"}` + "\n" +
				`{"type":"pair","a":"pier.txt","b":"docks.txt#2","class":"quote-only"}` + "\n",
		},
		{name: "the level's own field", level: Family, text: `{"id":"a","event":"e","cluster":"c","family":"f"}`, clusters: map[string]string{"a": "f"}},
		{name: "the level's own column", level: Family, text: "id,event,cluster,family\na,e,c,f\n", clusters: map[string]string{"a": "f"}},
		{name: "cluster before label", text: "id,label,cluster\na,l,c\n", clusters: map[string]string{"a": "c"}},
		{name: "pairs", text: "pier.txt\tdocks.txt#2\t1\n17\tpier.txt\t0\n", pairs: pairs},
		{name: "pairs in words", text: "pier.txt,docks.txt#2,Same\n17,pier.txt,different\n", pairs: pairs},
		{name: "pairs below a header", text: "same,a,b\ntrue,pier.txt,docks.txt#2\nFALSE,17,pier.txt\n", pairs: pairs},
		{name: "pairs twice", text: "a\tb\tlabel\npier.txt\tdocks.txt#2\tyes\ndocks.txt#2\tpier.txt\tyes\n17\tpier.txt\tno\n", pairs: pairs},
		{name: "pairs called a and b", text: "a\tb\t1\na\tc\t0\n", pairs: []LabelledPair{{"a", "b", true}, {"a", "c", false}}},
		{
			name: "pair records", pairs: pairs,
			text: `{"a":"pier.txt","b":"docks.txt#2","same":true}` + "\n" + `{"type":"note"}` + "\n" + `{"type":"pair","id":3,"a":17,"b":"pier.txt","same":0}`,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.level == "" {
				tt.level = Event
			}
			g, err := ReadGold(strings.NewReader(tt.text), tt.level)
			if err != nil {
				t.Fatal(err)
			}
			if !maps.Equal(g.Clusters, tt.clusters) || !slices.Equal(g.Pairs, tt.pairs) {
				t.Errorf("clusters %q, pairs %v", g.Clusters, g.Pairs)
			}
		})
	}
}

func TestReadGoldCountsWhatItPassesOver(t *testing.T) {
	g, err := ReadGold(strings.NewReader(`{"type":"run"}`+"\n"+`{"type":"article","id":"a","event":"e"}`+"\n"+`{"type":"event","id":"e"}`), Event)
	if err != nil || g.PassedOver != 2 {
		t.Errorf("%+v, %v", g, err)
	}
}

// Every refusal names the line, what is wrong with it, and what to do.
func TestReadGoldRefuses(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"nothing", "", "no gold labels; write a line for each article"},
		{"blank lines", "\n \n", "no gold labels; write a line for each article"},
		{"only a header", "id\tcluster\n", "a header and no gold labels below it"},
		{"two clusters", "a\tx\nb\tx\na\ty\n", `line 3: article "a" is in cluster "y", but line 1 has it in "x"; keep one of the two lines`},
		{"two clusters among commas", "id,cluster\na,x\n\"a\",y\n", `line 3: article "a" is in cluster "y", but line 2 has it in "x"`},
		{"two clusters among records", `{"id":"a","cluster":1}` + "\n\n" + `{"id":"a","cluster":2}`, `line 3: article "a" is in cluster "2", but line 1 has it in "1"`},
		{"a column too many", "a\tx\nb\ty\tz\n", "line 2: 3 columns, but line 1 has 2"},
		{"a column too few", "a,b,1\na,c\n", "line 2: 2 columns, but line 1 has 3"},
		{"one column", "a\nb\n", "line 1: 1 column; write an id and its cluster"},
		{"four columns", "a\tb\tc\td\n", "line 1: 4 columns; write an id and its cluster"},
		{"no id", "\tx\n", "line 1: no id"},
		{"no cluster", "a\tx\nb\t \n", `line 2: article "b" has no cluster; give it one of its own`},
		{"no column of clusters", "id\toutlet\na\tx\n", "line 1: the columns have an id, but no cluster; name it cluster, label, story or event"},
		{"columns of the other level", "id,family\na,x\n", "line 1: the columns have a family, but no event; to judge by family, use --level family"},
		{"both ways", "a\tb\tsame\nx\ty\t1\ny\tx\t0\n", `line 3: "y" and "x" are called different, but line 2 calls them the same; keep one`},
		{"both ways among records", `{"a":"x","b":"y","same":false}` + "\n" + `{"a":"x","b":"y","same":"1"}`, `line 2: "x" and "y" are called the same, but line 1 calls them different`},
		{"no judgement", "a\tb\tmaybe\n", `line 1: "maybe" does not say whether the two belong together; write 1 or 0`},
		{"with itself", "a\ta\t1\n", `line 1: article "a" is paired with itself`},
		{"half a pair", "a\t\t1\n", "line 1: a pair needs two ids"},
		{"a header that may be a pair", "a\tb\tsame\nb\tc\tdifferent\n", "line 2: an article is called a or b, as the columns are; leave the header out"},
		{"a bare quotation mark", "a,x\nb \"c\",y\n", `line 2: bare " in non-quoted-field; text with quotation marks`},
		{"an open quotation mark", "a,x\n\"b,y\n", `line 2: extraneous or missing " in quoted-field`},
		{"not UTF-8", "a\tx\nb\xe9\ty\n", "line 2: not UTF-8; save the gold labels as UTF-8"},
		{"a list", "[\n{\"id\": \"a\"}]", "line 1: a JSON list; write its records one a line"},
		{"half a record", `{"id": "a", "cluster": "x"}` + "\n{\n", "line 2: not one JSON object: "},
		{"records of other types", `{"type":"run"}` + "\n" + `{"type":"event","id":"e1"}`, `no gold labels: none of the 2 records is of type "article" or labels a pair`},
		{"neither", `{"title":"Pier opens"}`, `line 1: neither an "id" nor a pair; write {"id": …`},
		{"no cluster in a record", `{"id":"a","title":"Pier opens"}`, "line 1: the record has an id, but no cluster"},
		{"a record of the other level", `{"id":"a","family":"x"}`, "line 1: the record has a family, but no event; to judge by family"},
		{"another field", `{"id":"a","event":"x"}` + "\n" + `{"id":"b","cluster":"x"}`, `line 2: no "event", which line 1 has`},
		{"no id in a record", `{"id":"a","event":"x"}` + "\n" + `{"id":null,"event":"x"}`, `line 2: no "id", which line 1 has`},
		{"a list for a cluster", `{"id":"a","cluster":["x"]}`, `line 1: "cluster" is no text`},
		{"half a pair among records", `{"a":"x","b":"y","same":1}` + "\n" + `{"a":"x","same":1}`, `line 2: no "b", which line 1 has`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ReadGold(strings.NewReader(tt.text), Event)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got error %v, want one with %q", err, tt.want)
			}
		})
	}
}

func TestReadGoldTellsWhatCannotBeRead(t *testing.T) {
	broken := errors.New("disk on fire")
	if _, err := ReadGold(iotest.ErrReader(broken), Event); !errors.Is(err, broken) {
		t.Errorf("got error %v", err)
	}
}

// Whatever is not refused can be judged: as its own prediction, it is perfect.
func FuzzReadGold(f *testing.F) {
	for _, text := range []string{
		"a\tx\nb\tx\n", "id,cluster\na,x\n\"b\",\"y, z\"\n", "a\tb\t1\nc\td\tno\n", "a,b,same\nx,y,0\n",
		`{"id":"a","cluster":1}`, `{"a":"x","b":"y","same":true}`, `{"type":"run"}` + "\n" + `{"type":"article","id":"a","event":"e"}`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		g, err := ReadGold(strings.NewReader(text), Event)
		if err != nil {
			return
		}
		if (g.Clusters == nil) == (len(g.Pairs) == 0) || g.Clusters != nil && len(g.Clusters) == 0 {
			t.Fatalf("clusters or pairs: %+v", g)
		}
		predicted := g.Clusters
		if predicted == nil {
			predicted = g.ids()
			for id := range predicted {
				predicted[id] = id // all alone
			}
		}
		j, err := Judge(g, predicted, Options{Level: Event, Worst: 3})
		if err != nil {
			t.Fatal(err)
		}
		if g.Clusters != nil && (j.Scores.F1 != 1 || j.Scores.ARI != 1 || len(j.Split)+len(j.Merged) > 0) {
			t.Errorf("not perfect: %+v", j)
		}
		if err := Text(new(strings.Builder), j, TextOptions{}); err != nil {
			t.Error(err)
		}
	})
}
