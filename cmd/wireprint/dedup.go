package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wireprint/wireprint/pkg/dedup"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/pipeline"
)

// The values of dedup's flags.
var dedupLevels = []string{"article", "paragraph"}

// dedupOptions are what a deduplication was asked to do.
type dedupOptions struct {
	paths    []string
	pipeline pipeline.Options
	keep     dedup.Options
	level    string
	to       keptPlace
	list     output // of what was dropped; unused without listed
	listed   bool
	dryRun   bool
	strict   bool
	quiet    bool
}

func newDedupCommand(cfg *config, st streams) *cobra.Command {
	var set settings
	var file, list string
	var outlets []string
	var force, dryRun bool
	cmd := &cobra.Command{
		Use:   "dedup PATH...",
		Short: "Keep one copy of each story, and say what was dropped and why",
		Long: `Dedup scans stories as scan does, keeps one article of each family, and lists the
others: in favour of which one each was dropped, and why. Stories on the same event
that are nobody's copy all stay, and so does an article of a family of which less than
half, or the share that --min-copied gives, stands in one that is kept.

--output names a file for JSON records, one a line, as extract prints them and scan
reads them again; or a folder, when it ends in a slash or is one. Into a folder files
are copied byte for byte if all their stories are kept; of a file of several stories,
of which some are dropped, the others become records in a file with .jsonl behind its
name. The inputs are never touched: a folder that is read is refused, and so is any
file that is there already, unless --force is given.

What is kept of a family: its source, or else the article whose wording stands for it
(source); what was out first as far as times tell, a day without a clock time standing
for its end (first); the longest; or that of the outlet that --prefer names first
(outlet-order).

With --level paragraph, records of all articles are written without the paragraphs that
another article of their family carries and keeps. Quotations and what is said in
other words stay.

The list is a CSV file: dropped.csv in the folder, or what --list names; --dry-run
prints it and writes nothing else. copied is the share of an article's news words that
stand in the one that is kept, own_words the number of the others, which are dropped
with it. Both are empty where that is not known, and least values in families of more
than 500 articles. In the list of paragraphs, text is the canonical wording, and
changes are what the article made of it: [-this-]{+that+}.`,
		Example: `  wireprint dedup --dry-run stories/
  wireprint dedup -o kept/ stories/
  wireprint dedup --keep longest -o kept.jsonl --list dropped.csv stories/
  wireprint dedup --keep outlet-order --prefer 'Lund Gazette' -o gazette.jsonl stories/`,
		Args: somePaths("'wireprint dedup --help' tells how to use it."),
		PreRunE: func(cmd *cobra.Command, _ []string) (err error) {
			set, err = cfg.load(cmd.Flags())
			return err
		},
		RunE: func(cmd *cobra.Command, paths []string) error {
			opts, err := newDedupOptions(set, paths, dedupFiles{file, list, force, dryRun, outlets})
			if err != nil {
				return err
			}
			return runDedup(cmd.Context(), opts, st)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	// None of these is a setting: what is written where, and over what, is said anew
	// each time.
	flags.StringVarP(&file, "output", "o", "", "write what is kept to `FILE` or FOLDER/, - for standard output")
	flags.StringVar(&list, "list", "", "write what was dropped, and why, to `FILE`")
	flags.BoolVar(&force, "force", false, "write over files that are there")
	flags.BoolVar(&dryRun, "dry-run", false, "print what would be dropped and why; write nothing")
	flags.StringSliceVar(&outlets, "prefer", nil, "prefer articles of these `NAMES`, the first before the second, with --keep outlet-order")
	flags.String("keep", string(dedup.Defaults().Keep), "keep of each family `WHICH`: "+joined(dedup.Keeps()))
	flags.Float64("min-copied", dedup.Defaults().MinCopied, "drop only articles of which this `SHARE` stands in one that is kept, 0 to 1")
	flags.String("level", "article", "drop whole articles or single paragraphs: `LEVEL` article or paragraph")
	addGroupingFlags(flags)
	addReadingFlags(flags)
	flags.Bool("strict", false, "exit with status 3 when an input was skipped")
	offer(cmd, "keep", keepNames())
	offer(cmd, "level", dedupLevels)
	return cmd
}

// dedupFiles are the flags of dedup that are no settings.
type dedupFiles struct {
	output, list  string
	force, dryRun bool
	outlets       []string
}

// newDedupOptions says what the settings mean.
func newDedupOptions(s settings, paths []string, f dedupFiles) (opts dedupOptions, err error) {
	opts = dedupOptions{paths: paths, level: s.Level, dryRun: f.dryRun, strict: s.Strict, quiet: s.Quiet}
	if err := errors.Join(s.choice("keep", s.Keep, keepNames()), s.choice("level", s.Level, dedupLevels)); err != nil {
		return opts, err
	}
	if !(s.MinCopied >= 0 && s.MinCopied <= 1) { // which NaN is not either
		return opts, usagef("%s: %v is no share; give 0 to 1", s.origins["min-copied"], s.MinCopied)
	}
	opts.keep = dedup.Options{Keep: dedup.Keep(s.Keep), Outlets: f.outlets, MinCopied: s.MinCopied}
	if (opts.keep.Keep == dedup.OutletOrder) != (len(f.outlets) > 0) {
		return opts, usagef("--keep outlet-order and --prefer go together: which outlets come first?")
	}
	if opts.pipeline, err = s.reading(); err != nil {
		return opts, err
	}
	if err := s.thresholds(&opts.pipeline); err != nil {
		return opts, err
	}
	if opts.pipeline.Background, err = readBackground(s.Background); err != nil {
		return opts, err
	}
	opts.pipeline.Events = false // only copy is dropped
	switch {
	case f.dryRun && f.output != "":
		return opts, usagef("--dry-run writes nothing: leave out --output")
	case !f.dryRun && f.output == "":
		return opts, &usageError{usagef("--output is missing: where shall what is kept be written to?"), "To see what would be dropped: --dry-run"}
	}
	if opts.to, err = newKeptPlace(f.output, paths, f.force); err != nil {
		return opts, err
	}
	if opts.to.folder != "" && opts.level == "paragraph" {
		return opts, usagef("--level paragraph writes records: give --output a file, such as kept.jsonl")
	}
	if f.list != "" {
		opts.listed = true
		opts.list, err = newList(f, paths)
	}
	return opts, err
}

// listHint says how to learn what was dropped, where that is written nowhere.
func (o dedupOptions) listHint() string {
	if o.dryRun || o.listed || o.to.folder != "" {
		return ""
	}
	return "; --list FILE says which, and why"
}

// noticePreferred tells of outlets that are preferred and that no article is of.
func (o dedupOptions) noticePreferred(w io.Writer, r *news.Report) {
	for _, name := range o.keep.Outlets {
		if !slices.ContainsFunc(r.Articles, func(a news.ArticleRecord) bool { return strings.EqualFold(a.Outlet, name) }) {
			fmt.Fprintf(w, "wireprint: --prefer: no article is of %s\n", printable(name))
		}
	}
}

// newList checks that the list of what was dropped can be written.
func newList(f dedupFiles, paths []string) (output, error) {
	switch {
	case f.dryRun:
		return output{}, usagef("--dry-run prints the list: leave out --list")
	case f.list == stdoutName:
		if f.output == stdoutName {
			return output{}, usagef("--list: standard output is where what is kept goes: give a file")
		}
		return output{}, nil
	case realPath(f.list) == realPath(f.output):
		return output{}, usagef("--list: %s is where what is kept goes: give another file", f.list)
	}
	if err := outside(f.list, "--list", paths); err != nil {
		return output{}, err
	}
	if err := mayWrite(f.list, f.force); err != nil {
		return output{}, err
	}
	return newOutput(f.list)
}

func keepNames() []string {
	var names []string
	for _, k := range dedup.Keeps() {
		names = append(names, string(k))
	}
	return names
}

func joined(keeps []dedup.Keep) string {
	var names []string
	for _, k := range keeps {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}

func runDedup(ctx context.Context, opts dedupOptions, st streams) error {
	in := st.in
	if slices.Contains(opts.paths, stdinName) { // it is read twice
		data, err := io.ReadAll(in)
		if err != nil {
			return fmt.Errorf("dedup: reading standard input: %w", err)
		}
		in = bytes.NewReader(data)
	}
	progress, finish := newProgress(st.err, opts.quiet)
	defer finish()
	r, err := interruptible(ctx, func() (*news.Report, error) {
		return pipeline.Scan(ctx, opts.paths, in, opts.pipeline, progress)
	})
	if err != nil {
		return fmt.Errorf("dedup: %w", err)
	}
	drops := chooseDrops(r, opts)
	if opts.dryRun {
		finish()
		if err := drops.write(st.out); err != nil {
			return err
		}
		return opts.finish(r, drops, st)
	}
	if seeker, ok := in.(io.Seeker); ok {
		if _, err := seeker.Seek(0, io.SeekStart); err != nil {
			return fmt.Errorf("dedup: reading standard input again: %w", err)
		}
	}
	found, err := interruptible(ctx, func() (pipeline.Extracted, error) {
		return pipeline.Extract(ctx, opts.paths, in, opts.pipeline, progress)
	})
	if err != nil {
		return fmt.Errorf("dedup: %w", err)
	}
	finish()
	if err := opts.to.write(ctx, st.out, found, drops); err != nil {
		return err
	}
	if opts.listed {
		if err := opts.list.write(ctx, st.out, drops.write); err != nil {
			return err
		}
	}
	return opts.finish(r, drops, st)
}

// finish says how much was dropped, and what was skipped.
func (o dedupOptions) finish(r *news.Report, d drops, st streams) error {
	if !o.quiet {
		noticeNone(st.err, "dedup", len(r.Articles))
		if len(r.Articles) > 0 {
			fmt.Fprintln(st.err, d.summary(len(r.Articles))+o.listHint())
		}
		o.noticePreferred(st.err, r)
		noticeNotes(st.err, r.Run.Notes)
		noticeSkipped(st.err, r.Run.Skipped, "", len(r.Run.Skipped))
	}
	if n := news.CountSkips(r.Run.Skipped); n > 0 && o.strict {
		return &skippedError{n}
	}
	return nil
}

// mayWrite refuses a file that is there already.
func mayWrite(name string, force bool) error {
	info, err := os.Stat(name)
	if err == nil && info.Mode().IsRegular() && !force {
		return &usageError{fmt.Errorf("%s is there already", name), "Give another name, or --force to write over it."}
	}
	return nil
}

// isWithin reports whether a file or folder is another one or lies in it, both by their
// real paths.
func isWithin(name, folder string) bool {
	rel, err := filepath.Rel(folder, name)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
