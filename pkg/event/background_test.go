package event

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

func sequence(text string) *segment.Sequence {
	var s segment.Sequence
	s.AddParagraph(text, news.Span{End: len(text)})
	return &s
}

func englishTable(t testing.TB) *Background {
	t.Helper()
	b, err := English()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// table counts the words of the texts, writes the table and reads it again.
func table(t testing.TB, texts ...string) *Background {
	t.Helper()
	made := NewBackground()
	for _, text := range texts {
		made.Add(text, sequence(text))
	}
	var file bytes.Buffer
	n, err := made.WriteTo(&file)
	if err != nil {
		t.Fatal(err)
	}
	if n != int64(file.Len()) {
		t.Errorf("WriteTo says %d bytes, wrote %d", n, file.Len())
	}
	b, err := ReadBackground(&file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// A word counts once for each article it stands in, however often and in
// whatever case; a word of fewer than LeastCount articles is left out.
func TestBackgroundRoundTrip(t *testing.T) {
	var texts []string
	for i := range 2 * LeastCount {
		text := "The ferry. THE ferry again, the ferry of Fährhafen."
		if i < LeastCount {
			text += " Fire!"
		}
		if i < LeastCount-1 {
			text += " Smoke."
		}
		texts = append(texts, text)
	}
	b := table(t, texts...)
	if b.Articles != len(texts) {
		t.Errorf("%d articles, want %d", b.Articles, len(texts))
	}
	want := map[string]uint32{"the": 10, "ferry": 10, "Ferry": 10, "fährhafen": 10, "fire": 5, "smoke": 0, "never": 0}
	got := map[string]uint32{}
	for word := range want {
		got[word] = b.counts[segment.Key(word)]
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if b.weight(segment.Key("the"), 0) != 0 {
		t.Errorf("a word of every article weighs %v, want 0", b.weight(segment.Key("the"), 0))
	}
	if common, rare, unknown := b.weight(segment.Key("the"), 0), b.weight(segment.Key("fire"), 0), b.weight(segment.Key("never"), 0); !(common < rare && rare < unknown) {
		t.Errorf("weights %v, %v, %v do not rise with rarity", common, rare, unknown)
	}
}

// The same articles in another order make the same file, byte for byte.
func TestBackgroundIgnoresOrder(t *testing.T) {
	var files [2]bytes.Buffer
	for way := range files {
		b := NewBackground()
		for i := range 40 {
			if way == 1 {
				i = 39 - i
			}
			text := fmt.Sprintf("ferry fire number%d harbour%d", i%4, i%7)
			b.Add(text, sequence(text))
		}
		if _, err := b.WriteTo(&files[way]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("the files differ")
	}
}

func zipped(text string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, text)
	w.Close()
	return b.Bytes()
}

func TestReadBackgroundRefuses(t *testing.T) {
	const header = "wireprint background 1\t12\n"
	var lines strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&lines, "%x\t%d\n", segment.Key(fmt.Sprint(i)), i)
	}
	whole := zipped(header + lines.String())
	for _, tt := range []struct {
		name string
		file []byte
		want string // a part of the error
	}{
		{"nothing", nil, "wireprint background"},
		{"plain text", []byte(header + "ferry\t7\n"), "was it made by wireprint background?"},
		{"an empty gzip file", zipped(""), "no header"},
		{"another table", zipped("words of 2021\t12\nferry\t7\n"), `header is "words of 2021\t12", want "wireprint background 1"`},
		{"a later version", zipped("wireprint background 2\t12\n"), "wireprint background 2"},
		{"no number of articles", zipped("wireprint background 1\nferry\t7\n"), "header"},
		{"a line without a count", zipped(header + "ferry\n"), `no tab in line "ferry"`},
		{"a count that is no number", zipped(header + "ferry\tseven\n"), `no count in line "ferry\tseven"`},
		{"a negative count", zipped(header + "ferry\t-7\n"), "no count"},
		{"cut off in its lines", whole[:len(whole)/2], ""},
		{"cut off in its check sum", whole[:len(whole)-4], "unexpected EOF"},
		{"cut off in its header", whole[:12], ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b, err := ReadBackground(bytes.NewReader(tt.file))
			if err == nil {
				t.Fatalf("read %+v, want an error", b)
			}
			if !strings.HasPrefix(err.Error(), "reading background table: ") || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %q, want one with %q", err, tt.want)
			}
		})
	}
	if _, err := ReadBackground(bytes.NewReader(whole)); err != nil {
		t.Errorf("the whole file is refused: %v", err)
	}
}

// full is a disk without room.
type full struct{ left int }

var errFull = errors.New("no space left")

func (f *full) Write(p []byte) (int, error) {
	n := min(len(p), f.left)
	f.left -= n
	if n < len(p) {
		return n, errFull
	}
	return n, nil
}

func TestBackgroundReportsAFullDisk(t *testing.T) {
	b := NewBackground()
	for range LeastCount {
		b.Add("ferry fire", sequence("ferry fire"))
	}
	for _, room := range []int{0, 5, 20} {
		if n, err := b.WriteTo(&full{left: room}); !errors.Is(err, errFull) || n > int64(room) {
			t.Errorf("room for %d bytes: %d written, error %v", room, n, err)
		}
	}
}

// The table in the program knows English: what stands in every article weighs
// next to nothing, names of general news something, a made-up word the most.
func TestEnglish(t *testing.T) {
	b := englishTable(t)
	if b.Articles < 1000 || len(b.counts) < 10000 {
		t.Fatalf("%d articles, %d words", b.Articles, len(b.counts))
	}
	weight := func(word string) float64 { return b.weight(segment.Key(word), 0) }
	for _, word := range []string{"the", "of", "and", "to", "a", "in"} {
		if w := weight(word); w < 0 || w > .1 {
			t.Errorf("%q weighs %.3f, want next to nothing", word, w)
		}
	}
	order := []string{"the", "said", "president", "hospital", "ferry", "qxzvorbl"}
	for i := 1; i < len(order); i++ {
		if weight(order[i-1]) >= weight(order[i]) {
			t.Errorf("%q weighs %.3f, not less than %q with %.3f", order[i-1], weight(order[i-1]), order[i], weight(order[i]))
		}
	}
	for _, word := range []string{"ferry", "landslide", "qxzvorbl"} {
		if w := weight(word); w < 4 {
			t.Errorf("%q weighs %.3f, want more than 4", word, w)
		}
	}
	if weight("Ferry") != weight("FERRY") {
		t.Error("letter case changes a weight")
	}
}
