package extract

import (
	"archive/tar"
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"github.com/therootcompany/xz"
	"golang.org/x/net/html"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/source"
)

// pagesFolder holds 330 news and blog pages in many languages, and for each some
// segments that its main text has and some that it must not have. It is no part of
// the project.
const pagesFolder = "../../../shared/data/html/"

// labelledPage is what a reader said of a page.
type labelledPage struct {
	Page    string   `json:"html"`
	With    []string `json:"with"`
	Without []string `json:"without"`
}

// segments counts how many of the segments were found, and how many kept out.
type segments struct{ with, found, without, out int }

func (s segments) shares() (found, out float64) {
	return float64(s.found) / float64(s.with), float64(s.out) / float64(s.without)
}

func (s segments) String() string {
	found, out := s.shares()
	return fmt.Sprintf("found %4d of %4d %.3f  kept out %4d of %4d %.3f", s.found, s.with, found, s.out, s.without, out)
}

func (s *segments) add(p labelledPage, text string) {
	text = collapse(text)
	s.with += len(p.With)
	s.without += len(p.Without)
	for _, segment := range p.With {
		if strings.Contains(text, collapse(segment)) {
			s.found++
		}
	}
	for _, segment := range p.Without {
		if !strings.Contains(text, collapse(segment)) {
			s.out++
		}
	}
}

// TestPagesQuality measures how much of the main text of real pages is found, and
// how much of what stands around it kept out. The rules were made by what went
// wrong in the first half of the pages; the second was only counted.
func TestPagesQuality(t *testing.T) {
	const bar = 0.93 // of both
	pages := labelledPages(t)
	var own, library [3]segments // both halves, all
	eachPage(t, func(name string, data []byte) {
		p, ok := pages[name]
		if !ok {
			return
		}
		delete(pages, name)
		hash := fnv.New32a()
		io.WriteString(hash, name)
		text, alone := mainText(name, data), trafilaturaText(t, data)
		for _, half := range []uint32{hash.Sum32() >> 3 & 1, 2} {
			own[half].add(p, text)
			library[half].add(p, alone)
		}
	})
	if len(pages) > 0 {
		t.Fatalf("%d labelled pages are missing", len(pages))
	}
	var golden strings.Builder
	for i, of := range []string{"first half", "second half", "all"} {
		fmt.Fprintf(&golden, "%-12s wireprint    %v\n%-12s trafilatura  %v\n", of, own[i], of, library[i])
	}
	if found, out := own[2].shares(); found < bar || out < bar {
		t.Errorf("below the bar of %.2f: %v", bar, own[2])
	}
	const file = "testdata/pages.golden"
	if *update {
		if err := os.WriteFile(file, []byte(golden.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), golden.String()); diff != "" {
		t.Errorf("quality changed (-update writes it anew):\n%s", diff)
	}
}

// labelledPages are the labels by the name of the page.
func labelledPages(t *testing.T) map[string]labelledPage {
	file, err := os.Open(pagesFolder + "gold.jsonl")
	if err != nil {
		t.Skipf("../shared/data is not here: %v", err)
	}
	defer file.Close()
	pages := map[string]labelledPage{}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var p labelledPage
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		pages[p.Page] = p
	}
	if len(pages) == 0 {
		t.Fatal("no labels")
	}
	return pages
}

// eachPage calls f with each page of the archive.
func eachPage(t *testing.T, f func(name string, data []byte)) {
	file, err := os.Open(pagesFolder + "pages.tar.xz")
	if err != nil {
		t.Skipf("../shared/data is not here: %v", err)
	}
	defer file.Close()
	unpacked, err := xz.NewReader(bufio.NewReader(file), xz.DefaultDictMax)
	if err != nil {
		t.Fatal(err)
	}
	for archive := tar.NewReader(unpacked); ; {
		header, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if header.Typeflag != tar.TypeReg {
			continue
		}
		data, err := io.ReadAll(archive)
		if err != nil {
			t.Fatal(err)
		}
		f(path.Base(header.Name), data)
	}
}

// mainText is what a page tells, without captions, bylines and boilerplate.
func mainText(name string, data []byte) string {
	articles, _ := Articles(source.Document{Path: name, Format: source.HTML, Data: data})
	var text strings.Builder
	for _, a := range articles {
		for _, p := range a.Paragraphs {
			switch p.Role {
			case news.RoleTitle, news.RoleHeading, news.RoleBody:
				text.WriteString(a.Text[p.Start:p.End] + "\n")
			}
		}
	}
	return text.String()
}

// trafilaturaText is what trafilatura returns by itself, with its own fallbacks.
func trafilaturaText(t *testing.T, data []byte) string {
	t.Helper()
	markup, err := decode(data, "")
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		t.Fatal(err)
	}
	result, err := trafilatura.ExtractDocument(root, trafilatura.Options{
		EnableFallback: true, ExcludeComments: true, HtmlDateOverride: &htmldate.Result{},
	})
	if err != nil {
		return ""
	}
	return result.ContentText
}
