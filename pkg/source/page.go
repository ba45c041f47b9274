package source

import "bytes"

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

// looksLikePage reports whether bytes begin as a web page does, behind an XML
// declaration and comments, such as the one that tells where a page was saved from.
func looksLikePage(head []byte) bool {
	head = bytes.TrimPrefix(head, utf8BOM)
	for {
		head = bytes.TrimSpace(head)
		end := []byte(nil)
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			end = []byte("-->")
		case bytes.HasPrefix(head, []byte("<?xml")):
			end = []byte("?>")
		default:
			head = bytes.ToLower(head[:min(len(head), 16)])
			return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
		}
		_, rest, found := bytes.Cut(head, end)
		if !found {
			return false
		}
		head = rest
	}
}
