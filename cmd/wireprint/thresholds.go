package main

import (
	"errors"

	"github.com/spf13/pflag"

	"github.com/wireprint/wireprint/pkg/pipeline"
)

// The settings that say how near stories must be to be grouped, by level.
const (
	eventBar       = "event-bar"
	undatedBar     = "undated-bar"
	eventWindow    = "event-window"
	familyLikeness = "family-likeness"
	familyAverage  = "family-average"
)

// addGroupingFlags adds the flags of all commands that group stories.
func addGroupingFlags(flags *pflag.FlagSet) {
	about(flags, "How stories are grouped", func(flags *pflag.FlagSet) {
		flags.String("background", "", "take word frequencies from `FILE`, see wireprint background")
		addThresholdFlags(flags)
	})
}

func addThresholdFlags(flags *pflag.FlagSet) {
	defaults := pipeline.Defaults()
	flags.Float64(eventBar, defaults.Event.Bar, "group by event long stories of known days with this `COSINE` on average")
	flags.Float64(undatedBar, defaults.Event.UndatedBar, "the same `COSINE` where a day is not known")
	flags.Int(eventWindow, defaults.Event.Window, "compare for events stories that lie up to `DAYS` apart")
	flags.Float64(familyLikeness, defaults.Families.Likeness, "link as copies stories that are alike by this `SHARE` of the longer")
	flags.Float64(familyAverage, defaults.Families.Average, "group as copies stories that are alike by this `SHARE` on average")
}

// thresholds sets the options of grouping.
func (s settings) thresholds(opts *pipeline.Options) error {
	err := errors.Join(
		s.share(eventBar, s.EventBar),
		s.share(undatedBar, s.UndatedBar),
		s.share(familyLikeness, s.FamilyLikeness),
		s.share(familyAverage, s.FamilyAverage),
	)
	if err != nil {
		return err
	}
	if s.EventWindow < 0 {
		return usagef("%s: %d is no number of days", s.origins[eventWindow], s.EventWindow)
	}
	opts.Event.Bar, opts.Event.UndatedBar, opts.Event.Window = s.EventBar, s.UndatedBar, s.EventWindow
	opts.Families.Likeness, opts.Families.Average = s.FamilyLikeness, s.FamilyAverage
	return nil
}

// share checks that a setting lies above 0 and is 1 at most.
func (s settings) share(key string, value float64) error {
	if value > 0 && value <= 1 { // which is not so of NaN
		return nil
	}
	return usagef("%s: %v is not above 0 and up to 1", s.origins[key], value)
}
