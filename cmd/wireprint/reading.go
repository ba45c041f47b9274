package main

import (
	"errors"
	"strings"

	"github.com/spf13/pflag"

	"github.com/wireprint/wireprint/pkg/pipeline"
	"github.com/wireprint/wireprint/pkg/provenance"
	"github.com/wireprint/wireprint/pkg/source"
)

// addReadingFlags adds the flags of all commands that read stories.
func addReadingFlags(flags *pflag.FlagSet) {
	about(flags, "Which stories", addSelectionFlags)
	about(flags, "What is known of them", func(flags *pflag.FlagSet) {
		addKnowledgeFlags(flags)
		addFieldFlags(flags)
	})
	about(flags, "Limits", addLimitFlags)
}

// addFieldFlags adds those that say where records hold what.
func addFieldFlags(flags *pflag.FlagSet) {
	flags.StringSlice(outletFrom, []string{provenance.SourceAuto}, "take a story's outlet from the first of these `SOURCES` that knows it: "+
		strings.Join(provenance.OutletSourceNames, ", "))
	flags.String("text-field", "", "take the text of records from `NAME`, a.b for b inside a, before the usual names")
	flags.String("title-field", "", "the same for the title (`NAME`)")
	flags.String("date-field", "", "the same for the date (`NAME`)")
	flags.String("outlet-field", "", "the same for the outlet (`NAME`)")
	flags.String("url-field", "", "the same for the address (`NAME`)")
	flags.String("id-field", "", "the same for the id (`NAME`)")
}

// addLimitFlags adds those that keep an input from taking too much.
func addLimitFlags(flags *pflag.FlagSet) {
	defaults := pipeline.Defaults().Source
	size, archive := byteSize(defaults.MaxFileBytes), byteSize(defaults.MaxArchiveBytes)
	flags.Var(&size, "max-file-size", "skip stories of more than `SIZE`, such as 10MB")
	flags.Var(&archive, "max-archive-size", "leave off an archive when more than `SIZE` came out of it")
	flags.Int("max-expansion", defaults.MaxExpansion, "leave off an archive when more than `N` times its size came out of it")
	flags.Int("max-members", defaults.MaxMembers, "leave off an archive after `N` files")
	flags.Int("max-depth", defaults.MaxDepth, "read archives and compressed files up to `N` deep in one another")
	flags.Int("max-time", defaults.MaxSeconds, "leave off a file in which no story is found for `SECONDS`, and a story that takes longer to be read")
	flags.Int("jobs", 0, "work on `N` stories at a time (default: one per processor)")
}

// reading returns the pipeline's options as far as they are about how stories
// are read.
func (s settings) reading() (pipeline.Options, error) {
	if s.Jobs < 0 {
		return pipeline.Options{}, usagef("%s: %d is no number of jobs; 0 means one per processor", s.origins["jobs"], s.Jobs)
	}
	err := errors.Join(
		s.positive("max-expansion", s.MaxExpansion),
		s.positive("max-members", s.MaxMembers),
		s.positive("max-depth", s.MaxDepth),
		s.positive("max-time", s.MaxTime),
	)
	if err != nil {
		return pipeline.Options{}, err
	}
	opts := pipeline.Defaults()
	if opts.Outlets, err = s.outlets(); err != nil {
		return pipeline.Options{}, err
	}
	opts.Source = source.Options{
		MaxFileBytes:    int64(s.MaxFileSize),
		MaxArchiveBytes: int64(s.MaxArchiveSize),
		MaxExpansion:    s.MaxExpansion,
		MaxMembers:      s.MaxMembers,
		MaxDepth:        s.MaxDepth,
		MaxSeconds:      s.MaxTime,
		Fields: source.Fields{
			Text:   s.TextField,
			Title:  s.TitleField,
			Date:   s.DateField,
			Outlet: s.OutletField,
			URL:    s.URLField,
			ID:     s.IDField,
		},
	}
	if err := s.selection(&opts); err != nil {
		return pipeline.Options{}, err
	}
	opts.Jobs = s.Jobs
	opts.Version = version()
	return opts, nil
}

// positive checks that a limit lets anything through.
func (s settings) positive(key string, value int) error {
	if value > 0 {
		return nil
	}
	return usagef("%s: %d is no limit; 1 is the least", s.origins[key], value)
}
