// Package source finds and reads inputs: folders, single files and standard
// input. [Find] says which inputs there are, [Read] hands their documents on one
// by one. What either leaves out, it reports as a [news.Skip] with a reason that
// a reader understands; one bad file stops nothing.
//
// A [Document] is still as it was written: bytes of some charset, a page with
// its markup, a record with whatever fields. The package deliberately looks no
// further into it than it must to tell where one document ends and the next
// begins; what it means is the business of package extract.
//
// How documents are kept in bytes is told by formats, see [format] and the list
// [formats]: text, pages and records of many kinds, and compression and archives
// that hold any of these, or one another. The way of the bytes is:
//
//  1. The input, or a file in an archive, or what comes out of compression, is a
//     [stream].
//  2. The first bytes of the stream, and only then its name, tell its format.
//  3. The format reads it from front to back. It hands on documents, or reads
//     streams that are nested in it by step 2. Formats that begin at the end of a
//     file, ZIP and Parquet, read it in any order, see [anyOrder].
//  4. Each byte passes a [meter], which holds the input, with all that is nested
//     in it, to the limits of [Options].
//
// Nothing is unpacked to where a file's name says, nothing is fetched from
// anywhere, and no more than one document, or one page of a table's column, is
// held at a time.
//
// No path and no reason that the package reports holds the name of a folder
// above the ones that were given, so that reports made on two machines can be
// compared.
package source
