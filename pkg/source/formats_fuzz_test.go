package source

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// Every format is fuzzed by itself, with its own seeds, so that what is found in one
// is not lost among the others. See [checkAnything] for what must hold.

func FuzzGzip(f *testing.F)  { fuzzFormat(f, "a.txt.gz", seedFile(f, "ferry.txt.gz")) }
func FuzzBzip2(f *testing.F) { fuzzFormat(f, "a.txt.bz2", seedFile(f, "ferry.txt.bz2")) }
func FuzzXZ(f *testing.F)    { fuzzFormat(f, "a.txt.xz", seedFile(f, "ferry.txt.xz")) }
func FuzzZstd(f *testing.F)  { fuzzFormat(f, "a.txt.zst", seedFile(f, "ferry.txt.zst")) }
func FuzzZip(f *testing.F) {
	fuzzFormat(f, "a.zip", zipOf(f, "a.txt", ferry, "b/c.jsonl", `{"text":"x"}`))
}
func FuzzTar(f *testing.F)     { fuzzFormat(f, "a.tar", tarOf(f, "a.txt", ferry, "b/c.html", "<p>x")) }
func FuzzParquet(f *testing.F) { fuzzFormat(f, "a.parquet", parquetOf(f, ferry, "It sailed at noon.")) }
func FuzzPDF(f *testing.F)     { fuzzFormat(f, "a.pdf", pdfOf(ferry, "It sailed at noon.")) }

func FuzzWARC(f *testing.F) {
	fuzzFormat(f, "a.warc",
		crawled("response", "https://a.example/x", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>"+ferry),
		crawled("response", "https://a.example/x", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<html\r\n1\r\n>\r\n0\r\n\r\n"),
		crawled("response", "https://a.example/x", "HTTP/1.0 200\r\nContent-Encoding: deflate\r\n\r\nx\x9c\x03"),
		crawled("response", "https://a.example/x", "HTTP/1.0 200\r\nContent-Encoding: br\r\n\r\n\x0b\x02\x80hello\x03"),
		crawled("conversion", "https://a.example/x", ferry),
		crawled("revisit", "https://a.example/x", "HTTP/1.1 304 Not Modified\r\n\r\n"),
		"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n", "WARC/1.0\r\n\r\nWARC/1.0\r\nContent-Length: -1\r\n\r\n",
	)
}

func FuzzMHTML(f *testing.F) {
	fuzzFormat(f, "a.mhtml",
		"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<html>=3Cp>"+ferry+"\n--x--\n",
		"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPGh0bWw+\n--x--\n",
		"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>x",
	)
}

func FuzzFeed(f *testing.F) {
	fuzzFormat(f, "a.xml",
		`<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>T</title><item><title>A</title><description>`+ferry+`</description></item></channel></rss>`,
		`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><content type="xhtml"><div><p>x</p></div></content></entry></feed>`,
		`<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><description>&b;&x;</description></item></channel></rss>`,
		`<rdf:RDF xmlns="http://purl.org/rss/1.0/"><item><title>x</title>`,
	)
}

func FuzzTable(f *testing.F) {
	fuzzFormat(f, "a.csv", "id,text\n1,"+ferry+"\n2,\"It sailed\nat \"\"noon\"\".\"\n", "text;date\nx;y\n", "a\tb\ttext\n1\t2\t\"3\n", "text\n\"", "\xef\xbb\xbftext|x\r\n1|2|3\r\n")
}

func FuzzPage(f *testing.F) {
	fuzzFormat(f, "a.html", "<!-- saved from url=(0020)https://a.example/x --><html><p>"+ferry, "<?xml version='1.0'?><!DOCTYPE html>", "<!--")
}

func FuzzText(f *testing.F) {
	fuzzFormat(f, "a.txt", ferry, "\xff\xfea\x00", "\x00\x00\xfe\xff", "RIFF")
}

const ferry = "The ferry to Skarholm left two hours late on Thursday, the fourth delay within a week."

// seedFile is a file of testdata, made by the tool that the format is from.
func seedFile(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// fuzzFormat fuzzes the reader that a name, or the bytes, lead to.
func fuzzFormat(f *testing.F, name string, seeds ...string) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
		f.Add([]byte(seed[:len(seed)/2]))
	}
	f.Fuzz(func(t *testing.T, data []byte) { checkAnything(t, name, data) })
}

// checkAnything checks what must hold of any bytes: they are read to the end, nothing
// is lost in silence, no document is above the limit, and reading them again gives the
// same.
func checkAnything(t *testing.T, name string, data []byte) {
	t.Helper()
	opts := DefaultOptions()
	opts.MaxFileBytes, opts.MaxArchiveBytes, opts.MaxMembers, opts.MaxSeconds = 1<<20, 64<<20, 1000, 10
	read := func() content { return readAnything(t, name, data, opts) }
	first := read()
	if len(first.Docs)+len(first.Skips) == 0 {
		t.Error("nothing was read and nothing reported")
	}
	again := read()
	if !slices.Equal(first.Docs, again.Docs) || !slices.Equal(first.Skips, again.Skips) {
		t.Errorf("read again: %q, %q; first %q, %q", again.Docs, again.Skips, first.Docs, first.Skips)
	}
}

// readAnything reads bytes as a stream, which no format can ask for more than once.
func readAnything(t *testing.T, name string, data []byte, opts Options) content {
	t.Helper()
	in := Input{Path: name, stream: bytes.NewReader(data), name: name}
	var got content
	left, err := Read(t.Context(), in, opts, new(Memory), func(d Document) error {
		if int64(len(d.Data)) > opts.MaxFileBytes {
			t.Errorf("a document of %d bytes", len(d.Data))
		}
		got.Docs = append(got.Docs, shown(d))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range left.Skipped {
		if s.Path == "" || s.Reason == "" {
			t.Errorf("skipped %q: %q", s.Path, s.Reason)
		}
		got.Skips = append(got.Skips, s.Path+": "+s.Reason)
	}
	return got
}
