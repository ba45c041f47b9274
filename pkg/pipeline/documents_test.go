package pipeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"go.uber.org/goleak"

	"github.com/wireprint/wireprint/pkg/extract"
	"github.com/wireprint/wireprint/pkg/source"
)

// gathered are documents by their positions, as one worker took them.
type gathered map[position]string

// manyInputs is a folder of a large file between small ones, and one without a
// document.
func manyInputs(t *testing.T) []source.Input {
	dir := t.TempDir()
	write := func(name, data string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 20 {
		write(fmt.Sprintf("%c.txt", 'a'+i), fmt.Sprintf("Ferry %d was late.", i))
	}
	var lines strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&lines, `{"id":%d,"text":"%s"}`+"\n", i, strings.Repeat(fmt.Sprintf("Ferry %d was late. ", i), 1+i%30))
	}
	fmt.Fprintf(&lines, `{"text":"%s"}`+"\n", strings.Repeat("It sailed at noon. ", 2*batchBytes/19))
	write("f.jsonl", lines.String()+"{}\n")
	write("g.txt", " ")
	inputs, _, err := source.Find(t.Context(), []string{dir}, nil, source.DefaultOptions())
	if err != nil {
		t.Fatal(err)
	}
	return inputs
}

// gather reads the inputs with so many workers, up to where stop says.
func gather(t *testing.T, inputs []source.Input, jobs int, stop func(position) bool) (gathered, []had) {
	t.Helper()
	r := readers[gathered]{inputs: inputs, opts: source.DefaultOptions(), stop: stop}
	r.take = func(own gathered, d document) { own[d.position] = d.Path + string(d.Data) }
	memories := make([]gathered, jobs)
	for i := range memories {
		memories[i] = gathered{}
	}
	if err := r.read(t.Context(), memories); err != nil {
		t.Fatal(err)
	}
	all := gathered{}
	for _, own := range memories {
		for at, data := range own {
			if all[at] != "" {
				t.Errorf("%v is taken twice", at)
			}
			all[at] = data
		}
	}
	return all, r.had
}

func always(answer bool) func(position) bool { return func(position) bool { return answer } }

// However many workers read, each document is taken once, as it was written, and has
// the same position.
func TestReadersTakeEveryDocument(t *testing.T) {
	defer goleak.VerifyNone(t)
	inputs := manyInputs(t)
	want, wantHad := gather(t, inputs, 1, always(false))
	if len(inputs) != 21 || len(want) != 19+3002 {
		t.Fatalf("%d documents of %d inputs", len(want), len(inputs))
	}
	for _, jobs := range []int{2, 3, 16, 40} {
		got, had := gather(t, inputs, jobs, always(false))
		if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(had, wantHad) {
			t.Errorf("%d workers read otherwise than one", jobs)
		}
	}
	if none, _ := gather(t, nil, 3, always(false)); len(none) > 0 {
		t.Errorf("%d documents of no input", len(none))
	}
}

// One input keeps several workers busy: each waits until the other has taken something.
func TestReadersShareOneInput(t *testing.T) {
	r := readers[int]{inputs: manyInputs(t)[5:6], opts: source.DefaultOptions(), stop: always(false)}
	var taken [2]atomic.Int64
	r.take = func(worker int, _ document) {
		alone := func() bool { return taken[worker].Load() > 1 && taken[1-worker].Load() == 0 }
		for taken[worker].Add(1); r.reading.Load() == 2 || alone(); {
			runtime.Gosched()
		}
	}
	if err := r.read(t.Context(), []int{0, 1}); err != nil {
		t.Fatal(err)
	}
	if sum := taken[0].Load() + taken[1].Load(); sum != 3002 {
		t.Errorf("%d documents are taken", sum)
	}
}

// Where reading is stopped, all that comes before has been taken.
func TestReadersStop(t *testing.T) {
	inputs := manyInputs(t)
	all, _ := gather(t, inputs, 1, always(false))
	for _, last := range []position{{0, 0}, {4, 0}, {5, 0}, {5, 2999}, {20, 0}} {
		for _, jobs := range []int{1, 2, 8} {
			got, had := gather(t, inputs, jobs, func(p position) bool { return p.compare(last) > 0 })
			for at, data := range all {
				if at.compare(last) <= 0 && got[at] != data {
					t.Errorf("up to %v, %d workers: %v is not taken", last, jobs, at)
				}
			}
			if anyBehind(had, last) != (last.input < 20) {
				t.Errorf("up to %v, %d workers: there is more: %v", last, jobs, anyBehind(had, last))
			}
		}
	}
}

func TestReadersAreCancelled(t *testing.T) {
	defer goleak.VerifyNone(t)
	inputs := manyInputs(t)
	for _, jobs := range []int{1, 2, 8} {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		var taken atomic.Int64
		r := readers[int]{inputs: inputs, opts: source.DefaultOptions(), stop: always(false)}
		r.take = func(int, document) {
			if taken.Add(1) == 300 {
				cancel()
			}
		}
		if err := r.read(ctx, make([]int, jobs)); !errors.Is(err, context.Canceled) {
			t.Errorf("%d workers: error %v, want that of the context", jobs, err)
		}
		if n := taken.Load(); n > 300+int64(jobs) {
			t.Errorf("%d workers take %d documents, of which 300 before they are cancelled", jobs, n)
		}
	}
}

// The first articles are those whatever the order in which they are found.
func TestQuota(t *testing.T) {
	q := quota{most: 3}
	for _, p := range []position{{5, 0}, {2, 7}, {2, 7}, {9, 9}, {0, 4}, {3, 0}} {
		q.add(p)
	}
	for p, want := range map[position]bool{{0, 4}: false, {2, 7}: false, {2, 8}: true, {3, 0}: true} {
		if q.reached(p) != want {
			t.Errorf("reached before %v: %v, want %v", p, !want, want)
		}
	}
	none := quota{}
	none.add(position{})
	if none.reached(position{9, 9}) {
		t.Error("no quota is reached")
	}
}

// What an article is made of is no part of the document's bytes: they are used again.
func TestArticlesKeepNothingOfADocument(t *testing.T) {
	inputs, _, err := source.Find(t.Context(), []string{newsroom}, nil, source.DefaultOptions())
	if err != nil {
		t.Fatal(err)
	}
	documents := 0
	for _, in := range inputs {
		_, err := source.Read(t.Context(), in, source.DefaultOptions(), new(source.Memory), func(d source.Document) error {
			documents++
			kept := d
			kept.Data = bytes.Clone(d.Data)
			want, wantSkips := extract.Articles(kept)
			got, skips := extract.Articles(d)
			for i := range d.Data {
				d.Data[i] = '#'
			}
			if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(skips, wantSkips) {
				t.Errorf("%s: an article changes with its document", source.RecordPath(d.Path, d.Record))
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if documents < 50 {
		t.Errorf("only %d documents", documents)
	}
}
