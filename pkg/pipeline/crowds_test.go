package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// twoCrowds are n stories on each of two events, told in turn, each of which has all
// its event's words in an order of its own and no others.
func twoCrowds(n int) (records []record) {
	l := newLanguage(7)
	topics := [2]topic{l.topic(), l.topic()}
	for i := range 2 * n {
		t := topics[i%2]
		words := append(slices.Clone(t.words), t.names...)
		l.rand.Shuffle(len(words), func(i, k int) { words[i], words[k] = words[k], words[i] })
		text := capital(strings.Join(words, " ")) + "."
		records = append(records, record{
			ID: fmt.Sprintf("%d-%03d", i%2, i), Outlet: fmt.Sprintf("Outlet %d", i),
			Date: fmt.Sprintf("2024-03-%02d", 4+i*4/n), Text: text,
		})
	}
	return records
}

// Those in a crowd go where they would have gone had all been compared with all.
func TestCrowdsAreOfTheirEvents(t *testing.T) {
	const n = 60
	for _, crowd := range []int{3, 8, 500} {
		r := scanRecords(t, func(o *Options) { o.Event.Crowd = crowd }, twoCrowds(n))
		for _, e := range r.Events {
			if len(e.Articles) == 1 {
				t.Errorf("crowd of %d: %s is alone", crowd, e.Articles[0])
			}
			other := slices.ContainsFunc(e.Articles, func(id string) bool { return id[0] != e.Articles[0][0] })
			if other {
				t.Errorf("crowd of %d: an event of both topics: %v", crowd, e.Articles)
			}
		}
		if len(r.Events) != 2 {
			t.Errorf("crowd of %d: %d events, want 2", crowd, len(r.Events))
		}
	}
}

// However many are on one event, fewer than a crowd are weighed with any. Looked at
// again, it is the same.
func TestCrowdsAreWeighedInLinearCost(t *testing.T) {
	opts := Defaults()
	opts.Event.Crowd = 8
	r, err := read(context.Background(), []string{"-"}, jsonLines(t, twoCrowds(60)), opts, Silent{})
	if err != nil {
		t.Fatal(err)
	}
	f, err := findCopies(context.Background(), r.articles, opts, Silent{})
	if err != nil {
		t.Fatal(err)
	}
	if opts.Background, err = opts.background(); err != nil {
		t.Fatal(err)
	}
	g, err := f.groupEvents(context.Background(), opts, Silent{})
	if err != nil {
		t.Fatal(err)
	}
	follows, speakers := slices.Clone(g.follows), slices.Clone(g.speakers.articles)
	fits, err := g.fits(context.Background(), f.vectors, f.Matches, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range fits {
		if len(list) >= opts.Event.Crowd {
			t.Errorf("one is weighed with %d", len(list))
		}
	}
	if len(speakers) == len(f.Articles) {
		t.Error("all speak: this shows nothing")
	}
	if !slices.Equal(follows, g.follows) || !slices.Equal(speakers, g.speakers.articles) {
		t.Error("a second look finds other followers")
	}
}
