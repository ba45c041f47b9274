package pipeline

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html"
	"io"
	"maps"
	"mime/quotedprintable"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"
	"golang.org/x/text/encoding/charmap"

	"github.com/wireprint/wireprint/pkg/news"
)

// The same three stories in every format that there is: an article must not change by
// what it was kept in.
var kept3 = []record{
	{
		ID: "fjord-1", Title: "Ferry to Skarholm late again", Outlet: "Skarholm Tidende", Date: "2024-05-02",
		Text: "The morning ferry to Skarholm left two hours late on Thursday, the fourth delay within a week.\n\n" +
			"A pump had failed overnight, said harbour master Brita Ness. “We had no other”, she said.\n\n" +
			"Some ninety passengers, among them a school class, were waiting on the quay in the rain.",
	},
	{
		ID: "fjord-2", Title: "Council votes for a second ferry", Outlet: "Lund Gazette", Date: "2024-05-09",
		Text: "The county council voted on Wednesday to buy a second ferry for Skarholm; it is to sail from next spring.\n\n" +
			"The boat costs 41 million, \"a third of it from the state\", and takes sixty cars, according to the council.",
	},
	{
		ID: "fjord-3", Title: "Øster Kirk: zwölf Glocken läuten wieder", Outlet: "Tidewater Weekly", Date: "2024-06-01",
		Text: "Zwölf Glocken läuten seit Samstag wieder über Øster Kirk, nachdem sie drei Jahre lang geschwiegen hatten.\n\n" +
			"Die größte wiegt zwei Tonnen; für ihre Überholung hatten die Bürger gesammelt, sagte Küsterin Gösta Møller.",
	},
}

// told is what must be the same of an article whatever it was kept in.
type told struct{ Title, Outlet, Date, Text string }

func tell(t *testing.T, r *news.Report) []told {
	t.Helper()
	var all []told
	for _, a := range r.Articles {
		all = append(all, told{a.Title, a.Outlet, a.Published, a.Text})
	}
	slices.SortFunc(all, func(a, b told) int { return strings.Compare(a.Title, b.Title) })
	return all
}

// scanFile scans a folder with one file.
func scanFile(t *testing.T, name string, data []byte, change func(*Options)) *news.Report {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
		t.Fatal(err)
	}
	return scan(t, func(o *Options) {
		o.WithText = true
		if change != nil {
			change(o)
		}
	}, dir)
}

// TestRecordFormats: records are the same stories in every format of records.
func TestRecordFormats(t *testing.T) {
	want := make([]told, len(kept3))
	for i, s := range kept3 {
		want[i] = told{s.Title, s.Outlet, s.Date, s.Text}
	}
	slices.SortFunc(want, func(a, b told) int { return strings.Compare(a.Title, b.Title) })
	lines := bytesOf(t, jsonLines(t, kept3))
	latin1, err := charmap.Windows1252.NewEncoder().Bytes(table(t, ';'))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name   string
		data   []byte
		change func(*Options)
	}{
		{name: "a.jsonl", data: lines},
		{name: "no-extension-known.dat", data: lines},
		{name: "list.json", data: asJSON(t, kept3)},
		{name: "a.csv", data: table(t, ',')},
		{name: "semicolons.csv", data: append([]byte("\ufeff"), table(t, ';')...)},
		{name: "bars.csv", data: table(t, '|')},
		{name: "tabs.csv", data: table(t, '\t')},
		{name: "a.tsv", data: table(t, '\t')},
		{name: "latin1.csv", data: latin1},
		{name: "feed.xml", data: rss(kept3)},
		{name: "atom.xml", data: atom(kept3)},
		{name: "a.parquet", data: columns(t, kept3)},
		{name: "nested.jsonl", data: nestedLines(t), change: func(o *Options) {
			o.Source.Fields.Text, o.Source.Fields.Title = "story.words", "Story.Head"
			o.Source.Fields.Outlet, o.Source.Fields.Date = "by.site", "by.day"
		}},
		{name: "named.csv", data: bytes.Replace(table(t, ','), []byte("id,title,outlet,date,text"), []byte("nr,Überschrift,Zeitung,Tag,Inhalt"), 1), change: func(o *Options) {
			o.Source.Fields.Text, o.Source.Fields.Title = "inhalt", "Überschrift"
			o.Source.Fields.Outlet, o.Source.Fields.Date = "Zeitung", "Tag"
		}},
	} {
		r := scanFile(t, tt.name, tt.data, tt.change)
		if diff := cmp.Diff(want, tell(t, r)); diff != "" || len(r.Run.Skipped) > 0 {
			t.Errorf("%s: %v %s", tt.name, r.Run.Skipped, diff)
		}
	}
}

// TestContainers: files are the same stories whatever they are packed in, and lie
// below the name of what they are packed in.
func TestContainers(t *testing.T) {
	files := map[string][]byte{
		"mon/late.txt":    []byte(kept3[0].Title + "\n\n" + kept3[0].Text),
		"tue/council.htm": []byte(page(kept3[1])),
		"feed.jsonl":      bytesOf(t, jsonLines(t, kept3[2:])),
	}
	dir := t.TempDir()
	for name, data := range files {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	plain := scan(t, func(o *Options) { o.WithText = true }, dir)
	if len(plain.Articles) != 3 || len(plain.Run.Skipped) > 0 {
		t.Fatal(len(plain.Articles), plain.Run.Skipped)
	}
	want := tell(t, plain)
	for name, data := range map[string][]byte{
		"a.zip":         zipOf(t, files),
		"a.tar":         tarOf(t, files),
		"a.tar.gz":      gzipOf(t, tarOf(t, files)),
		"a.tgz":         gzipOf(t, tarOf(t, files)),
		"a.tar.zst":     zstdOf(t, tarOf(t, files)),
		"misnamed.txt":  zipOf(t, files),
		"zip-in.zip":    zipOf(t, map[string][]byte{"inner.zip": zipOf(t, files)}),
		"tar-gz-in.zip": zipOf(t, map[string][]byte{"inner.tgz": gzipOf(t, tarOf(t, files))}),
		"gz-in.tar":     tarOf(t, map[string][]byte{"late.txt.gz": gzipOf(t, files["mon/late.txt"]), "council.htm.zst": zstdOf(t, files["tue/council.htm"]), "feed.jsonl": files["feed.jsonl"]}),
	} {
		r := scanFile(t, name, data, nil)
		if diff := cmp.Diff(want, tell(t, r)); diff != "" || len(r.Run.Skipped) > 0 {
			t.Errorf("%s: %v %s", name, r.Run.Skipped, diff)
		}
		for _, a := range r.Articles {
			if a.ID != "fjord-3" && !strings.HasPrefix(a.ID, name+"/") {
				t.Errorf("%s: an article's id is %s", name, a.ID)
			}
		}
	}
}

// TestPages: a page is the same story saved by whatever.
func TestPages(t *testing.T) {
	markup := page(kept3[1])
	want := tell(t, scanFile(t, "a.html", []byte(markup), nil))
	if len(want) != 1 || !strings.Contains(want[0].Text, "takes sixty cars") || want[0].Outlet != kept3[1].Outlet {
		t.Fatalf("the page itself is not read: %q", want)
	}
	for _, tt := range []struct {
		name string
		data []byte
		id   string
	}{
		{"a.mhtml", savedPage(markup, "quoted-printable"), "a.mhtml"},
		{"b.mht", savedPage(markup, "base64"), "b.mht"},
		{"c.txt", savedPage(markup, "8bit"), "c.txt"},
		{"single.html", []byte("<!DOCTYPE html>\n<!--\n Page saved with SingleFile \n url: https://lund.example/ferry \n-->" + markup), "single.html"},
		{"a.warc", webArchive(markup), "https://lund.example/ferry"},
		{"a.warc.gz", packedArchive(t, webArchive(markup)), "https://lund.example/ferry"},
		{"a.zip", zipOf(t, map[string][]byte{"x/a.mhtml": savedPage(markup, "base64")}), "a.zip/x/a.mhtml"},
		{"w.tar", tarOf(t, map[string][]byte{"a.warc.gz": packedArchive(t, webArchive(markup))}), "https://lund.example/ferry"},
	} {
		r := scanFile(t, tt.name, tt.data, nil)
		if diff := cmp.Diff(want, tell(t, r)); diff != "" || len(r.Run.Skipped) > 0 {
			t.Errorf("%s: %v %s", tt.name, r.Run.Skipped, diff)
			continue
		}
		if r.Articles[0].ID != tt.id {
			t.Errorf("%s: id %s, want %s", tt.name, r.Articles[0].ID, tt.id)
		}
	}
}

func bytesOf(t *testing.T, r io.Reader) []byte {
	t.Helper()
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func asJSON(t *testing.T, v any) []byte {
	t.Helper()
	data, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// nestedLines are the stories with all that is known of them in objects.
func nestedLines(t *testing.T) []byte {
	var lines []byte
	for _, s := range kept3 {
		line, err := json.Marshal(map[string]any{
			"id":    s.ID,
			"title": "Item " + s.ID,
			"story": map[string]any{"Words": s.Text, "head": s.Title},
			"by":    map[string]any{"site": s.Outlet, "day": s.Date},
		})
		if err != nil {
			t.Fatal(err)
		}
		lines = append(append(lines, line...), '\n')
	}
	return lines
}

// table is the stories as rows, with an empty column at the end.
func table(t *testing.T, separator rune) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := csv.NewWriter(&buf)
	w.Comma = separator
	rows := [][]string{{"id", "title", "outlet", "date", "text", ""}}
	for _, s := range kept3 {
		rows = append(rows, []string{s.ID, s.Title, s.Outlet, s.Date, s.Text, ""})
	}
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func paragraphs(text string) string {
	return "<p>" + strings.ReplaceAll(html.EscapeString(text), "\n\n", "</p>\n<p>") + "</p>"
}

func escaped(s string) string {
	var buf strings.Builder
	_ = xml.EscapeText(&buf, []byte(s))
	return buf.String()
}

// rss is the stories as a feed of stories in full, of which each has a summary too.
func rss(stories []record) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>All the islands</title><link>https://islands.example/</link>
`)
	for _, s := range stories {
		fmt.Fprintf(&b, "<item><media:title>A picture</media:title><title>%s</title><guid isPermaLink=\"false\">%s</guid><pubDate>%s</pubDate><source url=\"https://x.example\">%s</source>"+
			"<description>More inside.</description><content:encoded><![CDATA[%s]]></content:encoded></item>\n",
			escaped(s.Title), s.ID, s.Date, escaped(s.Outlet), paragraphs(s.Text))
	}
	return []byte(b.String() + "</channel></rss>\n")
}

// atom is the stories as a feed of another kind.
func atom(stories []record) []byte {
	var b strings.Builder
	b.WriteString(`<feed xmlns="http://www.w3.org/2005/Atom"><title>All the islands</title>` + "\n")
	for _, s := range stories {
		fmt.Fprintf(&b, `<entry><title>%s</title><id>%s</id><published>%s</published><source><title>%s</title></source>`+
			`<summary>More inside.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">%s</div></content></entry>`+"\n",
			escaped(s.Title), s.ID, s.Date, escaped(s.Outlet), paragraphs(s.Text))
	}
	return []byte(b.String() + "</feed>\n")
}

// columns is the stories as a Parquet file, beside a column that no article is made of.
func columns(t *testing.T, stories []record) []byte {
	t.Helper()
	type row struct {
		ID     string   `parquet:"id"`
		Vector []byte   `parquet:"vector"`
		Title  *string  `parquet:"Title,optional"`
		Outlet string   `parquet:"outlet,dict"`
		Date   int32    `parquet:"date,date"`
		Names  []string `parquet:"authors,list"`
		Text   string   `parquet:"text,zstd"`
	}
	var buf bytes.Buffer
	w := parquet.NewGenericWriter[row](&buf, parquet.MaxRowsPerRowGroup(2))
	for _, s := range stories {
		day, err := time.Parse(time.DateOnly, s.Date)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]row{{s.ID, make([]byte, 1000), &s.Title, s.Outlet, int32(day.Unix() / (24 * 60 * 60)), []string{"Ada Brook", "Sam Hale"}, s.Text}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func page(s record) string {
	return fmt.Sprintf(`<html><head><title>%s</title><meta charset="utf-8"><meta property="og:title" content="%[1]s"><meta property="og:site_name" content="%s">
<meta property="article:published_time" content="%s"></head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>%[1]s</h1>
%[4]s</article><footer>Contact us</footer></body></html>`, html.EscapeString(s.Title), s.Outlet, s.Date, paragraphs(s.Text))
}

// savedPage is a page as a browser saves it, with a picture behind it.
func savedPage(markup, encoding string) []byte {
	var body bytes.Buffer
	switch encoding {
	case "quoted-printable":
		w := quotedprintable.NewWriter(&body)
		_, _ = io.WriteString(w, markup)
		_ = w.Close()
	case "base64":
		for rest := []byte(base64.StdEncoding.EncodeToString([]byte(markup))); len(rest) > 0; {
			n := min(76, len(rest))
			fmt.Fprintf(&body, "%s\r\n", rest[:n])
			rest = rest[n:]
		}
	default:
		body.WriteString(markup)
	}
	return []byte("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://lund.example/ferry\r\n" +
		"Subject: Council votes\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--x--\"\r\n\r\n\r\n" +
		"----x--\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: " + encoding + "\r\nContent-Location: https://lund.example/ferry\r\n\r\n" +
		body.String() + "\r\n----x--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----x----\r\n")
}

// webArchive is a page as a crawler saves it, among what else it saves.
func webArchive(markup string) []byte {
	var chunked bytes.Buffer
	for rest := markup; rest != ""; {
		n := min(200, len(rest))
		fmt.Fprintf(&chunked, "%x\r\n%s\r\n", n, rest[:n])
		rest = rest[n:]
	}
	chunked.WriteString("0\r\n\r\n")
	return slices.Concat(
		warcRecord("warcinfo", "", "application/warc-fields", "software: spider\r\n"),
		warcRecord("request", "https://lund.example/ferry", "application/http", "GET /ferry HTTP/1.1\r\n\r\n"),
		warcRecord("response", "https://lund.example/ferry", "application/http; msgtype=response",
			"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"+chunked.String()),
		warcRecord("metadata", "https://lund.example/ferry", "application/warc-fields", "fetchTimeMs: 7\r\n"),
	)
}

func warcRecord(kind, address, contentType, block string) []byte {
	return fmt.Appendf(nil, "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-05-09T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, address, contentType, len(block), block)
}

// packedArchive has each record of a web archive in a gzip member of its own.
func packedArchive(t *testing.T, archive []byte) []byte {
	t.Helper()
	var packed []byte
	for _, record := range bytes.SplitAfter(archive, []byte("\r\n\r\nWARC/1.0")) {
		packed = append(packed, gzipOf(t, record)...)
	}
	return packed
}

func gzipOf(t *testing.T, data []byte) []byte {
	t.Helper()
	var buf bytes.Buffer
	return written(t, &buf, gzip.NewWriter(&buf), data)
}

func zstdOf(t *testing.T, data []byte) []byte {
	t.Helper()
	var buf bytes.Buffer
	w, err := zstd.NewWriter(&buf)
	if err != nil {
		t.Fatal(err)
	}
	return written(t, &buf, w, data)
}

func written(t *testing.T, buf *bytes.Buffer, w io.WriteCloser, data []byte) []byte {
	t.Helper()
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func zipOf(t *testing.T, files map[string][]byte) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write(files[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func tarOf(t *testing.T, files map[string][]byte) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := tar.NewWriter(&buf)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := w.WriteHeader(&tar.Header{Name: "./" + name, Size: int64(len(files[name])), Mode: 0o644}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(files[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}
