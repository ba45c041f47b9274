package source

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/ledongthuc/pdf"
)

func deflate(data string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(data))
	_ = w.Close()
	return b.String()
}

// pdfWith is a PDF of one page with such a stream for its content.
func pdfWith(dict, stream string) string {
	return objectsOf(
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
		fmt.Sprintf("<< /Length %d %s >>\nstream\n%s\nendstream", len(stream), dict, stream),
	)
}

// objectsOf is a PDF of such objects, the first of which is its root.
func objectsOf(objects ...string) string {
	var b, table strings.Builder
	b.WriteString("%PDF-1.4\n")
	for i, object := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	return fmt.Sprintf("%[1]sxref\n0 %[2]d\n0000000000 65535 f \n%[3]strailer\n<< /Size %[2]d /Root 1 0 R >>\nstartxref\n%[4]d\n%%%%EOF\n",
		b.String(), len(objects)+1, table.String(), b.Len())
}

// streamedPDF is a PDF of which objects 1 and 2 lie in the stream 3.
func streamedPDF() string {
	return xrefPDF("\x00\x00\x00" + "\x02\x03\x00" + "\x02\x03\x01" + "\x01" + string([]byte{byte(len(xrefHead)), 0}))
}

// selfContained is a PDF in which an object stream is said to lie in itself.
func selfContained() string {
	return xrefPDF("\x00\x00\x00" + "\x02\x02\x00" + "\x02\x02\x00" + "\x01" + string([]byte{byte(len(xrefHead)), 0}))
}

const xrefHead = "%PDF-1.5\n"

// xrefPDF is a PDF of such a table of four objects, each an entry of three bytes: what
// it is, and where it lies.
func xrefPDF(entries string) string {
	stream := fmt.Sprintf("3 0 obj\n<< /Type /XRef /Size 4 /W [1 1 1] /Root 1 0 R /Length %d >>\nstream\n%s\nendstream\nendobj\n", len(entries), entries)
	return xrefHead + stream + fmt.Sprintf("%s\nstartxref\n%d\n%%%%EOF\n", strings.Repeat("%", 100), len(xrefHead))
}

// What the library would follow until the whole program ends is refused.
func TestPDFThatWouldEndTheProgram(t *testing.T) {
	deep := strings.Repeat("[", 4_000_000)
	const tooDeep = "a.pdf: damaged: lists in the PDF lie too deep in one another"
	var letters strings.Builder
	w := ascii85.NewEncoder(&letters)
	_, _ = w.Write([]byte(deflate(deep)))
	_ = w.Close()
	for name, tt := range map[string]struct{ data, want string }{
		"lists in a file":              {objectsOf("<< /Type /Catalog /Pages " + deep), tooDeep},
		"dictionaries in a file":       {objectsOf(strings.Repeat("<</A", 1_000_000)), tooDeep},
		"lists in a page":              {pdfWith("/Filter /FlateDecode", deflate(deep)), tooDeep},
		"lists compressed twice":       {pdfWith("/Filter [/FlateDecode /FlateDecode]", deflate(deflate(deep))), tooDeep},
		"lists in letters":             {pdfWith("/Filter [/ASCII85Decode /FlateDecode]", letters.String()), tooDeep},
		"differences":                  {pdfWith("/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 1 >>", deflate("\x02["+strings.Repeat("\x02\x00", 2_000_000))), tooDeep},
		"operands without an operator": {pdfWith("/Filter /FlateDecode", deflate(strings.Repeat("1 ", 40<<20))), "a.pdf: the streams of the PDF unpack to more than any has"},
		"a picture for a page":         {pdfWith("/Subtype /Image /Filter /FlateDecode", deflate(strings.Repeat("1 ", 40<<20))), "a.pdf: no text in it; it may be scanned"},
		"a stream in itself":           {selfContained(), "a.pdf: damaged or cut off: the PDF cannot be read"},
		"encrypted":                    {strings.Replace(pdfOf(ferry), "/Root", "/Encrypt 9 0 R /Root", 1), "a.pdf: encrypted"},
	} {
		check(t, name, skips(tt.want), read(t, "a.pdf", tt.data, nil))
	}
}

// TestPDFLibrary holds the library to the private fields that [checkObjects] looks at. If
// an update has renamed them, each PDF is refused, and the check must be written anew.
func TestPDFLibrary(t *testing.T) {
	table, ok := reflect.TypeFor[pdf.Reader]().FieldByName("xref")
	if !ok || table.Type.Kind() != reflect.Slice {
		t.Fatal("pdf.Reader has no list xref of where its objects lie")
	}
	inStream, okIn := table.Type.Elem().FieldByName("inStream")
	stream, okStream := table.Type.Elem().FieldByName("stream")
	if !okIn || inStream.Type.Kind() != reflect.Bool || !okStream || stream.Type.Kind() != reflect.Struct {
		t.Fatal("a place in xref has no inStream and stream")
	}
	if id, ok := stream.Type.FieldByName("id"); !ok || id.Type.Kind() != reflect.Uint32 {
		t.Fatal("a stream in xref has no id")
	}

	file := streamedPDF()
	doc, err := pdf.NewReader(strings.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	objects := objectTable(doc)
	if objects.Len() != 4 {
		t.Fatalf("%d objects, want 4", objects.Len())
	}
	if in, ok := streamOf(objects.Index(1)); !ok || in != 3 {
		t.Errorf("object 1 lies in stream %d, %v; want 3", in, ok)
	}
	if _, ok := streamOf(objects.Index(3)); ok {
		t.Error("object 3, which is a stream, lies in a stream")
	}
	if err := checkObjects(doc); err != nil {
		t.Errorf("objects in a stream that lies in the file: %v", err)
	}
}

// Pages and tables in a circle are given up when a multiple of the file has been read.
func TestPDFInACircle(t *testing.T) {
	const root = "<< /Type /Catalog /Pages 2 0 R >>"
	for name, data := range map[string]string{
		"pages":        objectsOf(root, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>"),
		"parents":      objectsOf(root, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 3 0 R /Contents 3 0 R >>"),
		"tables":       strings.Replace(pdfOf(ferry), "/Root 1 0 R", fmt.Sprintf("/Prev %d /Root 1 0 R", strings.Index(pdfOf(ferry), "xref")), 1),
		"contents":     objectsOf(root, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Contents [3 0 R 3 0 R] >>"),
		"no such page": objectsOf(root, "<< /Type /Pages /Kids [9 0 R] /Count 1000000 >>"),
	} {
		if got := read(t, "a.pdf", data, nil); len(got.Docs) > 0 || len(got.Skips) == 0 {
			t.Errorf("%s: %q", name, got)
		}
	}
}
