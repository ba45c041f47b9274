package main

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/report"
)

// The values of the flags of all commands that write a report.
var (
	reportFormats = []string{"text", "json", "jsonl", "csv", "parquet", "md", "html", "graphml", "gexf"}
	networkKinds  = []string{"outlets", "articles"}
)

// rendering is how a report is written, and where to.
type rendering struct {
	format  string
	output  output  // of a single file
	bundle  *bundle // of several tables, nil for a single file
	table   string  // the only one to write, empty for all
	network string
	text    report.TextOptions // for the format text
	top     int
}

const outputUsage = "write the report to `FILE`, - for standard output; tables to a folder or a .zip file"

// addRenderingFlags adds the flags of all commands that write a report, but for the
// place that it goes to.
func addRenderingFlags(flags *pflag.FlagSet) {
	flags.String("format", "text", "print the report as `FORMAT`: "+strings.Join(reportFormats, ", "))
	flags.String("section", "", "tell in the text report only `SECTIONS`: "+strings.Join(sectionNames(), ", "))
	flags.Int("top", 0, "tell in a text or md report of `N` events (default: a few; all of them with --section)")
	flags.Bool("diff", false, "show in the text report which words were changed")
	flags.Bool("explain-boilerplate", false, "tell in the text report what was left out of each outlet's stories, and why")
	flags.String("table", "", "write the one `TABLE` as csv or parquet: "+strings.Join(tableNames(), ", "))
	flags.String("network", "outlets", "draw in graphml and gexf the network of `WHAT`: outlets or articles")
}

// offerRenderings has the shell complete the values of these flags.
func offerRenderings(cmd *cobra.Command) {
	offer(cmd, "format", reportFormats)
	offer(cmd, "section", sectionNames())
	offer(cmd, "table", tableNames())
	offer(cmd, "network", networkKinds)
}

// rendering says what the settings mean.
func (s settings) rendering(paragraphs string, stdout io.Writer) (r rendering, err error) {
	r = rendering{format: s.Format, table: s.Table, network: s.Network, top: s.Top}
	if err := s.choice("format", s.Format, reportFormats); err != nil {
		return r, err
	}
	if err := s.choice("network", s.Network, networkKinds); err != nil {
		return r, err
	}
	if s.Top < 0 {
		return r, usagef("%s: %d is no number of events; 0 means the usual", s.origins["top"], s.Top)
	}
	sections, err := s.sections()
	if err != nil {
		return r, err
	}
	if err := s.place(&r); err != nil {
		return r, err
	}
	r.text = report.TextOptions{
		Sections:    sections,
		Top:         s.Top,
		Paragraphs:  report.Paragraphs(paragraphs),
		Diff:        s.Diff,
		Boilerplate: s.Explain,
		Width:       r.output.width(stdout),
		Color:       r.output.color(stdout, s.NoColor),
		Isolates:    r.output.isolates(stdout),
	}
	return r, nil
}

// place finds where the report goes: a file or, for several tables, a folder or an
// archive.
func (s settings) place(r *rendering) (err error) {
	tables := s.Format == "csv" || s.Format == "parquet"
	switch {
	case s.Table == "":
	case !tables:
		return usagef("%s: tables are of the formats csv and parquet", s.origins["table"])
	default:
		if err := s.choice("table", s.Table, tableNames()); err != nil {
			return err
		}
	}
	if !tables || s.Table != "" {
		r.output, err = newOutput(s.Output)
		return err
	}
	if s.Output == "" || s.Output == stdoutName {
		return &usageError{
			err:  usagef("%s: %s makes a file for each table", s.origins["format"], s.Format),
			hint: "Give a folder or a .zip file with --output, or choose one with --table.",
		}
	}
	if strings.HasSuffix(s.Output, ".zip") {
		r.bundle = &bundle{format: s.Format}
		r.output, err = newOutput(s.Output)
		return err
	}
	r.bundle = &bundle{format: s.Format, folder: s.Output}
	return r.bundle.check()
}

// sections are those of the text report that were asked for.
func (s settings) sections() ([]report.TextSection, error) {
	if s.Section == "" {
		return nil, nil
	}
	if s.Format != "text" {
		return nil, usagef("%s: sections are of the text report; --format %s has them all", s.origins["section"], s.Format)
	}
	var sections []report.TextSection
	for name := range strings.SplitSeq(s.Section, ",") {
		name = strings.TrimSpace(name)
		if err := s.choice("section", name, sectionNames()); err != nil {
			return nil, err
		}
		if name == allSections {
			return report.TextSections(), nil
		}
		sections = append(sections, report.TextSection(name))
	}
	return sections, nil
}

func sectionNames() []string {
	var names []string
	for _, s := range report.TextSections() {
		names = append(names, string(s))
	}
	return append(names, allSections)
}

// allSections stands for every section of the text report.
const allSections = "all"

func tableNames() []string {
	var names []string
	for _, t := range report.Tables(&news.Report{}) {
		names = append(names, t.Name)
	}
	return names
}

// seen reports whether the user sees on one screen with the notices a report that tells
// by itself what was skipped.
func (r rendering) seen(st streams) bool {
	return r.format == "text" && len(r.text.Sections) == 0 && r.output.isStdout() &&
		terminalFile(st.out) != nil && terminalFile(st.err) != nil
}

// write writes the report where it goes.
func (r rendering) write(ctx context.Context, stdout io.Writer, of *news.Report) error {
	if r.bundle != nil && r.bundle.folder != "" {
		return r.bundle.writeFolder(ctx, of)
	}
	return r.output.write(ctx, stdout, func(w io.Writer) error { return r.writeTo(w, of) })
}

// writeTo writes the report as one stream.
func (r rendering) writeTo(w io.Writer, of *news.Report) error {
	switch {
	case r.bundle != nil:
		return r.bundle.writeZip(w, of)
	case r.table != "":
		return writeTable(w, tableOf(of, r.table), r.format)
	}
	switch r.format {
	case "json":
		return report.JSON(w, of)
	case "jsonl":
		return report.JSONL(w, of)
	case "md":
		return report.Markdown(w, of, report.MarkdownOptions{Top: r.top})
	case "html":
		return report.HTML(w, of)
	case "graphml":
		return report.GraphML(w, r.networkOf(of))
	case "gexf":
		return report.GEXF(w, r.networkOf(of))
	default:
		return report.Text(w, of, r.text)
	}
}

func (r rendering) networkOf(of *news.Report) report.Network {
	if r.network == "articles" {
		return report.ArticleNetwork(of)
	}
	return report.OutletNetwork(of)
}
