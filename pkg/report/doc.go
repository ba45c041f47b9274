// Package report writes a finished [news.Report] in the forms that people read
// and other programs take in.
//
// [JSON] and [JSONL] write everything, [ReadJSON] reads either back, and
// [Schema] is the contract that both keep. [Text] is for a reader at a
// terminal: it chooses, shortens and explains. [CompareText] and [ExplainText] are
// about two articles alone.
//
// Writers of prose work in two steps. First the report is summed up as plain
// values (story.go and what it calls): who had it first, how much of each
// article is whose copy, who carried which paragraph. Then those values are
// laid out and printed. All that comes from scraped pages is made safe to
// print in the first step, see clean.
//
// The package decides nothing about the news: it computes no similarity and
// changes no class, so that every form of a report says the same.
package report
