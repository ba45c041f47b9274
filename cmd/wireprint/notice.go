package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/wireprint/wireprint/pkg/news"
)

// maxListed is the number of skipped inputs that are listed by name.
const maxListed = 5

// errNoStories says that there is nothing to work on, where a command cannot do with
// nothing.
var errNoStories = errors.New("no stories found in what was given")

// notice tells what a scan did not read: how many inputs were skipped and why.
func notice(w io.Writer, r *news.Report) {
	noticeNone(w, "scan", len(r.Articles))
	noticeNotes(w, r.Run.Notes)
	noticeSkipped(w, r.Run.Skipped, inReport, maxListed)
}

// inReport says where the skipped inputs are listed of which a notice names the first.
const inReport = ` (see "skipped" in the JSON report)`

// noticeNone tells that a command found nothing at all.
func noticeNone(w io.Writer, command string, articles int) {
	if articles == 0 {
		fmt.Fprintf(w, "wireprint: no stories found; 'wireprint %s --help' tells what is read\n", command)
	}
}

// noticeNotes tells what the user asked for in vain.
func noticeNotes(w io.Writer, notes []string) {
	for _, note := range notes {
		fmt.Fprintf(w, "wireprint: %s\n", printable(note))
	}
}

// noticeSkipped tells how many inputs were skipped, where to find them all, and
// why the first few were.
func noticeSkipped(w io.Writer, skipped []news.Skip, where string, listed int) {
	if len(skipped) == 0 {
		return
	}
	fmt.Fprintf(w, "wireprint: %s skipped: %s%s\n",
		count(news.CountSkips(skipped), "input"), printable(countReasons(skipped)), where)
	first := skipped[:min(listed, len(skipped))]
	for _, s := range first {
		fmt.Fprintf(w, "  %s: %s\n", printable(s.Path), printable(skipReason(s)))
	}
	if more := news.CountSkips(skipped) - news.CountSkips(first); more > 0 {
		fmt.Fprintf(w, "  … and %d more\n", more)
	}
}

// skipReason is a skip's reason, with how many more it stands for.
func skipReason(s news.Skip) string {
	if s.Count == 0 {
		return s.Reason
	}
	return fmt.Sprintf("%s, %d more", s.Reason, s.Count)
}

// countReasons counts the reasons, the commonest first: "2 empty, 1 binary".
func countReasons(skipped []news.Skip) string {
	counts := make(map[string]int)
	var reasons []string
	for _, s := range skipped {
		reason := s.Kind()
		if counts[reason] == 0 {
			reasons = append(reasons, reason)
		}
		counts[reason] += s.Number()
	}
	slices.SortStableFunc(reasons, func(a, b string) int { return counts[b] - counts[a] })
	for i, reason := range reasons {
		reasons[i] = fmt.Sprintf("%d %s", counts[reason], reason)
	}
	return strings.Join(reasons, ", ")
}

// printable shows control characters, which a file's name may hold, instead of
// sending them to the terminal. Line ends stay.
func printable(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r == '\n' || unicode.IsGraphic(r) {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, "\\x%02x", r)
	}
	return b.String()
}
