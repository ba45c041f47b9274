package extract

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/wireprint/wireprint/pkg/news"
)

// kind tells a live blog or a picture gallery by what the page's JSON-LD says it
// is, or else by what it looks like.
func (s *pageStory) kind(page pageMeta) news.ArticleKind {
	switch {
	case page.story.isType([]string{"LiveBlogPosting"}), s.isLive():
		return news.KindLive
	case page.story.isType([]string{"Gallery"}), s.isGallery():
		return news.KindGallery
	}
	return news.KindStory
}

// clockTime finds the time of day that an entry of a live blog opens with, or is
// headed by: "14:05", "14.05 Uhr", "2:05 pm".
var clockTime = regexp.MustCompile(`(?i)^([01]?\d|2[0-3])[:.h]([0-5]\d)(?:\s?([ap])\.?m\b|\s?uhr\b|\s?h\b|\b)`)

const (
	liveEntries  = 5  // of which a live blog has at least so many
	entryProse   = 60 // bytes that an entry tells at least; fewer are a timetable's
	galleryPages = 5  // pictures of which a gallery has at least so many
)

// isLive reports entries with a time of day each, in the order of the clock or
// against it.
func (s *pageStory) isLive() bool {
	from, to := slices.Index(s.taken, true), len(s.taken)-1
	for to > 0 && !s.taken[to] {
		to--
	}
	if from < 0 {
		return false
	}
	// A scripted time element that heads the first entry may not be taken itself.
	for from > 0 && isClock(s.blocks[from-1].text) {
		from--
	}
	rising, falling, entries, told, last := 0, 0, 0, 0, -1
	for _, b := range s.blocks[from : to+1] {
		at, rest := clockOf(b.text)
		if at < 0 {
			told += len(b.text)
			continue
		}
		if last >= 0 && told >= entryProse {
			entries++
			if at >= last {
				rising++
			}
			if at <= last {
				falling++
			}
		}
		last, told = at, len(rest)
	}
	return entries+1 >= liveEntries && max(rising, falling) >= entries-1 // one midnight
}

// clockOf returns the minute of the day that a line opens with, and the rest of
// it; -1 when it opens with none.
func clockOf(line string) (minute int, rest string) {
	m := clockTime.FindStringSubmatch(line)
	if m == nil {
		return -1, line
	}
	hour, _ := strconv.Atoi(m[1]) // both are digits
	minute, _ = strconv.Atoi(m[2])
	if m[3] != "" {
		hour %= 12
		if strings.EqualFold(m[3], "p") {
			hour += 12
		}
	}
	return 60*hour + minute, line[len(m[0]):]
}

// isClock reports a line that is a time of day.
func isClock(line string) bool {
	at, rest := clockOf(line)
	return at >= 0 && len(rest) <= len(" GMT+10")
}

// isGallery reports pictures whose captions are longer than the story.
func (s *pageStory) isGallery() bool {
	captions, captioned, told := 0, 0, 0
	for i, b := range s.blocks {
		switch {
		case b.role == news.RoleCaption && b.element.DataAtom != atom.Caption && inStory(b.element):
			captions++
			captioned += len(b.text)
		case s.taken[i] && b.role == news.RoleBody:
			told += len(b.text)
		}
	}
	return captions >= galleryPages && captioned > told
}
