package source

import "github.com/wireprint/wireprint/pkg/news"

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
	// Path is that of the input, see [Input]; for a file in an archive the
	// archive's path, a slash and the file's name there.
	Path string

	// Folder is the name of the folder that its file lies in, on disk or in an
	// archive; that of the archive, without its extensions, for a file at its top.
	// It is empty when there is none.
	Folder string

	// Record is the document's place in a file of records, counted from 1: the
	// line of a JSONL file, the element of a JSON array, the row of a table, the
	// record of a web archive. It is 0 when the file is one document.
	Record int

	// Before is how much of the input was left before the document.
	Before Before

	Format Format
	Data   []byte // as written; they hold until emit returns, see [Read]

	// Fields are those of a Record that was not written as JSON; Data is then
	// empty. Values are as JSON would have them: texts, lists of texts. Texts may
	// be of any charset.
	Fields map[string]any

	Names   *FieldNames // of a Record's fields; nil for the usual ones
	URL     string      // where the document was published, if the container says so
	Charset string      // that the container declares, if any
}

// Before is what of an input was left before a document: of the list in [Left] so many
// skips, and what else was skipped in entries with counts.
type Before struct {
	Skipped int
	Counted []news.Skip // shared with other documents; not to be changed
	Out     int
}
