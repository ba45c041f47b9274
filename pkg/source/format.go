package source

import (
	"path"
	"strings"
)

// format is one way to keep documents, or other formats, in bytes. Each has a file
// of its own; to add one is to write that file and to name it in [formats].
type format interface {
	// recognise says how sure it is that a stream is of this format, from its
	// first bytes, at most sniffBytes of them, and its name in lower case.
	recognise(head []byte, name string) sureness

	// read hands on the documents of a stream with [reader.give], and what is
	// nested in it with [reader.read]. It holds no more of it than one
	// document. What it leaves out it tells [reader.skip]; an error says why
	// nothing behind a place could be read.
	read(r *reader, s *stream) error
}

// sureness is how sure it is that a stream is of a format.
type sureness uint8

const (
	no        sureness = iota
	byName             // nothing but the name says so
	byContent          // the first bytes say so, whatever the name is
)

// formats are all formats that are known. The first that is surest reads a stream.
var formats = []format{
	gzipFormat{},
	bzip2Format{},
	xzFormat{},
	zstdFormat{},
	zipFormat{},
	tarFormat{},
	warcFormat{},
	parquetFormat{},
	pdfFormat{},
	mhtmlFormat{},
	feedFormat{},
	pageFormat{},
	jsonFormat{},
	csvFormat{},
	textFormat{},
}

// recognised is the format of a stream, and how sure that is.
func recognised(head []byte, name string) (format, sureness) {
	var best format
	surest := no
	for _, f := range formats {
		if sure := f.recognise(head, name); sure > surest {
			best, surest = f, sure
		}
	}
	return best, surest
}

// packed are the extensions that compression adds to a file's name.
var packed = []string{".gz", ".bz2", ".xz", ".zst"}

// unpackedName is a file's name without what compression added to it.
func unpackedName(name string) string {
	for _, ext := range packed {
		if short, ok := strings.CutSuffix(name, ext); ok {
			return short
		}
	}
	return name
}

// extension is that of a file's name, what compression added left out of account.
func extension(name string) string {
	return path.Ext(unpackedName(name))
}

// named is the sureness of a format that has nothing but extensions to go by.
func named(name string, extensions ...string) sureness {
	ext := extension(name)
	for _, e := range extensions {
		if ext == e {
			return byName
		}
	}
	return no
}
