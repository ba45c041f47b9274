// Package source finds and reads inputs: folders, single files and JSONL on
// standard input. [Find] says which inputs there are, [Read] hands their
// documents on one by one. What either leaves out, it reports as a [news.Skip]
// with a reason that a reader understands; one bad file stops nothing.
//
// A [Document] is still as it was written: bytes of some charset, a page with
// its markup, a JSON object with whatever fields. The package deliberately
// looks no further into it than it must to tell where one document ends and
// the next begins; what it means is the business of package extract.
//
// No path and no reason that the package reports holds the name of a folder
// above the ones that were given, so that reports made on two machines can be
// compared.
package source
