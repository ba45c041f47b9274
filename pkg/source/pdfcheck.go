package source

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"fmt"
	"io"
	"reflect"
	"regexp"

	"github.com/ledongthuc/pdf"
)

// The library reads a PDF by recursion, which ends the whole program where it goes too
// deep: it cannot be caught. What it would follow is therefore looked at before.
const (
	// maxPDFDepth is how deep lists and dictionaries may lie in one another. Real ones
	// lie ten deep; the program ends at some millions.
	maxPDFDepth = 100_000

	// maxPDFDict is how much of a stream's dictionary is looked at, in bytes.
	maxPDFDict = 64 << 10

	// shallow is the most bytes that cannot hold lists too deep for the program.
	shallow = 1 << 20

	// maxInflated is the most that may come out of a PDF's streams, most of it
	// pictures.
	maxInflated = 1 << 30

	// maxFilters is how often a stream may be compressed.
	maxFilters = 4
)

var (
	errPDFDeep  = because("damaged: lists in the PDF lie too deep in one another")
	errPDFLarge = because("the streams of the PDF unpack to more than any has")
)

// checkPDF looks at a PDF's bytes and at what comes out of its streams, of which no
// more than limit bytes may be other than pictures, until there is a reason to stop.
func checkPDF(data []byte, limit int64, stop func() error) error {
	var raw depthCounter
	if _, _ = raw.Write(data); raw.most > maxPDFDepth {
		return errPDFDeep
	}
	pictures, others := int64(maxInflated), limit
	for at := 0; ; {
		if err := stop(); err != nil {
			return err
		}
		next := bytes.Index(data[at:], []byte("stream"))
		if next < 0 {
			return nil
		}
		dict := data[max(0, at+next-maxPDFDict) : at+next]
		at += next + len("stream")
		if bytes.HasSuffix(dict, []byte("end")) {
			continue
		}
		left := &others
		if dict = dict[max(0, bytes.LastIndex(dict, []byte("obj"))):]; bytes.Contains(dict, []byte("/Image")) {
			left = &pictures
		}
		if err := checkStream(dict, bytes.TrimLeft(data[at:], "\r\n \t\x00\f"), left, maxFilters); err != nil {
			return err
		}
	}
}

// encoded finds in a stream's dictionary that it may be written in letters, and that
// it may be differences of bytes.
var (
	encoded   = regexp.MustCompile(`ASCII85|/Filter\s*\[?\s*\d`)
	predicted = regexp.MustCompile(`/Predictor|/DecodeParms\s*\[?\s*\d`)
)

// checkStream looks at what comes out of a stream, of at most left bytes.
func checkStream(dict, data []byte, left *int64, filters int) error {
	if filters == 0 {
		return errPDFLarge
	}
	if encoded.Match(dict) && filters == maxFilters {
		text, _, _ := bytes.Cut(data, []byte("~"))
		letters := ascii85.NewDecoder(&inLetters{bytes.NewReader(text)})
		if err := checkInflated(dict, letters, left, filters); err != nil {
			return err
		}
	}
	if !isZlib(data) {
		return nil
	}
	if z, err := zlib.NewReader(bytes.NewReader(data)); err == nil {
		return checkInflated(dict, z, left, filters)
	}
	return nil // the library will say so
}

// inLetters leaves out what is no letter of ASCII85, as the library does.
type inLetters struct{ r io.Reader }

func (l *inLetters) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	kept := p[:0]
	for _, c := range p[:n] {
		if '!' <= c && c <= 'u' || c == 'z' {
			kept = append(kept, c)
		}
	}
	return len(kept), err
}

// isZlib reports whether bytes begin as compressed ones do.
func isZlib(data []byte) bool {
	return len(data) > 2 && data[0]&0x0f == 8 && (uint(data[0])<<8|uint(data[1]))%31 == 0
}

// checkInflated is checkStream for one filter's output.
func checkInflated(dict []byte, out io.Reader, left *int64, filters int) error {
	var depth depthCounter
	var head bytes.Buffer
	n, _ := io.Copy(io.MultiWriter(&head, &depth), io.LimitReader(out, shallow)) // what is damaged ends early for the library too
	if isZlib(head.Bytes()) {
		rest := io.MultiReader(&head, out)
		if z, err := zlib.NewReader(rest); err == nil {
			if filters == 1 {
				return errPDFLarge
			}
			return checkInflated(dict, z, left, filters-1)
		}
	}
	more, _ := io.Copy(&depth, io.LimitReader(out, *left+1-n))
	*left -= n + more
	switch {
	case *left < 0:
		return errPDFLarge
	case depth.most > maxPDFDepth, more > 0 && predicted.Match(dict) && !bytes.Contains(dict, []byte("/Image")):
		return errPDFDeep // of differences of bytes the depth is not known
	}
	return nil
}

// depthCounter counts how deep brackets lie in one another in what is written to it.
type depthCounter struct{ depth, most int }

func (d *depthCounter) Write(p []byte) (int, error) {
	for _, c := range p {
		switch c {
		case '[', '<':
			if d.depth++; d.depth > d.most {
				d.most = d.depth
			}
		case ']', '>':
			d.depth = max(0, d.depth-1)
		}
	}
	return len(p), nil
}

// checkObjects checks that no object of a PDF is said to lie in a stream that lies in
// a stream: the library would look for it without end.
//
// Where the objects lie the library does not tell, and reading it a second time would
// be to repair what is damaged in just the way that the library does: so its own table
// is looked at. TestPDFLibrary fails when that has another form.
func checkObjects(doc *pdf.Reader) error {
	table := objectTable(doc)
	for i := range table.Len() {
		in, ok := streamOf(table.Index(i))
		if !ok || in >= uint64(table.Len()) {
			continue
		}
		if _, ok := streamOf(table.Index(int(in))); ok {
			return fmt.Errorf("object %d lies in a stream that lies in a stream", i)
		}
	}
	return nil
}

// objectTable is the library's table of a PDF's objects.
func objectTable(doc *pdf.Reader) reflect.Value {
	return reflect.ValueOf(doc).Elem().FieldByName("xref")
}

// streamOf is the number of the stream that an object of the table lies in.
func streamOf(object reflect.Value) (id uint64, ok bool) {
	return object.FieldByName("stream").FieldByName("id").Uint(), object.FieldByName("inStream").Bool()
}
