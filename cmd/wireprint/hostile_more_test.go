package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// crowds are files of which one damaged place, or one that is named many times, could
// cost as much as all of the file does, for each of its records.
func crowds(t *testing.T) []hostile {
	rows := strings.Repeat("7,\"\"\n", 100_000) // no crowd of stories: each is empty
	return []hostile{
		{"table-100000-rows-behind-a-bad-quote.csv", "id,text\n7,\"The ferry\" was late.\n" + rows},
		{"table-100000-rows-behind-a-quote-in-a-word.csv", "id,text\n7,The \"ferry\" was late.\n" + rows},
		{"table-100000-rows-behind-an-open-quote.csv", "id,text\n7,\"The ferry was late.\n" + rows},
		{"table-100000-rows-of-bad-quotes.csv", "id,text\n" + strings.Repeat("7,\"late\"\"\n", 100_000)},
		{"table-100000-rows-too-long.csv", "id,text\n" + strings.Repeat("7,late,late\n", 100_000)},
		{"lines-30000-broken.jsonl", strings.Repeat("{\"text\":\"late\"\n", 30_000)},
		{"lines-30000-without-text.jsonl", strings.Repeat("{\"id\":7}\n", 30_000)},
		{"zip-thousand-names-of-one-file.zip", sameFileZip(t, 1000)},
		{"zip-thousand-files-over-one-another.zip", overlappingZip(1000)},
		{"page-10000-unreadable-dates.html", "<html><body><p>The ferry was late." + unreadableTimes(10_000)},
		{"page-450-deep.html", "<html><body>" + strings.Repeat("<div>", 450) + strings.Repeat("<p>The ferry was late, on Thursday, by some hours.</p>", 5000)},
	}
}

// sameFileZip is an archive of one file under many names. It is no text: a crowd of
// stories that are alike is no matter of archives.
func sameFileZip(t *testing.T, names int) string {
	archive := zipOf(t, "a.txt", strings.Repeat("\x00", 50_000))
	directory := strings.Index(archive, "PK\x01\x02")
	entry := archive[directory:strings.LastIndex(archive, "PK\x05\x06")]
	all := archive[:directory] + strings.Repeat(entry, names)
	return all + string(zipEnd(uint16(names), names*len(entry), directory))
}

// overlappingZip is an archive of which each file holds all files behind it, as David
// Fifield's "A better zip bomb" (2019) has them, but not compressed.
func overlappingZip(names int) string {
	const name, header = "a0000.txt", 30 + len("a0000.txt")
	body := []byte(strings.Repeat("The ferry was late. ", 100))
	type entry struct{ size, sum uint32 }
	entries := make([]entry, names)
	for i := names - 1; i >= 0; i-- { // the last file is the text alone
		entries[i] = entry{uint32(len(body)), crc32.ChecksumIEEE(body)}
		local := append([]byte("PK\x03\x04"), zipFields(entries[i].size, entries[i].sum, len(name))...)
		local = fmt.Appendf(local, "a%04d.txt", i)
		body = append(local, body...)
	}
	at := len(body)
	for i, e := range entries {
		body = append(body, "PK\x01\x02\x14\x00"...)
		body = append(body, zipFields(e.size, e.sum, len(name))...)
		body = append(body, make([]byte, 10)...)
		body = binary.LittleEndian.AppendUint32(body, uint32(i*header))
		body = fmt.Appendf(body, "a%04d.txt", i)
	}
	return string(append(body, zipEnd(uint16(names), len(body)-at, at)...))
}

// zipFields are those that both headers of a file in an archive have.
func zipFields(size, sum uint32, name int) []byte {
	b := append([]byte{20, 0}, make([]byte, 8)...) // version, no flags, not compressed, no time
	b = binary.LittleEndian.AppendUint32(b, sum)
	b = binary.LittleEndian.AppendUint32(b, size)
	b = binary.LittleEndian.AppendUint32(b, size)
	b = binary.LittleEndian.AppendUint16(b, uint16(name))
	return append(b, 0, 0)
}

func unreadableTimes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<time class=published datetime='%d Blugust 2021'></time>", i)
	}
	return b.String()
}

// mixedCharsets are texts in charsets that nothing declares, of several at once, and with
// what none of them has.
func mixedCharsets(t *testing.T) (files []hostile) {
	const (
		latin    = "The ferry to Skarholm left two hours late on Thursday; a pump had failed overnight."
		cyrillic = "Паром на остров вышел в четверг с опозданием на два часа: ночью отказал насос."
		chinese  = "渡轮周四晚了两个小时才出发。港务局说，夜间有一台水泵发生故障。"
		kana     = "フェリーは木曜日に二時間遅れて出発した。夜の間にポンプが故障したという。"
	)
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	in := func(e encoding.Encoding, text string) string { return wide(t, e, text) }
	for name, text := range map[string]string{"latin": latin, "cyrillic": cyrillic, "chinese": chinese} {
		files = append(files,
			hostile{"charset-utf-16-little-without-mark-" + name + ".txt", in(little, text)},
			hostile{"charset-utf-16-big-without-mark-" + name + ".txt", in(big, text)},
			hostile{"charset-utf-16-without-mark-" + name + ".jsonl", in(little, `{"text":"`+text+`"}`+"\n")},
			hostile{"charset-utf-16-without-mark-" + name + ".html", in(big, "<html><p>"+text)},
			hostile{"charset-utf-16-without-mark-" + name + ".csv", in(little, "text\n"+text+"\n")},
			hostile{"charset-utf-32-without-mark-" + name + ".txt", in(utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), text)},
			hostile{"charset-utf-16-of-the-other-order-" + name + ".txt", "\xfe\xff" + in(little, text)},
			hostile{"charset-two-marks-" + name + ".txt", "\xff\xfe\xff\xfe" + in(little, text)},
			hostile{"charset-mark-of-utf-8-" + name + ".txt", "\xef\xbb\xbf" + in(little, text)},
			hostile{"charset-utf-16-and-utf-8-" + name + ".txt", "\xff\xfe" + in(little, text) + text},
			hostile{"charset-utf-8-and-utf-16-" + name + ".txt", text + "\n" + in(little, text)},
			hostile{"charset-invalid-surrogates-" + name + ".txt", "\xff\xfe" + in(little, text) + "\x00\xdc\x00\xd8" + in(little, text)},
			hostile{"charset-surrogates-the-wrong-way-round-" + name + ".txt", "\xff\xfe" + strings.Repeat("\x00\xde\x3d\xd8", 500) + in(little, text)},
		)
	}
	return append(files,
		hostile{"charset-mark-of-utf-16-alone.txt", "\xff\xfe"},
		hostile{"charset-mark-of-utf-16-and-half-a-letter.txt", "\xff\xfeT"},
		hostile{"charset-mark-of-utf-32-alone.txt", "\xff\xfe\x00\x00"},
		hostile{"charset-cyrillic-two-to-a-file.txt", in(charmap.Windows1251, cyrillic) + "\n" + in(charmap.KOI8R, cyrillic)},
		hostile{"charset-chinese-two-to-a-file.txt", in(simplifiedchinese.GB18030, chinese) + "\n" + chinese},
		hostile{"charset-chinese-cut-in-a-letter.txt", in(simplifiedchinese.GBK, chinese)[:41]},
		hostile{"charset-chinese-other-letters.txt", in(traditionalchinese.Big5, "渡輪週四晚了兩個小時才出發")[1:]},
		hostile{"charset-japanese-two-to-a-file.txt", in(japanese.ShiftJIS, kana) + "\n" + in(japanese.EUCJP, kana)},
		hostile{"charset-ebcdic.txt", in(charmap.CodePage037, latin)},
		hostile{"charset-utf-7.txt", "+ADw-script+AD4- +2D0- +3gA-"},
		hostile{"charset-escapes-alone.txt", strings.Repeat("\x1b$B\x1b(B\x1b$)C\x0e\x0f", 2000)},
		hostile{"charset-pairs-of-surrogates-as-utf-8.txt", "The ferry " + strings.Repeat("\xed\xa0\xbd\xed\xb8\x80", 500)},
		hostile{"charset-pairs-of-surrogates-as-utf-8.jsonl", `{"text":"The ferry ` + strings.Repeat("\xed\xa0\xbd\xed\xb8\x80", 500) + "\"}\n"},
		hostile{"charset-escaped-surrogates.jsonl", `{"text":"The ferry \ud83d\ude00 \ude00\ud83d \ud83d \ud83d\ud83d\ude00 was late."}` + "\n"},
		hostile{"charset-lines-of-all.jsonl", linesOf(in, map[string]encoding.Encoding{
			latin: charmap.Windows1252, cyrillic: charmap.Windows1251, chinese: simplifiedchinese.GBK, kana: japanese.ShiftJIS, latin + "!": little, cyrillic + "!": big,
		})},
		hostile{"charset-cells-of-all.csv", "id,text\n1," + in(charmap.Windows1251, cyrillic) + "\n2," + in(simplifiedchinese.GBK, chinese) + "\n3," + in(little, latin) + "\n"},
		hostile{"charset-declares-utf-16.html", "<html><meta charset=utf-16><p>" + latin},
		hostile{"charset-declares-utf-16-and-is-of-another-order.html", "\xfe\xff" + in(little, "<html><meta charset=utf-16le><p>"+latin)},
		hostile{"charset-declares-ebcdic.xml", `<?xml version="1.0" encoding="ibm037"?><rss><channel><item><description>` + latin + "</description></item></channel></rss>"},
		hostile{"charset-declares-three.html", "<html><meta charset=utf-8><meta charset=koi8-r><meta charset=gbk><p>" + in(charmap.KOI8R, cyrillic)},
	)
}

// linesOf is a record a line, each in another charset.
func linesOf(in func(encoding.Encoding, string) string, charsets map[string]encoding.Encoding) string {
	var texts []string
	for text := range charsets {
		texts = append(texts, text)
	}
	slices.Sort(texts)
	var lines bytes.Buffer
	for _, text := range texts {
		lines.WriteString(in(charsets[text], `{"text":"`+text+`"}`+"\n"))
	}
	return lines.String()
}
