package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// settings are what the user asked for, as typed, wherever it was typed. A
// command reads the ones that it has flags for and makes of them its options,
// which are what they mean. The names are those of the flags.
type settings struct {
	Format     string `mapstructure:"format"`
	Output     string `mapstructure:"output"`
	NoEvents   bool   `mapstructure:"no-events"`
	Paragraphs string `mapstructure:"paragraphs"`
	Pairs      string `mapstructure:"pairs"`
	Diff       bool   `mapstructure:"diff"`
	WithText   bool   `mapstructure:"with-text"`
	Explain    bool   `mapstructure:"explain-boilerplate"`
	Section    string `mapstructure:"section"`
	Top        int    `mapstructure:"top"`
	Table      string `mapstructure:"table"`
	Keep       string `mapstructure:"keep"`
	Network    string `mapstructure:"network"`
	SideBySide bool   `mapstructure:"side-by-side"`
	Inline     bool   `mapstructure:"inline"`
	Background string `mapstructure:"background"`
	Gold       string `mapstructure:"gold"`
	Level      string `mapstructure:"level"`
	Worst      int    `mapstructure:"worst"`
	Links      bool   `mapstructure:"links"`
	Sweep      bool   `mapstructure:"sweep"`
	Folds      int    `mapstructure:"folds"`

	MinCopied      float64 `mapstructure:"min-copied"`
	EventBar       float64 `mapstructure:"event-bar"`
	UndatedBar     float64 `mapstructure:"undated-bar"`
	EventWindow    int     `mapstructure:"event-window"`
	FamilyLikeness float64 `mapstructure:"family-likeness"`
	FamilyAverage  float64 `mapstructure:"family-average"`

	TextField   string `mapstructure:"text-field"`
	TitleField  string `mapstructure:"title-field"`
	DateField   string `mapstructure:"date-field"`
	OutletField string `mapstructure:"outlet-field"`
	URLField    string `mapstructure:"url-field"`
	IDField     string `mapstructure:"id-field"`

	OutletFrom []string        `mapstructure:"outlet-from"`
	Outlets    []outletSetting `mapstructure:"outlets"`

	MaxFileSize    byteSize `mapstructure:"max-file-size"`
	MaxArchiveSize byteSize `mapstructure:"max-archive-size"`
	MaxExpansion   int      `mapstructure:"max-expansion"`
	MaxDepth       int      `mapstructure:"max-depth"`
	MaxMembers     int      `mapstructure:"max-members"`
	MaxTime        int      `mapstructure:"max-time"`

	Include     []string `mapstructure:"include"`
	Exclude     []string `mapstructure:"exclude"`
	FollowLinks bool     `mapstructure:"follow-links"`
	From        dayText  `mapstructure:"from"`
	To          dayText  `mapstructure:"to"`
	Lang        []string `mapstructure:"lang"`
	Outlet      []string `mapstructure:"outlet"`
	Limit       int      `mapstructure:"limit"`
	Metadata    string   `mapstructure:"metadata"`
	Layout      []string `mapstructure:"layout"`

	Jobs    int  `mapstructure:"jobs"`
	Strict  bool `mapstructure:"strict"`
	Quiet   bool `mapstructure:"quiet"`
	NoColor bool `mapstructure:"no-color"`

	// origins tells of each setting which flag, variable or line it is from.
	origins map[string]string
}

// choice checks that a setting is one of the values allowed.
func (s settings) choice(key, value string, allowed []string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	return usagef("%s: %q is none of %s%s",
		s.origins[key], value, strings.Join(allowed, ", "), didYouMean(value, allowed))
}

// offer has the shell complete the values allowed for a flag.
func offer(cmd *cobra.Command, flag string, allowed []string) {
	values := cobra.FixedCompletions(allowed, cobra.ShellCompDirectiveNoFileComp)
	if err := cmd.RegisterFlagCompletionFunc(flag, values); err != nil {
		panic(err) // the command has no such flag
	}
}

// count writes a number with its noun: "1 input", "3 inputs".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
