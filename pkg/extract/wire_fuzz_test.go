package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/source"
)

// fuzzWire reads any bytes as a format does. The seeds are the invented dispatches whose
// names hold one of the words. What is read must be articles as all stages expect them.
func fuzzWire(f *testing.F, format wireFormat, kind source.Format, names ...string) {
	files, err := filepath.Glob("../pipeline/testdata/wires/*")
	if err != nil {
		f.Fatal(err)
	}
	seeds := 0
	for _, file := range files {
		for _, name := range names {
			if strings.Contains(filepath.Base(file), name) && !strings.HasSuffix(file, ".gold") {
				data, err := os.ReadFile(file)
				if err != nil {
					f.Fatal(err)
				}
				f.Add(data)
				seeds++
			}
		}
	}
	if seeds == 0 {
		f.Fatal("no seeds found")
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		articles, skips, err := readWire(source.Document{Path: "fuzz", Format: kind, Data: data}, format, nil)
		if err == nil && len(articles)+len(skips) == 0 {
			t.Error("nothing was read and nothing reported")
		}
		for i := range articles {
			a := &articles[i]
			if !utf8.ValidString(a.Text) {
				t.Errorf("the text is not UTF-8: %q", a.Text)
			}
			if !hasBody(a) {
				t.Error("no news text")
			}
			end := 0
			for _, p := range a.Paragraphs {
				if p.Start < end || p.End <= p.Start || p.End > len(a.Text) {
					t.Fatalf("paragraph %v behind %d in a text of %d bytes", p.Span, end, len(a.Text))
				}
				if !utf8.ValidString(a.Text[p.Start:p.End]) {
					t.Errorf("a paragraph begins or ends within a character: %q", a.Text[p.Start:p.End])
				}
				end = p.End
			}
			if d := a.Dateline.Span; d.Start < 0 || d.End < d.Start || d.End > len(a.Text) {
				t.Errorf("dateline %v in a text of %d bytes", d, len(a.Text))
			}
		}
	})
}

func FuzzNewsMLG2(f *testing.F) { fuzzWire(f, newsMLG2{}, source.Text, "g2-") }
func FuzzNewsML1(f *testing.F)  { fuzzWire(f, newsML1{}, source.Text, "newsml1-") }
func FuzzNITF(f *testing.F)     { fuzzWire(f, nitf{}, source.Text, "nitf-", "entities") }
func FuzzNinjs(f *testing.F)    { fuzzWire(f, ninjs{}, source.Record, "ninjs") }
func FuzzAPJSON(f *testing.F)   { fuzzWire(f, apJSON{}, source.Record, "ap-") }
func FuzzIPTC7901(f *testing.F) { fuzzWire(f, iptc7901{}, source.Text, "iptc") }
func FuzzANPA(f *testing.F)     { fuzzWire(f, anpa{}, source.Text, "anpa") }

// Whatever bytes are asked whether they are of a format, or of which XML, are answered.
func FuzzRecogniseWire(f *testing.F) {
	for _, seed := range []string{"<?xml?><!-- -- --><!DOCTYPE a [<!ENTITY b '>'>]><nitf>", "<?xml", "<!--", "<!D[", "\x16\x16\x01W2870\x1f_a\nr i", "\x01eca0117 3 i 95  dpa 1", "\ufeff<x:nitf "} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(_ *testing.T, data []byte) {
		wireOf(textWires, data)
		wireOf(recordWires, data)
		isXML(source.Document{Path: "a.txt", Data: data})
	})
}
