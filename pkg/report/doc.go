// Package report writes a finished [news.Report] in the forms that people read
// and other programs take in.
//
// [JSON] and [JSONL] write everything, [ReadJSON] reads either back, and
// [Schema] is the contract that both keep. [Text] is for a reader at a
// terminal: it chooses, shortens and explains. [HTML] is a page that opens in any
// browser and shows everything as it is asked for; its program is in the folder
// html and makes elements and text nodes only, since what was scraped is hostile.
// [CompareText] and [ExplainText] are about two articles alone.
//
// Writers of prose work in two steps. First the report is summed up as plain
// values (story.go and what it calls): who had it first, how much of each
// article is whose copy, who carried which paragraph. Then those values are
// laid out and printed: a story is a head and several listings, of which each shows as
// many items as its share of the lines has room for. All that comes from scraped pages is made safe to
// print in the first step, see clean.
//
// The package decides nothing about the news: it computes no similarity and
// changes no class, so that every form of a report says the same.
package report
