package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// hostile is a file that is broken, or made to do harm. Its name says how.
type hostile struct{ name, data string }

// hostileFiles are all of them.
func hostileFiles(t *testing.T) []hostile {
	whole := wholeFiles(t)
	return slices.Concat(
		cutOff(whole), turnedOver(whole), compressionBombs(t), archives(t), liars(), containers(), records(), tables(), markup(), plainTexts(), charsets(t), mixedCharsets(t), wires(t), crowds(t),
	)
}

const hostileStory = "SKARHOLM, July 19 (Reuters) - The ferry to Skarholm left two hours late on Thursday, the fourth delay within a week.\n\n" +
	"A pump had failed overnight, harbour master Brita Ness said. \"We had no other,\" she said.\n\n" +
	"Some ninety passengers, among them a school class, were waiting on the quay in the rain.\n"

// manyStories are lines of JSON of which no two are alike.
func manyStories() string {
	var b strings.Builder
	for i := range 20 {
		fmt.Fprintf(&b, `{"id":"s%d","title":"Ferry %x late","date":"2024-05-%02d","text":"Ferry number %d of the %x line was late, and so were %d others, the harbour said."}`+"\n", i, i*7919, i%28+1, i*31, i*104729, i%13)
	}
	return b.String()
}

// wholeFiles are files of all formats with nothing wrong in them.
func wholeFiles(t *testing.T) []hostile {
	lines := manyStories()
	page := "<!doctype html><html><head><title>Ferry late</title></head><body><p>" + strings.ReplaceAll(hostileStory, "\n\n", "<p>") + "</body></html>"
	files := []hostile{
		{"story.txt", hostileStory},
		{"page.html", page},
		{"lines.jsonl", lines},
		{"list.json", "[" + strings.ReplaceAll(strings.TrimSpace(lines), "\n", ",") + "]"},
		{"table.csv", "id,title,text\n" + strings.Repeat("7,\"Ferry, late\",\"The ferry was \"\"late\"\".\"\n", 30)},
		{"lines.jsonl.gz", zipped(t, lines)},
		{"lines.jsonl.zst", zstandard(t, lines)},
		{"stories.tar", tarOf(t, "a.txt", hostileStory, "b/c.jsonl", lines)},
		{"stories.tgz", zipped(t, tarOf(t, "a.txt", hostileStory, "b/c.jsonl", lines))},
		{"stories.zip", zipOf(t, "a.txt", hostileStory, "b/c.jsonl", lines)},
		{"crawl.warc", strings.Repeat(crawled("response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"+page), 3)},
		{"wide.txt", wide(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), hostileStory)},
	}
	for _, name := range []string{"crawl.warc.gz", "export.csv.zst", "feed.xml", "harbour.zip", "lund.tar.xz", "minutes.pdf", "saved.mhtml", "table.parquet"} {
		data, err := os.ReadFile(filepath.Join("testdata", "formats", name))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, hostile{name, string(data)})
	}
	data, err := os.ReadFile("../../pkg/source/testdata/ferry.txt.bz2")
	if err != nil {
		t.Fatal(err)
	}
	return append(files, hostile{"ferry.txt.bz2", string(data)})
}

// cutOff are beginnings of files: of each eight, of a compressed one at every
// hundredth byte.
func cutOff(whole []hostile) (files []hostile) {
	for _, f := range whole {
		step := max(len(f.data)/8, 1)
		if strings.HasSuffix(f.name, ".gz") {
			step = 100
		}
		for end := 1; end < len(f.data); end += step {
			files = append(files, hostile{fmt.Sprintf("cut-off-%05d-%s", end, f.name), f.data[:end]})
		}
		files = append(files, hostile{"cut-off-last-byte-" + f.name, f.data[:len(f.data)-1]})
	}
	return files
}

// turnedOver are files of which every bit of one byte is the other way round.
func turnedOver(whole []hostile) (files []hostile) {
	for _, f := range whole {
		for i := range 6 {
			data := []byte(f.data)
			at := len(data) * (2*i + 1) / 12
			data[at] ^= 0xff
			files = append(files, hostile{fmt.Sprintf("turned-over-%05d-%s", at, f.name), string(data)})
		}
	}
	return files
}

// compressionBombs are small files that get large.
func compressionBombs(t *testing.T) []hostile {
	letters := strings.Repeat("a", 80<<20)
	nested := "a"
	for range 30 {
		nested = zipped(t, nested)
	}
	archive := zipOf(t, "a.txt", letters[:1<<20])
	for range 12 {
		archive = zipOf(t, "a.zip", archive, "b.zip", archive)
	}
	bomb := zstandard(t, letters)
	return []hostile{
		{"bomb-letters.txt.gz", zipped(t, letters)},
		{"bomb-letters.txt.zst", bomb},
		{"bomb-letters.jsonl.zst", bomb},
		{"bomb-letters.zip", zipOf(t, "a.txt", letters, "b.txt", letters)},
		{"bomb-blank-lines.jsonl.gz", zipped(t, strings.Repeat("\n", 20<<20))},
		{"bomb-twice-compressed.txt.gz.gz", zipped(t, zipped(t, letters))},
		{"bomb-in-a-page-of-a-crawl.warc", crawled("response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"+zipped(t, letters))},
		{"bomb-30-times-compressed.txt.gz", nested},
		{"bomb-archives-in-archives.zip", archive},
	}
}

// archives are archives that name what is not theirs, or lie about what they hold.
func archives(t *testing.T) []hostile {
	overlap := []byte(zipOf(t, "a.txt", strings.Repeat("The ferry was late. ", 200)))
	directory := bytes.Index(overlap, []byte("PK\x01\x02"))
	entry := overlap[directory:bytes.LastIndex(overlap, []byte("PK\x05\x06"))]
	overlap = append(slices.Clone(overlap[:directory]), bytes.Repeat(entry, 100)...)
	overlap = append(overlap, zipEnd(100, 100*len(entry), directory)...)

	return []hostile{
		{"zip-names-outside.zip", zipOf(t, "../../outside.txt", hostileStory, "/etc/outside.txt", hostileStory, `..\outside.txt`, hostileStory, "C:/outside.txt", hostileStory)},
		{"tar-names-outside.tar", tarOf(t, "../../outside.txt", hostileStory, "/etc/outside.txt", hostileStory)},
		{"zip-names-of-nothing.zip", zipOf(t, "a\x00b.txt", hostileStory, "\x1b[2J.txt", hostileStory, "\xff\xfe.txt", hostileStory, strings.Repeat("n", 60_000)+".txt", hostileStory)},
		{"zip-hundred-names-of-one-file.zip", string(overlap)},
		{"zip-claims-65535-files.zip", "PK\x03\x04" + string(zipEnd(65535, 0, 0))},
		{"zip-claims-4-billion-files.zip", zip64(4_000_000_000)},
		{"zip-claims-more-than-there-can-be.zip", zip64(1 << 62)},
		{"zip-empty.zip", string(zipEnd(0, 0, 0))},
		{"zip-end-alone.zip", "PK\x05\x06"},
		{"tar-negative-size.tar", tarHeader("a.txt", "-0000000001", '0') + hostileStory},
		{"tar-size-of-64-bits.tar", tarHeader("a.txt", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", '0') + hostileStory},
		{"tar-size-of-8-gigabytes.tar", tarHeader("a.txt", "77777777777", '0') + hostileStory},
		{"tar-long-name-of-8-gigabytes.tar", tarHeader("././@LongLink", "77777777777", 'L') + hostileStory},
		{"tar-extended-header-of-8-gigabytes.tar", tarHeader("pax", "77777777777", 'x') + hostileStory},
		{"tar-sparse.tar", tarHeader("a.txt", "00000001000", 'S') + strings.Repeat("\xff", 1024)},
		{"tar-link-to-passwd.tar", tarLinks(t)},
		{"tar-of-zeros.tar", strings.Repeat("\x00", 1<<20)},
		{"tar-of-itself.tar", tarOf(t, "a.tar", tarOf(t, "a.tar", tarOf(t, "a.tar", tarOf(t, "a.tar", ""))))},
	}
}

// liars are the headers of compressed files and tables with nonsense behind them.
func liars() []hostile {
	return []hostile{
		{"gzip-header-alone.txt.gz", "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"},
		{"gzip-name-without-end.txt.gz", "\x1f\x8b\x08\x08\x00\x00\x00\x00\x00\x03" + strings.Repeat("n", 1<<20)},
		{"gzip-of-nonsense.txt.gz", "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03" + strings.Repeat("\xaa\x55", 5000)},
		{"gzip-beginnings-of-members.txt.gz", strings.Repeat("\x1f\x8b\x08", 20_000)},
		{"bzip2-header-alone.txt.bz2", "BZh9"},
		{"bzip2-block-of-nonsense.txt.bz2", "BZh91AY&SY" + strings.Repeat("\xaa\x55", 5000)},
		{"xz-header-alone.txt.xz", "\xfd7zXZ\x00"},
		{"xz-of-nonsense.txt.xz", "\xfd7zXZ\x00\x00\x04" + strings.Repeat("\xaa\x55", 5000)},
		{"xz-largest-dictionary.txt.xz", "\xfd7zXZ\x00\x00\x00\xff\x12\xd9\x41\x02\x00\x21\x01\x28\x00\x00\x00\x00\x00\x00\x00" + strings.Repeat("\xaa", 100)},
		{"zstd-header-alone.txt.zst", "\x28\xb5\x2f\xfd"},
		{"zstd-largest-window.txt.zst", "\x28\xb5\x2f\xfd\x00\xff" + strings.Repeat("\xaa", 100)},
		{"zstd-claims-exabytes.txt.zst", "\x28\xb5\x2f\xfd\xe0\xff\xff\xff\xff\xff\xff\xff\x7f" + strings.Repeat("\xaa", 100)},
		{"zstd-frames-of-nothing.txt.zst", strings.Repeat("\x50\x2a\x4d\x18\x00\x00\x00\x00", 50_000)},
		{"parquet-magic-alone.parquet", "PAR1PAR1"},
		{"parquet-footer-longer-than-file.parquet", "PAR1" + "\xff\xff\xff\x7f" + "PAR1"},
		{"parquet-footer-of-nonsense.parquet", "PAR1" + strings.Repeat("\xff", 1000) + "\xe8\x03\x00\x00PAR1"},
		{"parquet-footer-of-a-million-lists.parquet", "PAR1" + strings.Repeat("\x19\xf9", 500) + "\xe8\x03\x00\x00PAR1"},
		{"parquet-encrypted.parquet", "PARE" + strings.Repeat("\x00", 100) + "PARE"},
		{"picture.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"},
		{"program.txt", "\x7fELF\x02\x01\x01\x00"},
		{"picture-named-page.html", "\xff\xd8\xff\xe0\x00\x10JFIF"},
	}
}

// containers are web archives, saved pages, PDF files and feeds.
func containers() []hostile {
	const record = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/x\r\n"
	const saved = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
	laughs := `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">`
	for i := range 20 {
		laughs += fmt.Sprintf(`<!ENTITY l%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&l%d;", i), 10))
	}
	item := func(s string) string {
		return "<rss version='2.0'><channel><title>T</title><item>" + s + "</item></channel></rss>"
	}
	return []hostile{
		{"warc-length-beyond-the-end.warc", record + "Content-Length: 99999999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>x"},
		{"warc-negative-length.warc", record + "Content-Length: -5\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>x"},
		{"warc-length-too-short.warc", record + "Content-Length: 3\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>x"},
		{"warc-length-of-30-digits.warc", record + "Content-Length: 123456789012345678901234567890\r\n\r\nx"},
		{"warc-header-without-end.warc", record + strings.Repeat("X-A: b\r\n", 100_000)},
		{"warc-line-without-end.warc", "WARC/1.0\r\nX: " + strings.Repeat("a", 1<<20)},
		{"warc-records-of-nothing.warc", strings.Repeat("WARC/1.0\r\n\r\n", 5000)},
		{"warc-chunk-of-exabytes.warc", crawled("response", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n7fffffffffffffff\r\n<html>x")},
		{"warc-chunks-of-nonsense.warc", crawled("response", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n5\r\nabc\r\nzz\r\n")},
		{"warc-brotli-of-nonsense.warc", crawled("response", "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Type: text/html\r\n\r\n"+strings.Repeat("\xaa\x55", 500))},
		{"warc-deflate-of-nonsense.warc", crawled("response", "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nContent-Type: text/html\r\n\r\n"+strings.Repeat("\xaa\x55", 500))},
		{"mhtml-without-boundary.mhtml", "MIME-Version: 1.0\nContent-Type: multipart/related\n\n<p>x"},
		{"mhtml-parts-of-nothing.mhtml", saved + strings.Repeat("--x\n\n", 20_000)},
		{"mhtml-base64-of-nonsense.mhtml", saved + "--x\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n" + strings.Repeat("!", 5000) + "\n--x--"},
		{"mhtml-boundary-in-itself.mhtml", saved + strings.Repeat("--x--x", 5000)},
		{"pdf-header-alone.pdf", "%PDF-1.7\n"},
		{"pdf-of-nonsense.pdf", "%PDF-1.7\n" + strings.Repeat("<< /A [ ( \xff", 5000) + "\nstartxref\n9\n%%EOF"},
		{"pdf-lists-in-lists.pdf", "%PDF-1.4\n1 0 obj\n" + strings.Repeat("[", 100_000) + "\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF"},
		{"pdf-pages-in-a-circle.pdf", pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>")},
		{"pdf-page-its-own-parent.pdf", pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 3 0 R /Contents 3 0 R >>")},
		{"pdf-billion-objects.pdf", "%PDF-1.4\nxref\n0 4000000000\ntrailer << /Size 4000000000 /Root 1 0 R >>\nstartxref\n9\n%%EOF"},
		{"pdf-tables-in-a-circle.pdf", "%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer << /Size 1 /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF"},
		{"xml-billion-laughs.xml", laughs + "]><rss><channel><item><title>&l20;</title><description>&l20;</description></item></channel></rss>"},
		{"xml-external-entity.xml", `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>` + item("<description>A &x; story</description>")},
		{"xml-external-declarations.xml", `<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://a.example/x.dtd" [<!ENTITY % p SYSTEM "http://a.example/p"> %p;]>` + item("<description>A story</description>")},
		{"xml-elements-in-elements.xml", item("<description>" + strings.Repeat("<a>", 100_000))},
		{"xml-feeds-in-feeds.xml", strings.Repeat("<rss><channel>", 50_000)},
		{"xml-100000-attributes.xml", item("<description " + strings.Repeat("a='b' ", 100_000) + ">A story</description>")},
		{"xml-charset-that-is-none.xml", `<?xml version="1.0" encoding="x-none"?>` + item("<description>A story</description>")},
		{"xml-charset-that-is-another.xml", `<?xml version="1.0" encoding="utf-16"?>` + item("<description>A story</description>")},
		{"xml-comment-without-end.xml", "<rss><!--" + strings.Repeat("-", 1<<20)},
		{"xml-doctype-without-end.xml", "<!DOCTYPE rss [" + strings.Repeat("<!ENTITY a 'b'>", 50_000)},
	}
}

// records are JSON.
func records() []hostile {
	return []hostile{
		{"json-100000-lists.json", strings.Repeat("[", 100_000)},
		{"json-100000-lists-closed.json", strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000)},
		{"json-100000-objects.json", strings.Repeat(`{"a":`, 100_000) + "1" + strings.Repeat("}", 100_000)},
		{"json-100000-lists-in-a-text.jsonl", `{"text":` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + "}\n"},
		{"json-100000-keys.jsonl", "{" + strings.Repeat(`"Text":1,`, 100_000) + `"text":"The ferry was late."}`},
		{"json-half-surrogates.jsonl", `{"text":"The ferry \ud800 was \udc00 late \udfff\ud800."}`},
		{"json-half-surrogates-alone.jsonl", `{"text":"` + strings.Repeat(`\ud800`, 1000) + `"}`},
		{"json-surrogates-as-bytes.jsonl", "{\"text\":\"The ferry \xed\xa0\x80\xed\xb0\x80 was late.\"}"},
		{"json-nul.jsonl", `{"text":"The \u0000 ferry\u0000."}`},
		{"json-nul-bytes.jsonl", "{\"text\":\"The \x00 ferry.\"}"},
		{"json-number-of-100000-digits.jsonl", `{"id":` + strings.Repeat("9", 100_000) + `,"text":"The ferry was late."}`},
		{"json-exponent.jsonl", `{"id":1e999999999,"date":1e999999999,"text":"The ferry was late."}`},
		{"json-text-that-is-no-text.jsonl", `{"text":{"a":[{"text":[null,true,{}]}]}}` + "\n" + `{"text":42}` + "\n" + `{"text":null}`},
		{"json-id-of-a-megabyte.jsonl", `{"id":"` + strings.Repeat("i", 1<<20) + `","text":"The ferry was late."}`},
		{"json-ids-alike.jsonl", strings.Repeat(`{"id":"a","text":"The ferry was late."}`+"\n", 100)},
		{"json-lists-of-records-in-records.json", strings.Repeat(`{"articles":[`, 5000) + strings.Repeat("]}", 5000)},
		{"json-lines-that-are-none.jsonl", strings.Repeat("x\n", 2000)},
		{"json-nothing-but-braces.jsonl", strings.Repeat("}{", 20_000)},
		{"json-controls-in-fields.jsonl", `{"id":"\u001b[2J","outlet":"\u202e\u0007","title":"\r\n\u0000","url":"javascript:alert(1)","text":"The ferry was late."}`},
		{"json-date-beyond-all.jsonl", `{"date":"99999-99-99T99:99:99","text":"A ferry was late."}` + "\n" + `{"date":99999999999999999999,"text":"The ferry was late."}`},
		{"json-hostile-dates.jsonl", hostileDates()},
		{"json-hostile-authors.jsonl", `{"author":"` + strings.Repeat("A B and ", 20_000) + `","text":"The ferry was late."}`},
	}
}

// hostileDates are dates on which an expression that goes back and forth would not
// come to an end.
func hostileDates() string {
	var b strings.Builder
	for _, date := range []string{
		strings.Repeat("1", 80), strings.Repeat("1-", 40), strings.Repeat("1 ", 40), strings.Repeat("2021 ", 16), strings.Repeat("a", 76) + "2021",
		strings.Repeat("July ", 15) + "2021", strings.Repeat("12:", 25) + "2021", strings.Repeat(" ", 70) + "2021x", strings.Repeat("٢٠٢١", 8), strings.Repeat("+", 75) + "2021", strings.Repeat("T", 70) + "2021Z",
	} {
		fmt.Fprintf(&b, "{\"date\":%q,\"text\":\"The ferry was late.\"}\n", date)
	}
	return b.String()
}

// tables are comma-separated values.
func tables() []hostile {
	return []hostile{
		{"table-100000-columns.csv", strings.Repeat("text,", 100_000) + "\n" + strings.Repeat("a,", 100_000) + "\n"},
		{"table-quotation-without-end.csv", "text\n\"" + strings.Repeat("a\"b\n", 1000)},
		{"table-nothing-but-quotation-marks.csv", "text\n" + strings.Repeat(`"`, 100_000)},
		{"table-rows-of-other-lengths.csv", "text,a\nA story,1,2,3\nB\n" + strings.Repeat(",", 10_000)},
		{"table-line-without-end.tsv", "text\t" + strings.Repeat("a", 1<<20)},
		{"table-nul-bytes.csv", "text\nA \x00 story\n"},
		{"table-no-columns.csv", ",,,\n,,,\n"},
	}
}

// markup is web pages.
func markup() []hostile {
	page := func(s string) string { return "<!doctype html><html><body>" + s }
	var unclosed strings.Builder
	for i := range 400 {
		fmt.Fprintf(&unclosed, "<b a=%d>", i)
	}
	const outside = "http://wireprint.invalid/"
	return []hostile{
		{"page-200000-divisions-in-divisions.html", page(strings.Repeat("<div>", 200_000) + "x")},
		{"page-500-divisions-in-divisions.html", page(strings.Repeat("<div>The ferry was late. ", 500))},
		{"page-million-paragraphs.html", page(strings.Repeat("<p>x", 1_000_000))},
		{"page-grows-in-the-parser.html", page("<p>" + unclosed.String() + strings.Repeat("<p>x", 100_000))},
		{"page-tables-in-tables.html", page(strings.Repeat("<table><tr><td>", 10_000) + "x")},
		{"page-100000-attributes.html", page("<p " + strings.Repeat("a=b ", 100_000) + ">The ferry was late.")},
		{"page-attribute-of-a-megabyte.html", page("<p a='" + strings.Repeat("b", 1<<20) + "'>The ferry was late.")},
		{"page-attribute-without-end.html", page("<p>The ferry was late.<p a='" + strings.Repeat("b", 1<<20))},
		{"page-comment-without-end.html", page("<p>The ferry was late.<!--" + strings.Repeat("-", 1<<20))},
		{"page-script-without-end.html", page("<script>" + strings.Repeat("<!--<script>", 50_000))},
		{"page-nothing-but-brackets.html", page(strings.Repeat("<", 100_000))},
		{"page-nothing-but-references.html", page("<p>" + strings.Repeat("&", 100_000) + strings.Repeat("&#x0;&#xd800;&#x110000;&#99999999999;", 1000))},
		{"page-100000-links.html", page(strings.Repeat("<a href=x>", 5000))},
		{"page-json-ld-100000-lists.html", page(`<script type="application/ld+json">` + strings.Repeat("[", 100_000) + "</script><p>The ferry was late.")},
		{"page-json-ld-story-of-lists.html", page(`<script type="application/ld+json">{"@type":"NewsArticle","articleBody":` + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + "}</script><p>The ferry was late.")},
		{"page-json-ld-story-that-grows.html", page(fmt.Sprintf(`<script type="application/ld+json">{"@type":"NewsArticle","articleBody":%q}</script><p>The ferry.`, "<p>"+unclosed.String()+strings.Repeat("<p>x</p>", 20_000)))},
		{"page-title-of-a-megabyte.html", "<html><title>" + strings.Repeat("a | b - ", 1<<14) + "</title><body><p>The ferry was late."},
		{"page-hostile-dates.html", page("<p>The ferry was late.</p>" + strings.Repeat("<time class=published datetime='31 Blugust 2021 12:99'></time><span class=date>2021-2021-2021-2021</span>", 500))},
		{"page-frames.html", "<html><frameset>" + strings.Repeat("<frameset><frame src="+outside+">", 200)},
		{"page-declares-a-charset-that-is-none.html", "<html><meta charset=x-none><body><p>The ferry was late \xe9."},
		{"page-declares-utf-7.html", "<html><meta charset=utf-7><body><p>+ADw-script+AD4-alert(1)"},
		{"page-asks-for-the-network.html", `<html><head><base href="` + outside + `"><meta http-equiv=refresh content="0;url=` + outside + `"><link rel=stylesheet href="` + outside + `a.css">` +
			`<link rel=amphtml href="` + outside + `amp"><link rel=canonical href="` + outside + `c"><script src="` + outside + `a.js"></script><title>Ferry late</title></head><body><article><p>` + hostileStory +
			`<img src="` + outside + `a.png"><iframe src="` + outside + `"></iframe><object data="` + outside + `"></object><video src="` + outside + `"></video><a href="` + outside + `page/2" rel=next>Next page</a></article></body></html>`},
	}
}

// plainTexts are texts without markup.
func plainTexts() []hostile {
	return []hostile{
		{"text-nothing.txt", ""},
		{"text-blank.txt", " \n\t\r\n"},
		{"text-byte-order-mark-alone.txt", "\xef\xbb\xbf"},
		{"text-one-word-of-50-megabytes.txt", strings.Repeat("a", 50<<20)},
		{"text-above-the-limit.txt", strings.Repeat("late ", 14<<20)},
		{"text-million-paragraphs.txt", strings.Repeat("x\n\n", 1_000_000)},
		{"text-10-megabytes-of-combining-marks.txt", "a" + strings.Repeat("\u0301", 5<<20)},
		{"text-line-ends.txt", "a" + strings.Repeat("\n", 1<<20) + "b"},
		{"text-carriage-returns.txt", strings.Repeat("late\r", 100_000)},
		{"text-spaces.txt", "a" + strings.Repeat(" ", 1<<20) + "b"},
		{"text-odd-spaces.txt", strings.Repeat("a\u00a0\u2028\u2029\u200b\u2060", 50_000)},
		{"text-right-to-left-overrides.txt", strings.Repeat("\u202eetal saw yrref ehT\u202c. \u2066x\u2069", 10_000)},
		{"text-joined-pictures.txt", strings.Repeat("\U0001F469\u200d", 100_000)},
		{"text-flags.txt", strings.Repeat("\U0001F1E6", 100_000)},
		{"text-tags.txt", strings.Repeat("a\U000E0041", 100_000)},
		{"text-quotation-marks.txt", strings.Repeat(`"`, 200_000)},
		{"text-quotations-without-end.txt", strings.Repeat("“a ", 100_000)},
		{"text-stops.txt", strings.Repeat(". ", 200_000)},
		{"text-abbreviations.txt", strings.Repeat("U.S. Dr. Mr. ", 30_000)},
		{"text-capitals.txt", strings.Repeat("ABC DEF, ", 50_000)},
		{"text-datelines.txt", strings.Repeat("LONDON, July 19 (Reuters) - ", 20_000)},
		{"text-datelines-on-lines.txt", strings.Repeat("LONDON, July 19 (Reuters) - The ferry was late.\n", 200)},
		{"text-places-without-dateline.txt", strings.Repeat("LONDON, ", 50_000) + "July 19 (Reuters) - x"},
		{"text-dates.txt", strings.Repeat("19 July 2021 12:00 ", 30_000)},
		{"text-half-dates.txt", strings.Repeat("2021-", 100_000)},
		{"text-digits.txt", strings.Repeat("1", 1<<20)},
		{"text-bylines.txt", strings.Repeat("By Ann Bell and ", 30_000)},
		{"text-bylines-on-lines.txt", strings.Repeat("By Ann Bell\n\n", 20_000)},
		{"text-agencies.txt", strings.Repeat("Reuters AFP AP dpa ", 30_000)},
		{"text-photo-credits.txt", strings.Repeat("(Photo: Reuters) ", 30_000)},
		{"text-addresses.txt", strings.Repeat("https://a.example/", 30_000)},
		{"text-table.txt", strings.Repeat("| a | b |\n", 50_000)},
		{"text-han.txt", strings.Repeat("中国记者报道说", 50_000)},
		{"text-thai.txt", strings.Repeat("กขค", 100_000)},
		{"text-same-sentence.txt", strings.Repeat("The ferry was late again on Thursday, the harbour said. ", 20_000)},
		{"text-same-paragraph.txt", strings.Repeat("The ferry was late again on Thursday, the harbour said.\n\n", 20_000)},
		{"text-control-characters.txt", "The \x1b[2J\x1b]0;x\x07 ferry \x08\x08 was late."},
		{"text-nul.txt", "The ferry\x00 was late."},
		{"text-nothing-but-nul.txt", strings.Repeat("\x00", 5000)},
		{"no-extension", hostileStory},
		{"extension-of-nothing.", hostileStory},
		{"extension-unknown.xyz", hostileStory},
	}
}

// charsets are texts of a charset that nothing declares, or of several.
func charsets(t *testing.T) []hostile {
	const story = "The ferry to Skarholm left two hours late on Thursday; a pump had failed overnight."
	return []hostile{
		{"charset-utf-16-little-without-mark.txt", wide(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), story)},
		{"charset-utf-16-big-without-mark.txt", wide(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), story)},
		{"charset-utf-16-odd-length.txt", wide(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), story) + "x"},
		{"charset-utf-16-half-surrogates.txt", "\xff\xfe" + strings.Repeat("\x00\xd8", 1000)},
		{"charset-utf-16-half-surrogates-in-text.txt", "\xff\xfeT\x00h\x00e\x00 \x00\x00\xd8f\x00e\x00r\x00r\x00y\x00"},
		{"charset-utf-32-beyond-unicode.txt", "\xff\xfe\x00\x00" + strings.Repeat("\xff\xff\xff\xff", 1000)},
		{"charset-mixed.txt", "Le café était fermé.\nLe caf\xe9 \xe9tait ferm\xe9.\n\x83\x65\x83\x58\x83\x67\n" + story},
		{"charset-mixed-lines.jsonl", "{\"text\":\"Le café était fermé.\"}\n{\"text\":\"Le caf\xe9 \xe9tait ferm\xe9.\"}\n{\"text\":\"\x83\x65\x83\x58\x83\x67\"}\n"},
		{"charset-overlong.txt", strings.Repeat("\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf", 500)},
		{"charset-surrogates-as-utf-8.txt", "The ferry " + strings.Repeat("\xed\xa0\x80", 50) + " was late."},
		{"charset-beyond-unicode.txt", strings.Repeat("\xf4\x90\x80\x80\xf8\x88\x80\x80\x80", 500)},
		{"charset-cut-in-a-character.txt", story + " caf\xc3"},
		{"charset-all-bytes.txt", allBytes()},
		{"charset-all-bytes.html", "<html><p>" + allBytes()},
		{"charset-all-bytes.csv", "text\n" + allBytes()},
		{"charset-escapes-of-iso-2022.html", "<html><meta charset=iso-2022-jp><p>" + strings.Repeat("\x1b$B", 5000)},
		{"charset-hz.html", "<html><meta charset=hz-gb-2312><p>" + strings.Repeat("~{", 5000)},
	}
}

func allBytes() string {
	var b []byte
	for i := range 4096 {
		b = append(b, byte(i*7))
	}
	return string(b)
}

// crawled is one record of a web archive.
func crawled(kind, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: https://a.example/x\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, len(block), block)
}

// pdfOf is a PDF of such objects.
func pdfOf(objects ...string) string {
	var b, table strings.Builder
	b.WriteString("%PDF-1.4\n")
	for i, object := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	return fmt.Sprintf("%[1]sxref\n0 %[2]d\n0000000000 65535 f \n%[3]strailer\n<< /Size %[2]d /Root 1 0 R >>\nstartxref\n%[4]d\n%%%%EOF\n", b.String(), len(objects)+1, table.String(), b.Len())
}

func zipped(t *testing.T, data string) string {
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	_, err := w.Write([]byte(data))
	fatal(t, err, w.Close())
	return buf.String()
}

func zstandard(t *testing.T, data string) string {
	w, err := zstd.NewWriter(nil)
	fatal(t, err)
	return string(w.EncodeAll([]byte(data), nil))
}

func wide(t *testing.T, e encoding.Encoding, text string) string {
	data, err := e.NewEncoder().String(text)
	fatal(t, err)
	return data
}

// zipOf is an archive of files, each a name and what is in it.
func zipOf(t *testing.T, files ...string) string {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		fatal(t, err)
		_, err = f.Write([]byte(files[i+1]))
		fatal(t, err)
	}
	fatal(t, w.Close())
	return buf.String()
}

// zipEnd is the record that ends an archive.
func zipEnd(files uint16, size, at int) []byte {
	b := binary.LittleEndian.AppendUint32([]byte("PK\x05\x06"), 0)
	b = binary.LittleEndian.AppendUint16(b, files)
	b = binary.LittleEndian.AppendUint16(b, files)
	b = binary.LittleEndian.AppendUint32(b, uint32(size))
	b = binary.LittleEndian.AppendUint32(b, uint32(at))
	return append(b, 0, 0)
}

// zip64 is an archive that claims so many files and has none.
func zip64(files uint64) string {
	b := binary.LittleEndian.AppendUint64([]byte("PK\x06\x06"), 44)
	b = append(b, 45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0)
	b = binary.LittleEndian.AppendUint64(b, files)
	b = binary.LittleEndian.AppendUint64(b, files)
	b = append(b, make([]byte, 16)...)                                         // a table of contents of no length, at the beginning
	b = append(append(b, "PK\x06\x07\x00\x00\x00\x00"...), make([]byte, 8)...) // where the record before is
	b = append(b, 1, 0, 0, 0)
	return string(append(b, zipEnd(0xffff, -1, -1)...))
}

// tarOf is an archive of files, each a name and what is in it.
func tarOf(t *testing.T, files ...string) string {
	var buf bytes.Buffer
	w := tar.NewWriter(&buf)
	for i := 0; i < len(files); i += 2 {
		fatal(t, w.WriteHeader(&tar.Header{Name: files[i], Size: int64(len(files[i+1])), Mode: 0o600}))
		_, err := w.Write([]byte(files[i+1]))
		fatal(t, err)
	}
	fatal(t, w.Close())
	return buf.String()
}

// tarLinks is an archive of links and devices.
func tarLinks(t *testing.T) string {
	var buf bytes.Buffer
	w := tar.NewWriter(&buf)
	for _, h := range []tar.Header{
		{Name: "soft.txt", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"},
		{Name: "loop.txt", Typeflag: tar.TypeSymlink, Linkname: "loop.txt"},
		{Name: "zero.txt", Typeflag: tar.TypeChar, Devmajor: 1, Devminor: 5},
		{Name: "disk.txt", Typeflag: tar.TypeBlock, Devmajor: 8},
		{Name: "pipe.txt", Typeflag: tar.TypeFifo},
	} {
		fatal(t, w.WriteHeader(&h))
	}
	fatal(t, w.Close())
	return buf.String()
}

// tarHeader is a header with a right checksum, whatever it says.
func tarHeader(name, size string, kind byte) string {
	b := make([]byte, 512)
	copy(b, name)
	copy(b[100:], "0000600\x000000000\x000000000\x00")
	copy(b[124:136], size)
	copy(b[136:], "00000000000\x00        ")
	b[156] = kind
	copy(b[257:], "ustar\x0000")
	sum := 0
	for _, c := range b {
		sum += int(c)
	}
	copy(b[148:], fmt.Sprintf("%06o\x00 ", sum))
	return string(b)
}

func fatal(t *testing.T, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}
