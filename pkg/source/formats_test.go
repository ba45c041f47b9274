package source

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
)

// read reads bytes as a file of a name, with options that change makes of the default.
func read(t testing.TB, name, data string, change func(*Options)) content {
	t.Helper()
	opts := DefaultOptions()
	if change != nil {
		change(&opts)
	}
	return readInput(t, Input{Path: name, stream: strings.NewReader(data), name: name}, opts)
}

func check(t *testing.T, name string, want, got content) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s: %s", name, diff)
	}
}

// TestCompressed: files that the tools made are read, under any name; cut off at any
// byte they are skipped.
func TestCompressed(t *testing.T) {
	for _, name := range []string{"ferry.txt.gz", "ferry.txt.bz2", "ferry.txt.xz", "ferry.txt.zst"} {
		packed := seedFile(t, name)
		whole := docs("text:" + ferry + "\n")
		check(t, name, whole, read(t, name, packed, nil))
		check(t, "misnamed "+name, whole, read(t, "a.txt", packed, nil))
		check(t, "twice "+name, docs("text:"+ferry+"\n"+ferry+"\n"), read(t, name, packed+packed, nil))
		check(t, "not packed "+name, docs("text:"+ferry), read(t, name, ferry, nil))
		for n := 1; n < len(packed); n++ {
			got := read(t, name, packed[:n], nil)
			if len(got.Docs) > 0 || len(got.Skips) != 1 || !strings.Contains(got.Skips[0], "cut off") && !strings.Contains(got.Skips[0], "damaged") {
				t.Errorf("%s cut after %d bytes: %q", name, n, got)
			}
		}
	}
}

// TestTruncated: of what is cut off at any byte, something is read or skipped.
func TestTruncated(t *testing.T) {
	for name, data := range map[string]string{
		"a.zip":     zipOf(t, "a.txt", ferry, "b.jsonl", `{"text":"x"}`),
		"a.tar":     tarOf(t, "a.txt", ferry, "b.jsonl", `{"text":"x"}`),
		"a.warc":    crawled("response", "https://a.example/x", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>"+ferry) + crawled("conversion", "https://a.example/y", ferry),
		"a.parquet": parquetOf(t, ferry, "It sailed at noon."),
		"a.pdf":     pdfOf(ferry, "It sailed at noon."),
		"a.csv":     "id,text\n1,\"" + ferry + "\"\n2,\"" + ferry + "\"\n",
		"a.xml":     "<rss><channel><item><description>" + ferry + "</description></item></channel></rss>",
		"a.mhtml":   "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>" + ferry + "\r\n--x--\r\n",
	} {
		if got := read(t, name, data, nil); len(got.Docs) == 0 || got.Skips != nil {
			t.Errorf("%s: %q", name, got)
		}
		step := max(1, len(data)/300)
		for n := 1; n < len(data); n += step {
			checkAnything(t, name, []byte(data[:n]))
		}
	}
}

func TestArchives(t *testing.T) {
	files := []string{
		"news/a.txt", "A", ".DS_Store", "x", "__MACOSX/._a.txt", "x", "news/.git/b.txt", "x",
		"photo.jpg", "\xff\xd8\xff", "page", "<!doctype html><p>P", `win\dows.txt`, "W",
		"../../etc/passwd.txt", "root", "rows.jsonl", "{\"a\":1}\n{\"a\":2}\n", "none.txt", "",
	}
	want := func(archive string) content {
		return content{
			Docs: []string{"text:A", "html:<!doctype html><p>P", "text:W", "text:root", `record#1:{"a":1}`, `record#2:{"a":2}`},
			Skips: []string{
				archive + "/photo.jpg: not a known kind of file (.jpg)",
				archive + "/none.txt: empty",
			},
		}
	}
	check(t, "zip", want("a.zip"), read(t, "a.zip", zipOf(t, files...), nil))
	check(t, "tar", want("a.tar"), read(t, "a.tar", tarOf(t, files...), nil))
	check(t, "zip in a zip", want("a.zip/b.zip"), read(t, "a.zip", zipOf(t, "b.zip", zipOf(t, files...)), nil))
	check(t, "nothing", skips("a.zip: empty"), read(t, "a.zip", zipOf(t), nil))
	check(t, "nothing but hidden", skips("a.tar: empty"), read(t, "a.tar", tarOf(t, ".x", "x"), nil))
	check(t, "Office", skips("a.zip: Office document or e-book"), read(t, "a.zip", zipOf(t, "[Content_Types].xml", "<x>", "word/document.xml", "<y>"), nil))
}

// TestMemberPaths: the path of an article is below the archive, and never above it.
func TestMemberPaths(t *testing.T) {
	long := strings.Repeat("é", 900) + ".txt"
	for name, want := range map[string]string{
		"a/b.txt":            "x.zip/a/b.txt",
		"/etc/passwd.txt":    "x.zip/etc/passwd.txt",
		"../../../a.txt":     "x.zip/a.txt",
		`..\..\a.txt`:        "x.zip/a.txt",
		"a/./b/../c.txt":     "x.zip/a/c.txt",
		"caf\xe9.txt":        "x.zip/caf\uFFFD.txt",
		long:                 "x.zip/" + strings.Repeat("é", 500) + "….txt",
		"C:\\news\\late.txt": "x.zip/C:/news/late.txt",
	} {
		if got := memberPath(&stream{path: "x.zip"}, name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// TestFolder: the folder that a document lies in is the nearest one, on disk or not.
func TestFolder(t *testing.T) {
	packed := zipOf(t, "gazette/a.txt", "A", "b.txt", "B", "c.csv", "text,x\nC,1\n")
	in := Input{Path: "mon/lund.zip", stream: strings.NewReader(zipOf(t, "inner.tar", tarOf(t, "courier/d.txt", "D"), "e.zip", packed)), name: "lund.zip"}
	got := make(map[string]string)
	if _, err := Read(t.Context(), in, DefaultOptions(), new(Memory), func(d Document) error { got[d.Path] = d.Folder; return nil }); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"mon/lund.zip/inner.tar/courier/d.txt": "courier",
		"mon/lund.zip/e.zip/gazette/a.txt":     "gazette",
		"mon/lund.zip/e.zip/b.txt":             "e",
		"mon/lund.zip/e.zip/c.csv":             "e",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	in = Input{Path: "mon/a.txt", stream: strings.NewReader("A"), name: "a.txt"}
	if _, err := Read(t.Context(), in, DefaultOptions(), new(Memory), func(d Document) error {
		if d.Folder != "mon" {
			t.Errorf("a file lies in %q", d.Folder)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

func TestArchiveEntriesThatAreNoFiles(t *testing.T) {
	var buf bytes.Buffer
	w := tar.NewWriter(&buf)
	for _, h := range []*tar.Header{
		{Name: "link.txt", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"},
		{Name: "pipe.txt", Typeflag: tar.TypeFifo},
		{Name: "dir.txt/", Typeflag: tar.TypeDir},
	} {
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
	}
	w.Close()
	check(t, "tar", skips("a.tar/link.txt: symbolic link, not followed", "a.tar/pipe.txt: named pipe, not a file (give - to read JSONL from standard input)"),
		read(t, "a.tar", buf.String(), nil))

	buf.Reset()
	z := zip.NewWriter(&buf)
	for _, h := range []*zip.FileHeader{{Name: "secret.txt", Flags: 1}, {Name: "odd.txt", Method: 99}} {
		if _, err := z.CreateRaw(h); err != nil {
			t.Fatal(err)
		}
	}
	z.Close()
	check(t, "zip", skips("a.zip/secret.txt: encrypted", "a.zip/odd.txt: damaged: the compressed data is not valid"), read(t, "a.zip", buf.String(), nil))
}

// TestDamagedMember: what lies behind a damaged file of an archive is read.
func TestDamagedMember(t *testing.T) {
	data := []byte(zipOf(t, "a.txt", ferry, "b.txt", strings.Repeat(ferry, 9), "c.txt", "C"))
	at := bytes.Index(data, []byte("b.txt")) + 10
	data[at] ^= 0xff
	got := read(t, "a.zip", string(data), nil)
	if len(got.Docs) != 2 || len(got.Skips) != 1 || !strings.HasPrefix(got.Skips[0], "a.zip/b.txt: ") {
		t.Errorf("%q", got)
	}
}

func TestLimits(t *testing.T) {
	var nested = ferry
	for range 12 {
		nested = string(zipped(t, nested))
	}
	zeros := string(zipped(t, strings.Repeat(" ", 80<<20)))
	lines := string(zipped(t, strings.Repeat(`{"a":"`+strings.Repeat(" ", 1000)+"\"}\n", 80_000)))
	for _, tt := range []struct {
		name, file, data string
		change           func(*Options)
		reason           string
	}{
		{"depth", "a.txt.gz", nested, nil, "a.txt.gz: nested more than 8 deep (raise --max-depth)"},
		{"document", "a.txt.gz", zeros, func(o *Options) { o.MaxFileBytes = 1 << 20 }, "a.txt.gz: larger than 1 MiB (raise --max-file-size)"},
		{"expansion", "a.jsonl.gz", lines, func(o *Options) { o.MaxExpansion = 50 }, "a.jsonl.gz#66511: unpacks to more than 50 times its size (raise --max-expansion)"},
		{"archive", "a.tar", tarOf(t, "a.txt", ferry, "b.txt", strings.Repeat(ferry, 100)),
			func(o *Options) { o.MaxArchiveBytes = 1 << 10 }, "a.tar: holds more than 1 KiB when unpacked (raise --max-archive-size)"},
		{"members", "a.zip", zipOf(t, "a.txt", ferry, "b.txt", ferry, "c.txt", ferry),
			func(o *Options) { o.MaxMembers = 2 }, "a.zip: holds more than 2 files (raise --max-members)"},
		{"members of archives in it", "a.zip", zipOf(t, "a.zip", zipOf(t, "a.txt", ferry), "c.txt", ferry),
			func(o *Options) { o.MaxMembers = 2 }, "a.zip: holds more than 2 files (raise --max-members)"},
		{"time", "a.txt.gz", zeros, slow, "a.txt.gz: takes more than 60 seconds (raise --max-time)"},
		{"time of a PDF", "a.pdf", pdfOf(ferry), slow, "a.pdf: takes more than 60 seconds (raise --max-time)"},
	} {
		got := read(t, tt.file, tt.data, tt.change)
		if !slices.Contains(got.Skips, tt.reason) {
			t.Errorf("%s: skipped %.300q, want %q", tt.name, got.Skips, tt.reason)
		}
	}
}

// TestStreamed: memory does not depend on the size of what is read.
func TestStreamed(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 300 MB")
	}
	text := strings.Repeat(ferry, 10)
	lines := map[string]string{"a.csv": text + "|1\n", "a.jsonl": `{"text":"` + text + "\"}\n", "a.jsonl.zst": `{"text":"` + text + "\"}\n"}
	lines["a.tar"], lines["a.warc"] = text, crawled("conversion", "https://a.example/x", text)
	for name, pack := range map[string]func(io.Writer) io.WriteCloser{
		"a.warc":  func(w io.Writer) io.WriteCloser { return keepOpen{w} },
		"a.tar":   func(w io.Writer) io.WriteCloser { return tarred{tar.NewWriter(w)} },
		"a.jsonl": func(w io.Writer) io.WriteCloser { return keepOpen{w} },
		"a.jsonl.zst": func(w io.Writer) io.WriteCloser {
			z, err := zstd.NewWriter(w, zstd.WithEncoderConcurrency(1))
			if err != nil {
				t.Error(err)
			}
			return z
		},
		"a.csv": func(w io.Writer) io.WriteCloser {
			_, err := io.WriteString(w, "text|more\n")
			if err != nil {
				t.Error(err)
			}
			return keepOpen{w}
		},
	} {
		pr, pw := io.Pipe()
		go func() {
			w := pack(pw)
			for range (100 << 20) / len(text) {
				if _, err := io.WriteString(w, lines[name]); err != nil {
					break
				}
			}
			w.Close()
			pw.Close()
		}()
		in := Input{Path: name, stream: pr, name: name}
		opts := DefaultOptions()
		opts.MaxExpansion = 1 << 20 // one line again and again packs to nothing
		n, most := 0, uint64(0)
		left, err := Read(t.Context(), in, opts, new(Memory), func(Document) error {
			if n++; n%10_000 == 0 {
				var m runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc)
			}
			return nil
		})
		if err != nil || n < 100_000 || left.Skipped != nil {
			t.Errorf("%s: %d documents, skipped %v, %v", name, n, left.Skipped, err)
		}
		if most > 40<<20 {
			t.Errorf("%s: %d MB in use", name, most>>20)
		}
	}
}

// tarred is an archive of which each write is a file.
type tarred struct{ *tar.Writer }

func (t tarred) Write(data []byte) (int, error) {
	if err := t.WriteHeader(&tar.Header{Name: "a.txt", Size: int64(len(data))}); err != nil {
		return 0, err
	}
	return t.Writer.Write(data)
}

type keepOpen struct{ io.Writer }

func (keepOpen) Close() error { return nil }

const okHTML = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"

func TestWARC(t *testing.T) {
	const page = "<html><p>" + ferry
	brotlied := func() string {
		var buf bytes.Buffer
		w := brotli.NewWriter(&buf)
		io.WriteString(w, page)
		w.Close()
		return buf.String()
	}
	deflated := func() string {
		var buf bytes.Buffer
		w, _ := flate.NewWriter(&buf, 9)
		io.WriteString(w, page)
		w.Close()
		return buf.String()
	}
	const a = "https://a.example/x"
	for _, tt := range []struct {
		name, data string
		want       content
	}{
		{"response", crawled("response", a, okHTML+"\r\n"+page), docs("html#1:" + page)},
		{"what is about the crawl counts, and is nothing", crawled("warcinfo", "", "x") + crawled("request", a, "GET") + crawled("response", a, okHTML+"\r\n"+page) + crawled("metadata", a, "x"),
			docs("html#3:" + page)},
		{"resource and conversion", crawled("resource", a, ferry) + crawled("conversion", a, ferry), docs("text#1:"+ferry, "text#2:"+ferry)},
		{"chunked", crawled("response", a, okHTML+"Transfer-Encoding: chunked\r\n\r\n6\r\n<html>\r\n3;x=y\r\n<p>\r\n0\r\n\r\n"), docs("html#1:<html><p>")},
		{"said to be chunked", crawled("response", a, okHTML+"Transfer-Encoding: chunked\r\n\r\n"+page), docs("html#1:" + page)},
		{"gzip", crawled("response", a, okHTML+"Content-Encoding: gzip\r\n\r\n"+string(zipped(t, page))), docs("html#1:" + page)},
		{"said to be gzip", crawled("response", a, okHTML+"Content-Encoding: gzip\r\n\r\n"+page), docs("html#1:" + page)},
		{"brotli", crawled("response", a, okHTML+"Content-Encoding: br\r\n\r\n"+brotlied()), docs("html#1:" + page)},
		{"deflate", crawled("response", a, okHTML+"Content-Encoding: deflate\r\n\r\n"+deflated()), docs("html#1:" + page)},
		{"no type", crawled("response", a, "HTTP/1.1 200 OK\r\n\r\n"+page), docs("html#1:" + page)},
		{"records in a record", crawled("response", a, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[{\"a\":1},{\"a\":2}]"),
			docs(`record#1:{"a":1}`, `record#2:{"a":2}`)},
		{"what is no page is counted", crawled("response", a, "HTTP/1.1 404 Not Found\r\n\r\n"+page) +
			crawled("response", a, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG") +
			crawled("response", a, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG") +
			crawled("resource", "dns:a.example", "1.2.3.4") + crawled("revisit", a, "HTTP/1.1 200 OK\r\n\r\n") +
			crawled("response", "https://a.example/robots.txt", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *"),
			skips("a.warc: no page: HTTP status 404 (record 1)", "a.warc: no page: dns (record 4)", "a.warc: no page: image/png (2 records, the first is 2)",
				"a.warc: no page: robots.txt (record 6)", "a.warc: revisit: the page was not saved again (record 5)")},
		{"a record that is no answer", crawled("response", a, "nonsense\r\n") + crawled("conversion", a, ferry), content{
			Docs: []string{"text#2:" + ferry}, Skips: []string{"a.warc#1: damaged: no answer of a web server"}}},
		{"a record of wrong length", strings.Replace(crawled("conversion", a, ferry), fmt.Sprint("Content-Length: ", len(ferry)), "Content-Length: 20", 1) + crawled("conversion", a, "C"), content{
			Docs: []string{"text#1:" + ferry[:20], "text#3:C"}, Skips: []string{"a.warc#2: damaged: no record begins where one should"}}},
		{"a record without length", "WARC/1.0\r\nWARC-Type: response\r\n\r\nx\r\n\r\n" + crawled("conversion", a, "C"), content{
			Docs: []string{"text#2:C"}, Skips: []string{"a.warc#1: damaged: the record's length is not told"}}},
		{"cut off", crawled("conversion", a, ferry)[:200], content{
			Docs: []string{"text#1:" + crawled("conversion", a, ferry)[:200][strings.Index(crawled("conversion", a, ferry), "The ferry"):]}, Skips: []string{"a.warc#1: cut off: the file ends inside the record"}}},
	} {
		check(t, tt.name, tt.want, read(t, "a.warc", tt.data, nil))
	}
}

// TestWARCDamagedMember: a damaged gzip member costs its own record alone.
func TestWARCDamagedMember(t *testing.T) {
	var members []string
	for _, text := range []string{"A", strings.Repeat(ferry, 5), "C"} {
		members = append(members, string(zipped(t, crawled("conversion", "https://a.example/"+text[:1], text))))
	}
	damaged := []byte(members[1])
	for i := 40; i < 60; i++ {
		damaged[i] ^= 0x55
	}
	got := read(t, "a.warc.gz", members[0]+string(damaged)+members[2], nil)
	if !slices.Contains(got.Docs, "text#1:A") || !slices.Contains(got.Docs, "text#3:C") || len(got.Skips) != 1 || !strings.HasPrefix(got.Skips[0], "a.warc.gz#2: ") {
		t.Errorf("%q", got)
	}
}

func TestTable(t *testing.T) {
	row := func(n int, text string) string { return fmt.Sprintf("record#%d:map[text:%s]", n, text) }
	long := strings.Repeat("x", 3000)
	for _, tt := range []struct {
		name, data string
		want       content
	}{
		{"commas", "text,more\nA;B,1\n\"C, D\",2\n", docs(row(2, "A;B"), row(3, "C, D"))},
		{"one column", "text\nA, B\n", content{Skips: []string{"a.csv#2: another number of columns than the first row has (2, not 1)"}}},
		{"semicolons", "more;text\n1;A, B, C\n2;D, E, F\n", docs(row(2, "A, B, C"), row(3, "D, E, F"))},
		{"line ends in a text", "text,x\n\"A\r\nB\",1\n", docs(row(2, "A\nB"))},
		{"quotation marks in a text", "text,x\nshe said \"no\",1\n", docs(row(2, `she said "no"`))},
		{"empty rows and columns", "Text,x,\nA\n,,\n\nB,1,,,\n", docs("record#2:map[Text:A]", "record#4:map[Text:B]")},
		{"no text column", "a,b\n1,2\n", skips("a.csv: no text column (looked for text, body, content, maintext, article, articlebody, full_text, story in the first row; --text-field names another)")},
		{"nothing", " \n", skips("a.csv: no text column (looked for text, body, content, maintext, article, articlebody, full_text, story in the first row; --text-field names another)")},
		{"no rows", "text,x\n", skips("a.csv: empty")},
		{"a row above the limit", "text,x\nA,1\n" + long + ",2\nB,3\n", content{Docs: []string{row(2, "A"), row(4, "B")},
			Skips: []string{"a.csv#3: larger than 2 KiB (raise --max-file-size)"}}},
		{"a text without end", "text,x\nA,1\n\"" + strings.Repeat(long, 9) + ",2\nB,3\n", content{Docs: []string{row(2, "A")},
			Skips: []string{"a.csv#3: larger than 2 KiB (raise --max-file-size); nothing after it was read"}}},
	} {
		check(t, tt.name, tt.want, read(t, "a.csv", tt.data, func(o *Options) { o.MaxFileBytes = 2 << 10 }))
	}
}

func TestFeed(t *testing.T) {
	item := func(s string) string {
		return "<rss version='2.0'><channel><title>Isles</title>" + s + "</channel></rss>"
	}
	deep := strings.Repeat("<a>", 300)
	for _, tt := range []struct {
		name, data string
		want       content
	}{
		{"story before summary", item("<item><description>S</description><content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'>&lt;p&gt;A</content:encoded></item>"),
			docs("record#1:map[outlet:Isles text:<p>A]")},
		{"no entity is fetched or expanded", "<!DOCTYPE rss [<!ENTITY a 'aaa'><!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + item("<item><description>A &a; &x; &eacute;</description></item>"),
			docs("record#1:map[outlet:Isles text:A &a; &x; é]")},
		{"charset", "<?xml version='1.0' encoding='iso-8859-1'?>" + item("<item><description>caf\xe9</description></item>"), docs("record#1:map[outlet:Isles text:café]")},
		{"no items", item(""), skips("a.xml: empty")},
		{"too deep", item(deep), skips("a.xml: its elements lie more than 200 deep in one another")},
		{"cut off", item("<item><description>A</description></item>")[:80], content{Skips: []string{"a.xml: cut off: the file ends inside the record"}}},
		{"other XML is for those who know wire formats", "<?xml version='1.0'?><urlset><url/></urlset>", docs("text:<?xml version='1.0'?><urlset><url/></urlset>")},
	} {
		check(t, tt.name, tt.want, read(t, "a.xml", tt.data, nil))
	}
}

// TestRootElement: a page is told from a feed by the element that comes first, not by
// what else stands at its top.
func TestRootElement(t *testing.T) {
	for head, want := range map[string][2]string{
		"<html>": {"html", ""},
		"\xef\xbb\xbf\n<!-- a <rss> --><HTML lang=x>":               {"HTML", ""},
		"<!DOCTYPE html><head>":                                     {"head", "html"},
		"<!doctype HTML PUBLIC \"x\">\n<html>":                      {"html", "HTML"},
		"<?xml version='1.0'?><?x?><rss>":                           {"rss", ""},
		"<!DOCTYPE rss [<!ENTITY a '<feed>'> ]><rss version='2.0'>": {"rss", "rss"},
		"<rdf:RDF\n x='y'>":                                         {"rdf:RDF", ""},
		"<rss":                                                      {"", ""},
		"The <html> tag":                                            {"", ""},
		"<!-- never ends":                                           {"", ""},
		"":                                                          {"", ""},
	} {
		if name, doctype := rootElement([]byte(head)); name != want[0] || doctype != want[1] {
			t.Errorf("%q: %q, %q, want %q", head, name, doctype, want)
		}
	}
}

func TestPDF(t *testing.T) {
	check(t, "lines", docs("text:"+ferry+" It sailed at noon."), read(t, "a.pdf", pdfOf(ferry, "It sailed at noon."), nil))
	check(t, "divided word", docs("text:The harbour master was late."), read(t, "a.pdf", pdfOf("The har-", "bour master was late."), nil))
	check(t, "no text", skips("a.pdf: no text in it; it may be scanned"), read(t, "a.pdf", pdfOf(), nil))
	check(t, "too many objects", skips("a.pdf: damaged: the PDF claims to be larger than any"),
		read(t, "a.pdf", strings.Replace(pdfOf(ferry), "/Size 6", "/Size 999999999", 1), nil))
}
