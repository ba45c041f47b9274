package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// wires are files of agencies' formats.
func wires(t *testing.T) []hostile {
	whole := wholeWires(t)
	return slices.Concat(cutWires(whole), oddWires(t, whole), markedUpWires(), jsonWires(), printedWires())
}

// wholeWires are wires with nothing wrong in them, one of each format.
func wholeWires(t *testing.T) (files []hostile) {
	for _, name := range []string{"g2-message.xml", "newsml1-package.xml", "nitf-story.xml", "ninjs3.json", "ap-feed.json", "iptc7901-two.iptc", "two-messages.anpa"} {
		data, err := os.ReadFile(filepath.Join("../../pkg/pipeline/testdata/wires", name))
		fatal(t, err)
		files = append(files, hostile{name, string(data)})
	}
	return files
}

// cutWires are beginnings of wires, and wires in which a byte is another.
func cutWires(whole []hostile) (files []hostile) {
	const places = 12
	for _, f := range whole {
		for i := 1; i < places; i++ {
			at := i * len(f.data) / places
			files = append(files,
				hostile{fmt.Sprintf("wire-cut-off-%05d-%s", at, f.name), f.data[:at]},
				hostile{fmt.Sprintf("wire-turned-over-%05d-%s", at, f.name), f.data[:at] + string(f.data[at]^0xff) + f.data[at+1:]})
		}
	}
	return files
}

// oddWires are wires in other encodings than they say, with bytes that no text has,
// and with themselves in themselves.
func oddWires(t *testing.T, whole []hostile) (files []hostile) {
	for _, f := range whole {
		middle := len(f.data) / 2
		latin, err := charmap.Windows1252.NewEncoder().String(strings.ReplaceAll(strings.ToValidUTF8(strings.Map(plainLetters, f.data), "?"), "e", "é"))
		fatal(t, err)
		text := strings.ToValidUTF8(f.data, "?")
		files = append(files,
			hostile{"wire-nul-byte-" + f.name, f.data[:middle] + "\x00" + f.data[middle:]},
			hostile{"wire-nul-bytes-" + f.name, strings.ReplaceAll(f.data, " ", " \x00")},
			hostile{"wire-nul-bytes-behind-" + f.name, f.data + strings.Repeat("\x00", 100_000)},
			hostile{"wire-another-charset-" + f.name, latin},
			hostile{"wire-utf-16-" + f.name, wide(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text)},
			hostile{"wire-utf-16-without-mark-" + f.name, wide(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), text)},
			hostile{"wire-in-itself-" + f.name, f.data[:middle] + f.data + f.data[middle:]},
			hostile{"wire-ten-times-" + f.name, strings.Repeat(f.data, 10)},
			hostile{"wire-backwards-" + f.name, backwards(f.data)},
		)
	}
	return files
}

// plainLetters leaves out what is not in ASCII.
func plainLetters(r rune) rune {
	if r >= 0x80 {
		return '?'
	}
	return r
}

func backwards(s string) string {
	b := []byte(s)
	slices.Reverse(b)
	return string(b)
}

// markedUpWires are NewsML-G2, NewsML 1 and NITF.
func markedUpWires() (files []hostile) {
	laughs := `<!ENTITY l0 "ha">`
	for i := range 20 {
		laughs += fmt.Sprintf(`<!ENTITY l%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&l%d;", i), 10))
	}
	for _, f := range []struct{ name, root, open, end, item string }{
		{
			"newsml-g2", "newsMessage", `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>`, "</itemSet></newsMessage>",
			`<newsItem><contentMeta><headline>%s</headline></contentMeta><contentSet><inlineXML><nitf><body><body.content>%s</body.content></body></nitf></inlineXML></contentSet></newsItem>`,
		},
		{
			"newsml-1", "NewsML", "<NewsML>", "</NewsML>",
			`<NewsItem><NewsComponent><NewsLines><HeadLine>%s</HeadLine></NewsLines><ContentItem><DataContent><nitf><body><body.content>%s</body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsItem>`,
		},
		{"nitf", "nitf", "<nitf><body>", "</body></nitf>", "<body.head><hedline><hl1>%s</hl1></hedline></body.head><body.content>%s</body.content>"},
	} {
		wire := func(doctype, title, body string) string {
			return `<?xml version="1.0"?>` + doctype + f.open + fmt.Sprintf(f.item, title, body) + f.end
		}
		const story = "<p>The ferry to Skarholm left two hours late on Thursday.</p>"
		for _, h := range []hostile{
			{"billion-laughs.xml", wire("<!DOCTYPE "+f.root+" ["+laughs+"]>", "&l20;", "<p>&l20;</p>")},
			{"external-entity.xml", wire("<!DOCTYPE "+f.root+` [<!ENTITY x SYSTEM "file:///etc/passwd">]>`, "&x;", "<p>A &x; story</p>")},
			{"external-declarations.xml", wire("<!DOCTYPE "+f.root+` SYSTEM "http://wireprint.invalid/x.dtd" [<!ENTITY % p SYSTEM "http://wireprint.invalid/p"> %p;]>`, "Late", story)},
			{"doctype-without-end.xml", "<!DOCTYPE " + f.root + " [" + strings.Repeat("<!ENTITY a 'b'>", 50_000)},
			{"elements-in-elements.xml", wire("", "Late", strings.Repeat("<block>", 100_000)+"x")},
			{"items-in-items.xml", `<?xml version="1.0"?>` + strings.Repeat(f.open, 50_000)},
			{"inline-in-inline.xml", wire("", "Late", "<p>"+strings.Repeat("<em>late ", 190)+strings.Repeat("</em>", 190)+"</p>")},
			{"100000-empty-items.xml", f.open + strings.Repeat("<newsItem/><NewsItem/>", 50_000) + f.end},
			{"20000-paragraphs.xml", wire("", "Late", strings.Repeat("<p>x</p>", 20_000))},
			{"100000-attributes.xml", wire("", "Late", "<p "+strings.Repeat("a='b' ", 100_000)+">The ferry was late.</p>")},
			{"100000-headlines.xml", wire("", strings.Repeat("Late</hl1><hl1>", 100_000), story)},
			{"100000-header-fields.xml", strings.Replace(wire("", "Late", story), f.open, f.open+strings.Repeat(`<head/><docdata/><meta name="a" content="b"/><subject qcode="a:b"/>`, 25_000), 1)},
			{"header-field-without-end.xml", f.open + "<head><title>" + strings.Repeat("late ", 200_000)},
			{"title-of-a-megabyte.xml", wire("", strings.Repeat("late ", 200_000), story)},
			{"bylines.xml", wire("", "Late", "<byline>"+strings.Repeat("By Ann Bell and ", 20_000)+"</byline>"+story)},
			{"dates.xml", wire("", "Late", "<dateline>"+strings.Repeat("<story.date norm='31 Blugust 2021'>31 Blugust 2021</story.date>", 2000)+"</dateline>"+story)},
			{"references.xml", wire("", "&#x0;&#xd800;&#x110000;&#99999999999;", "<p>"+strings.Repeat("&", 50_000)+strings.Repeat("&nbsp;&bogus;", 10_000)+"</p>")},
			{"comment-without-end.xml", f.open + "<!--" + strings.Repeat("-", 1<<20)},
			{"cdata-without-end.xml", f.open + "<![CDATA[" + strings.Repeat("]", 1<<20)},
			{"instructions.xml", strings.Repeat("<?xml version='1.0'?>", 3000) + wire("", "Late", story)},
			{"charset-that-is-none.xml", strings.Replace(wire("", "Late", story), "?>", " encoding='x-none'?>", 1)},
			{"charset-that-is-another.xml", strings.Replace(wire("", "Late", story), "?>", " encoding='utf-16'?>", 1)},
			{"tables.xml", wire("", "Late", strings.Repeat("<table><tr><td>", 60)+"x")},
			{"no-item.xml", f.open + f.end},
			{"roots.xml", strings.Repeat(f.open+f.end, 20_000)},
		} {
			files = append(files, hostile{"wire-" + f.name + "-" + h.name, h.data})
		}
	}
	return append(files, hostile{"wire-million-items.xml", "<NewsML>" + strings.Repeat("<NewsItem/>", 1_000_000) + "</NewsML>"})
}

// jsonWires are ninjs and the JSON of AP.
func jsonWires() []hostile {
	ninjs := func(fields string) string {
		return `{"uri": "urn:a", "type": "text", "versioncreated": "2024-03-04T11:37:00Z", ` + fields + `, "body_text": "The ferry to Skarholm left two hours late on Thursday."}`
	}
	ap := func(items string) string { return `{"api_version": "1.1", "data": {"items": [` + items + `]}}` }
	const story = `{"item": {"altids": {"itemid": "f"}, "type": "text", "versioncreated": "2024-03-04T11:37:00Z", "headline": "Late", "main": {"nitf": "<p>The ferry left late.</p>"}}}`
	nested := strings.ReplaceAll(strings.Repeat("<block>", 50_000), `"`, `'`)
	return []hostile{
		{"wire-ninjs-associations-in-associations.json", strings.Repeat(`{"uri": "urn:a", "type": "composite", "associations": {"a": `, 5000) + "{}" + strings.Repeat("}}", 5000)},
		{"wire-ninjs-100000-associations.json", ninjs(`"associations": [` + strings.Repeat(`{"uri": "urn:b", "type": "picture"},`, 100_000) + "{}]")},
		{"wire-ninjs-100000-header-fields.json", ninjs(`"subject": [` + strings.Repeat(`{"name": "a"},`, 100_000) + `{}], "by": "` + strings.Repeat("By Ann Bell and ", 20_000) + `"`)},
		{"wire-ninjs-300000-items.json", `{"items": [` + strings.Repeat("{},", 300_000) + "{}]}"},
		{"wire-ninjs-100000-pictures.json", `{"items": [` + strings.Repeat(`{"type":"picture","versioncreated":"2024"},`, 100_000) + ninjs(`"a": 1`) + "]}"},
		{"wire-ninjs-fields-of-other-kinds.json", `{"uri": [], "type": {}, "versioncreated": {"a": []}, "headline": 1e999, "body_text": [[["x"]]], "by": {"a": {}}, "located": true, "language": [null]}`},
		{"wire-ninjs-markup-in-markup.json", ninjs(`"body_xhtml": "` + nested + `"`)},
		{"wire-ninjs-nul.json", ninjs(`"headline": "A \u0000 late \ud800 ferry"`)},
		{"wire-ninjs-date-beyond-all.json", strings.Replace(ninjs(`"a": 1`), "2024-03-04T11", "99999-99-99T99", 1)},
		{"wire-ap-million-items.json", ap(strings.Repeat("0,", 1_000_000) + story)},
		{"wire-ap-20000-pictures.json", ap(strings.Repeat(`{"item":{"type":"picture"}},`, 20_000) + story)},
		{"wire-ap-nitf-in-nitf.json", ap(strings.Replace(story, "<p>", nested+"<p>", 1))},
		{"wire-ap-entities.json", ap(strings.Replace(story, "<p>", `<!DOCTYPE nitf [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><nitf><body><body.content><p>&x;`, 1))},
		{"wire-ap-items-in-items.json", strings.Repeat(`{"data": {"items": [{"item": `, 3000) + "{}" + strings.Repeat("}]}}", 3000)},
		{"wire-ap-fields-of-other-kinds.json", ap(`{"item": []}, {"item": {"altids": 7, "type": ["text"], "main": "x", "bylines": {"by": 1}, "headline": {}}}, 7, null, [[]], "x"`)},
		{"wire-ap-cut-off-in-an-item.json", ap(story)[:200]},
	}
}

// printedWires are IPTC 7901 and ANPA 1312, which go back to the teleprinter.
func printedWires() []hostile {
	const (
		iptc = "\x01eca0117 3 i 95  dpa 0117\r\n\x02Ferry late\r\nSkarholm (dpa) - The ferry left two hours late on Thursday.\r\n\x03041137 mar 24\r\n\x04"
		anpa = "\x16\x16\x01W2870\x1f_asian\r\nr i\x13\x11 BC-VA--Ferry   03-04 0466\r\n\x02^BC-VA--Ferry,466<\r\n^Ferry late<\r\n\tSKARHOLM (AP) _ The ferry left two hours late.\r\n\x03AP-WF-03-04-24 1137GMT<\r\n\x04"
	)
	return []hostile{
		{"wire-iptc-header-without-end.iptc", "\x01" + strings.Repeat("eca0117 3 i 95  dpa 0117\r\n", 40_000)},
		{"wire-iptc-header-of-one-line.iptc", "\x01eca0117 3 i 95  " + strings.Repeat("dpa ", 200_000)},
		{"wire-iptc-claims-many-words.iptc", strings.Replace(iptc, " 95 ", " 99999999999999999999 ", 1)},
		{"wire-iptc-claims-less-than-none.iptc", strings.Replace(iptc, " 95 ", " -95 ", 1)},
		{"wire-iptc-text-without-end.iptc", iptc[:strings.IndexByte(iptc, 3)] + strings.Repeat("The ferry was late.\r\n", 20_000)},
		{"wire-iptc-signs-alone.iptc", "\x01eca0117 3 i 95  dpa 0117\r\n" + strings.Repeat("\x01\x02\x03\x04", 50_000)},
		{"wire-iptc-texts-without-header.iptc", "\x01eca0117 3 i 95  dpa 0117\r\n" + strings.Repeat("\x02late\x03", 50_000)},
		{"wire-iptc-30000-empty-messages.iptc", strings.Repeat("\x01eca0117 3 i 95  dpa 0117\r\n\x02\x03\x04", 30_000)},
		{"wire-iptc-day-that-is-none.iptc", strings.Replace(iptc, "041137 mar 24", "999999 mar 99", 1)},
		{"wire-anpa-header-without-end.anpa", "\x16\x16\x01" + strings.Repeat("W2870\x1f_asian\r\n", 40_000)},
		{"wire-anpa-header-of-one-line.anpa", "\x16\x16\x01W2870\x1f" + strings.Repeat("_asian", 100_000)},
		{"wire-anpa-claims-many-words.anpa", strings.Replace(anpa, "0466", "99999999999999999999", 1)},
		{"wire-anpa-typesetting-alone.anpa", anpa[:40] + strings.Repeat("^<", 100_000)},
		{"wire-anpa-lines-without-end.anpa", anpa[:strings.IndexByte(anpa, 2)+1] + strings.Repeat("^By SAM HALE=\r\n", 40_000)},
		{"wire-anpa-fractions.anpa", strings.Replace(anpa, "two hours", strings.Repeat("2{ ", 50_000), 1)},
		{"wire-anpa-synchronisation-alone.anpa", strings.Repeat("\x16", 1<<20)},
		{"wire-anpa-100000-empty-messages.anpa", strings.Repeat("\x16\x16\x01W2870\x1f_asian\r\n\x02\x03\x04", 100_000)},
		{"wire-anpa-day-that-is-none.anpa", strings.Replace(anpa, "03-04-24 1137GMT", "99-99-99 9999GMT", 1)},
	}
}
