package source

import (
	"bytes"
	"strings"
)

// pageFormat is a web page, also one that a browser saved as a single file.
type pageFormat struct{}

func (pageFormat) recognise(head []byte, name string) sureness {
	if looksLikePage(head) {
		return byContent
	}
	return named(name, ".html", ".htm", ".xhtml")
}

func (pageFormat) read(r *reader, s *stream) error {
	data, err := r.whole(s)
	if err == nil {
		r.give(s.document(HTML, data))
	}
	return err
}

// looksLikePage reports whether bytes begin as a web page does.
func looksLikePage(head []byte) bool {
	name, doctype := rootElement(head)
	return strings.EqualFold(name, "html") || strings.EqualFold(doctype, "html")
}

// rootElement is the name of the first element of a page or an XML document, and the
// name that a document type declaration before it gives. Declarations and comments,
// such as the one that tells where a page was saved from, are passed over.
func rootElement(head []byte) (name, doctype string) {
	head = bytes.TrimPrefix(head, utf8BOM)
	for {
		head = bytes.TrimSpace(head)
		end := ""
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(head, []byte("<?")):
			end = "?>"
		case len(head) > 9 && strings.EqualFold(string(head[:9]), "<!doctype"):
			doctype = elementName(bytes.TrimSpace(head[9:]))
			end = ">"
			if at := bytes.IndexAny(head, "[>"); at >= 0 && head[at] == '[' {
				end = "]>" // declarations of its own
			}
		case bytes.HasPrefix(head, []byte("<")):
			return elementName(head[1:]), doctype
		default:
			return "", doctype
		}
		_, rest, found := bytes.Cut(head, []byte(end))
		if !found {
			return "", doctype
		}
		head = rest
	}
}

// elementName is the name that bytes begin with, if something ends it.
func elementName(head []byte) string {
	if end := bytes.IndexAny(head, " \t\r\n>/["); end >= 0 {
		return string(head[:end])
	}
	return ""
}
