package pipeline

import (
	"bytes"
	"context"
	"os"
	"testing"

	"github.com/wireprint/wireprint/pkg/eval"
)

// judged scores the events that a scan with no options set finds in a folder of
// labelled articles.
func judged(t *testing.T, folder string) eval.Scores {
	t.Helper()
	file, err := os.Open(folder + "gold.tsv")
	if err != nil {
		t.Skipf("../shared/data is not here: %v", err)
	}
	defer file.Close()
	gold, err := eval.ReadGold(file, eval.Event)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, a := range scan(t, nil, folder+"docs.jsonl").Articles {
		found[a.ID] = a.Event
	}
	return eval.Compare(gold.Clusters, found)
}

// Undated texts of general news, by independent reporters: the defaults are chosen
// with them and with the paragraphs below, between bars that serve either better.
func TestLabelledEvents(t *testing.T) {
	s := judged(t, data+"events/")
	t.Logf("%d articles: ARI %.4f, B³ F1 %.4f", s.Articles, s.ARI, s.BCubedF1)
	if s.Articles < 900 || s.ARI < .94 || s.BCubedF1 < .95 {
		t.Errorf("ARI %.4f and B³ F1 %.4f over %d articles, want .94 and .95", s.ARI, s.BCubedF1, s.Articles)
	}
}

// Short paragraphs, each in seven wordings, many of them from one story.
func TestLabelledRewrites(t *testing.T) {
	s := judged(t, data+"rewrites/")
	t.Logf("%d paragraphs: ARI %.4f", s.Articles, s.ARI)
	if s.Articles < 3300 || s.ARI < .85 {
		t.Errorf("ARI %.4f over %d paragraphs, want .85", s.ARI, s.Articles)
	}
}

// A year of one wire: daily reports and tables of companies are no event, however
// alike they read.
func TestDailyReportsAreNoEvent(t *testing.T) {
	const dispatches = data + "wire/docs.jsonl.gz"
	if _, err := os.Stat(dispatches); err != nil {
		t.Skipf("../shared/data is not here: %v", err)
	}
	r := scan(t, func(o *Options) { o.Rows, o.Pairs = RowsNone, PairsNone }, dispatches)
	for _, e := range r.Events {
		if len(e.Articles) > 60 {
			t.Errorf("%d dispatches are one event, from %s to %s: %s", len(e.Articles), e.From, e.To, e.Label)
		}
	}
}

// The table in the program is what "wireprint background" makes of the articles it
// says it was made of.
func TestEnglishTableIsMadeFromNews(t *testing.T) {
	const news = data + "speed/docs.jsonl.gz"
	if _, err := os.Stat(news); err != nil {
		t.Skipf("../shared/data is not here: %v", err)
	}
	found, err := Extract(context.Background(), []string{news}, nil, Defaults(), Silent{})
	if err != nil {
		t.Fatal(err)
	}
	table, err := Background(context.Background(), found.Articles, Silent{})
	if err != nil {
		t.Fatal(err)
	}
	var made bytes.Buffer
	if _, err := table.WriteTo(&made); err != nil {
		t.Fatal(err)
	}
	kept, err := os.ReadFile("../event/english.tsv.gz")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(made.Bytes(), kept) {
		t.Errorf("pkg/event/english.tsv.gz has %d bytes, the table made anew %d: wireprint background -o pkg/event/english.tsv.gz %s", len(kept), made.Len(), news)
	}
	if len(kept) > 1<<20 {
		t.Errorf("the table has %d bytes", len(kept))
	}
}
