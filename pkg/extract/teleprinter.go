package extract

import (
	"bytes"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// The signs that a message on a teleprinter wire is set between.
const (
	startOfHeading = 0x01
	startOfText    = 0x02
	endOfText      = 0x03
	endOfMessage   = 0x04
)

// fillers are sent to keep the wire awake.
const fillers = "\x00\x16\x7f\r\n"

// message is one message of a teleprinter wire, its parts as they are framed: SOH,
// heading, STX, text, ETX, closing, EOT.
type message struct{ heading, text, closing string }

// framed reports whether data begins as a message does, behind fillers.
func framed(data []byte) ([]byte, bool) {
	return bytes.CutPrefix(bytes.TrimLeft(data[:min(len(data), 256)], fillers), []byte{startOfHeading})
}

// messages are those of a file, one behind the other. One that was cut off has what
// came of it.
func messages(data []byte) []message {
	var all []message
	for len(data) > 0 {
		_, rest, found := bytes.Cut(data, []byte{startOfHeading})
		if !found {
			break
		}
		end := bytes.IndexAny(rest, string([]byte{endOfMessage, startOfHeading}))
		if end < 0 {
			end = len(rest)
		}
		heading, text, _ := bytes.Cut(rest[:end], []byte{startOfText})
		text, closing, _ := bytes.Cut(text, []byte{endOfText})
		all = append(all, message{teletext(heading), teletext(text), teletext(closing)})
		data = rest[end:]
	}
	return all
}

// teletext decodes a part of a message. Its control characters set type: they part
// words. What is no ASCII is as likely Windows-1252 as UTF-8.
func teletext(data []byte) string {
	clean := make([]byte, 0, len(data))
	for _, c := range data {
		switch {
		case c == 0:
			continue
		case c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\b' || c == 0x7f:
			c = ' '
		}
		clean = append(clean, c)
	}
	return tidy(toUTF8(clean, "windows-1252"))
}

// wireParagraph is a paragraph of a text of which its format says what it is.
type wireParagraph struct {
	text string
	role news.Role
}

// joinParagraphs makes a text of paragraphs, with an empty line between any two.
func joinParagraphs(paragraphs []wireParagraph) (string, []news.Paragraph) {
	var text strings.Builder
	var marked []news.Paragraph
	for _, p := range paragraphs {
		line := tidyLines(p.text)
		if line == "" {
			continue
		}
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		text.WriteString(line)
		marked = append(marked, news.Paragraph{Span: news.Span{Start: start, End: text.Len()}, Role: p.role})
	}
	return text.String(), marked
}
