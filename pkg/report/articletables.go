package report

import (
	"time"

	"github.com/wireprint/wireprint/pkg/news"
)

// Tables of what was read.

func articlesTable(r *news.Report) Table {
	type record = news.ArticleRecord
	agencies := func(kind string) func(*record) []string {
		return func(a *record) (names []string) {
			for _, c := range a.Agencies {
				if c.Kind == kind {
					names = append(names, c.Name)
				}
			}
			return names
		}
	}
	return tableOf("articles", r.Articles,
		words("id", "Id of the article, by which all other tables name it.", func(a *record) string { return a.ID }),
		words("path", "File that it was read from, below the folder that was scanned.", func(a *record) string { return a.Path }),
		whole("offset", "Byte of the file, decoded, at which its text begins.", func(a *record) int { return a.Offset }),
		words("outlet", "Who published it; empty when unknown.", func(a *record) string { return a.Outlet }),
		words("outlet_evidence", "Where that was found.", func(a *record) string { return a.OutletEvidence }),
		lists("agencies", "Agencies that it credits for its words; the table agencies has the proof.", agencies("text")),
		lists("photo_agencies", "Agencies that it credits for pictures.", agencies("photo")),
		words("title", "Its headline.", func(a *record) string { return a.Title }),
		words("published", "When it was published, as precisely as is known: 2024-03-04T09:12+01:00, without the zone, or the clock time, that is not told, and with the year XXXX if that is not; empty when unknown.",
			func(a *record) string { return a.Published }),
		dayOf("day", "Calendar day of that, in the article's own zone; empty where the year is not known.", func(a *record) time.Time { return calendarDay(a.Published) }),
		instantOf("published_utc", "When that was in UTC; empty where clock time or zone are not known.", func(a *record) time.Time { return exactly(a.Published) }),
		words("published_evidence", "Where it was found, or why it is not known.", func(a *record) string { return a.PublishedFrom }),
		words("lang", "ISO 639-1 code of its language; empty when unknown.", func(a *record) string { return a.Lang }),
		words("kind", "live for a live blog, gallery for a picture gallery, empty for a story.", func(a *record) string { return a.Kind }),
		whole("words", "News words, without what was left out as clutter.", func(a *record) int { return a.Words }),
		whole("boilerplate_words", "Words that were left out as clutter: menus, link lists, pitches.", func(a *record) int { return a.BoilerplateWords }),
		whole("template_words", "Of these, words that its outlet repeats, as the table boilerplate has them.", func(a *record) int { return a.TemplateWords }),
		truth("truncated", "Whether its text stops in the middle of a sentence.", func(a *record) bool { return a.Truncated }),
		words("event", "Id of its event; empty with --no-events.", func(a *record) string { return a.Event }),
		words("family", "Id of its family: the articles that carry the same copy.", func(a *record) string { return a.Family }),
	)
}

// calendarDay is the day of a time whose year is known.
func calendarDay(published string) time.Time {
	t := readTime(published)
	if !t.HasYear() {
		return time.Time{}
	}
	return time.Date(t.Year, t.Month, t.Day, 0, 0, 0, 0, time.UTC)
}

// exactly is the instant of a time of which all is known.
func exactly(published string) time.Time {
	t := readTime(published)
	if !t.HasYear() || !t.Clock || !t.Zoned {
		return time.Time{}
	}
	return t.Earliest()
}

// creditOf is a credit with its article.
type creditOf struct {
	article string
	*news.AgencyRecord
}

// place is where the credit stands; both are 0 when metadata prove it.
func (c *creditOf) place() news.Span {
	if c.Span == nil {
		return news.Span{}
	}
	return *c.Span
}

func agenciesTable(r *news.Report) Table {
	var all []creditOf
	for i := range r.Articles {
		for k := range r.Articles[i].Agencies {
			all = append(all, creditOf{r.Articles[i].ID, &r.Articles[i].Agencies[k]})
		}
	}
	return tableOf("agencies", all,
		words("article", "Id of the article that credits an agency.", func(c *creditOf) string { return c.article }),
		words("name", "Name of the agency.", func(c *creditOf) string { return c.Name }),
		words("kind", "What for: text or photo.", func(c *creditOf) string { return c.Kind }),
		words("evidence", "The words that say so, and where they were found.", func(c *creditOf) string { return c.Evidence }),
		whole("start", "Byte of the article's text at which these begin; 0, and end too, when they are not in it.", func(c *creditOf) int { return c.place().Start }),
		whole("end", "Byte at which they end.", func(c *creditOf) int { return c.place().End }),
	)
}

func boilerplateTable(r *news.Report) Table {
	type record = news.Boilerplate
	return tableOf("boilerplate", r.Boilerplate,
		words("id", "Id of the text that an outlet repeats over unrelated articles, and that was left out.", func(b *record) string { return b.ID }),
		words("outlet", "Whose it is; a folder, with a slash, where the outlet is unknown.", func(b *record) string { return b.Outlet }),
		words("text", "The text, as one article shows it.", func(b *record) string { return b.Text }),
		whole("words", "Words of that text.", func(b *record) int { return b.Words }),
		whole("articles", "How many articles have it.", func(b *record) int { return b.Articles }),
		whole("left_out", "Words of all these articles that were left out for it.", func(b *record) int { return b.LeftOut }),
		lists("examples", "Ids of up to five of them.", func(b *record) []string { return b.Examples }),
		words("from", "First known day of theirs.", func(b *record) string { return b.From }),
		words("to", "Last known day.", func(b *record) string { return b.To }),
		lists("evidence", "Why it is held for boilerplate.", func(b *record) []string { return b.Evidence }),
	)
}

func skippedTable(r *news.Report) Table {
	return tableOf("skipped", r.Run.Skipped,
		words("path", "Input, or part of one, that could not be read.", func(s *news.Skip) string { return s.Path }),
		words("reason", "Why.", func(s *news.Skip) string { return s.Reason }),
	)
}
