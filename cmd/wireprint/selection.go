package main

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/wireprint/wireprint/pkg/extract"
	"github.com/wireprint/wireprint/pkg/glob"
	"github.com/wireprint/wireprint/pkg/pipeline"
	"github.com/wireprint/wireprint/pkg/provenance"
)

// selectionHelp says, for the help of commands, which stories are read.
const selectionHelp = `Which stories: --include and --exclude choose files, and files in archives, by
patterns: *.html is for names wherever they are, mon/*.txt for whole paths, mon/ for
folders with all below them; ** is any folders, {a,b} one or the other. A file
.wireprintignore, as .gitignore is written, leaves out what it names of its folder;
one in an archive counts for nothing. Files that are given themselves are always read.
--from, --to, --lang, --outlet and --limit choose stories. Stories of unknown date are
left out by --from and --to, and those of unknown language by --lang (und stands for
them). What was not chosen is not skipped; the JSON report counts it. Hidden files are
left out, and a file under several names is read once.

What you know of the stories: --metadata names a table, CSV or an object a line, with
a column path or id and any of outlet, date, url, title, agency, author and lang.
--layout says what the names of folders mean, such as {outlet}/{date}/* or
{outlet}/{year}/{month}/**. Both come before what a story says itself.`

// addSelectionFlags adds the flags that say which stories are read, and what is known
// of them.
func addSelectionFlags(flags *pflag.FlagSet) {
	flags.StringArray("include", nil, "read only files like `GLOB`, such as *.html (repeatable)")
	flags.StringArray("exclude", nil, "leave out files and folders like `GLOB` (repeatable)")
	flags.Bool("follow-links", false, "read what symbolic links in folders lead to")
	flags.String("from", "", "take stories published on `DATE` or later, none of unknown date: 2021-07-19, 2021-07 or 2021")
	flags.String("to", "", "take stories published on `DATE` or before, none of unknown date")
	flags.StringSlice("lang", nil, "take stories in these `LANGUAGES`, such as en,de; und is for unknown ones")
	flags.StringSlice("outlet", nil, "take stories of these outlets, `NAMES` or domains")
	flags.Int("limit", 0, "take the first `N` stories, in the order of their paths (default: all)")
	flags.String("metadata", "", "take outlets, dates and addresses from the table `FILE`: CSV or JSONL, by path or id")
	flags.StringArray("layout", nil, "take outlets and dates from paths like `PATTERN`, such as {outlet}/{date}/* (repeatable)")
	if err := cobra.MarkFlagFilename(flags, "metadata", "csv", "tsv", "jsonl", "ndjson"); err != nil {
		panic(err) // there is no such flag
	}
}

// selection says what the settings mean that are about which stories are read, and
// what is known of them. It reads the table that they name.
func (s settings) selection(opts *pipeline.Options) error {
	var err error
	if opts.Source.Include, err = s.patterns("include", s.Include); err != nil {
		return err
	}
	if opts.Source.Exclude, err = s.patterns("exclude", s.Exclude); err != nil {
		return err
	}
	opts.Source.FollowLinks = s.FollowLinks
	if opts.Select, err = s.articles(); err != nil {
		return err
	}
	opts.Sidecar, err = s.sidecar()
	return err
}

// patterns reads the patterns of a setting.
func (s settings) patterns(key string, texts []string) ([]glob.Pattern, error) {
	var list []glob.Pattern
	for _, text := range texts {
		p, err := glob.Parse(strings.TrimSpace(text))
		if err != nil {
			return nil, usagef("%s: %w", s.origins[key], err)
		}
		list = append(list, p)
	}
	return list, nil
}

// articles says which articles a run is about.
func (s settings) articles() (pipeline.Selection, error) {
	var sel pipeline.Selection
	var errs [3]error
	sel.From, errs[0] = s.day("from", s.From, false)
	sel.To, errs[1] = s.day("to", s.To, true)
	sel.Languages, errs[2] = s.languages()
	if err := errors.Join(errs[:]...); err != nil {
		return sel, err
	}
	for _, name := range s.Outlet {
		if name = strings.Join(strings.Fields(name), " "); name != "" {
			sel.Outlets = append(sel.Outlets, name)
		}
	}
	switch {
	case sel.From != "" && sel.To != "" && sel.From > sel.To:
		return sel, usagef("%s: %s is before %s, where the range begins", s.origins["to"], s.To, s.From)
	case s.Limit < 0:
		return sel, usagef("%s: %d is no number of stories; 0 means all", s.origins["limit"], s.Limit)
	}
	sel.Limit = s.Limit
	return sel, nil
}

// day is the first or the last day that a setting stands for.
func (s settings) day(key string, text dayText, last bool) (string, error) {
	if text == "" {
		return "", nil
	}
	for _, form := range []struct {
		layout       string
		months, days int // to the next of its kind
	}{{time.DateOnly, 0, 1}, {"2006-01", 1, 0}, {"2006", 12, 0}} {
		t, err := time.Parse(form.layout, strings.TrimSpace(string(text)))
		if err != nil {
			continue
		}
		if last {
			t = t.AddDate(0, form.months, form.days-1)
		}
		return t.Format(time.DateOnly), nil
	}
	return "", usagef("%s: %q is no date; write it as 2021-07-19, 2021-07 or 2021", s.origins[key], string(text))
}

var languageCode = regexp.MustCompile(`^([a-z]{2}|und)$`)

// languages are those of the articles.
func (s settings) languages() ([]string, error) {
	var list []string
	for _, lang := range s.Lang {
		lang = strings.ToLower(strings.TrimSpace(lang))
		if !languageCode.MatchString(lang) {
			return nil, usagef("%s: %q is no language; write its two letters, such as en, or und for stories of unknown language", s.origins["lang"], lang)
		}
		if !slices.Contains(list, lang) {
			list = append(list, lang)
		}
	}
	return list, nil
}

// sidecar says what the user knows of the articles.
func (s settings) sidecar() (provenance.Sidecar, error) {
	var known provenance.Sidecar
	for _, text := range s.Layout {
		layout, err := glob.ParseLayout(strings.TrimSpace(text), glob.Words...)
		if err == nil {
			err = checkLayout(layout)
		}
		if err != nil {
			return known, usagef("%s: %w", s.origins["layout"], err)
		}
		known.Layouts = append(known.Layouts, layout)
	}
	if s.Metadata == "" {
		return known, nil
	}
	if s.Metadata == stdinName {
		return known, usagef("%s: standard input is for stories; name a file", s.origins["metadata"])
	}
	table, err := readInput(s.Metadata, nil, func(in io.Reader) (*provenance.Metadata, error) {
		return provenance.ReadMetadata(s.Metadata, in, extract.Day)
	})
	if err != nil {
		return known, usagef("%s: %w", s.origins["metadata"], err)
	}
	known.Metadata = table
	return known, nil
}

// checkLayout refuses a layout that tells nothing, or half a date.
func checkLayout(l glob.Layout) error {
	switch {
	case l.Has(glob.Date) && (l.Has(glob.Year) || l.Has(glob.Month) || l.Has(glob.Day)):
		return fmt.Errorf("the pattern %q has {date}, and a part of it too", l)
	case l.Has(glob.Day) && !l.Has(glob.Month), l.Has(glob.Month) && !l.Has(glob.Year):
		return fmt.Errorf("the pattern %q has {day} without {month}, or {month} without {year}", l)
	case !l.Has(glob.Outlet) && !l.Has(glob.Date) && !l.Has(glob.Year):
		return fmt.Errorf("the pattern %q has none of {outlet}, {date} and {year}, as in {outlet}/{date}/*", l)
	}
	return nil
}

// dayText is a day as it was typed. YAML makes a time of 2021-07-19 and a number of
// 2021.
type dayText string
