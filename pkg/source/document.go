package source

// Format says how a document's bytes are to be understood.
type Format uint8

// The formats of a document.
const (
	Text   Format = iota // plain text, of one story or of several
	HTML                 // a web page
	Record               // a JSON object with the fields of one article
)

// String returns the format's name.
func (f Format) String() string {
	return [...]string{"text", "html", "record"}[f]
}

// Document is what one article, or for a text file several, are read from.
type Document struct {
	Path   string // of its input, see [Input]
	Folder string // name of the folder that its file lies in; empty when there is none

	// Record is the document's place in a file of records, counted from 1: the
	// line of a JSONL file, the element of a JSON array. It is 0 when the file
	// is one document.
	Record int

	Format Format
	Data   []byte // as written; the receiver owns it
}
