package provenance

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// OutletOptions say where an article's outlet is looked for, and what is known
// of outlets beforehand.
type OutletOptions struct {
	From  []OutletSource `json:"from"` // in the order in which they are tried
	Known KnownOutlets   `json:"known"`
}

// DefaultOutlets are the options for which nothing was asked.
func DefaultOutlets() OutletOptions {
	return OutletOptions{From: automatic()}
}

// OutletSource is a place where the name of an article's outlet is looked for.
// The zero value finds none.
type OutletSource struct {
	text    string         // as it was asked for
	pattern *regexp.Regexp // of SourcePath
	table   *OutletTable   // of SourceFile
}

// The kinds of sources. Path and file have a pattern and a file's name behind a
// colon.
const (
	SourceField  = "field"  // what the record's fields say
	SourcePage   = "page"   // what the page's markup says: og:site_name, publisher, address, title
	SourceText   = "text"   // mastheads, copyright lines, datelines
	SourceDomain = "domain" // the host of the article's address
	SourceFolder = "folder" // the name of the folder that the file lies in
	SourcePath   = "path"   // a part of the file's path
	SourceFile   = "file"   // a table

	// SourceAuto stands for the first four, in this order.
	SourceAuto = "auto"
)

func automatic() []OutletSource {
	return []OutletSource{{text: SourceField}, {text: SourcePage}, {text: SourceText}, {text: SourceDomain}}
}

// OutletSourceNames are the sources as they are written, for messages.
var OutletSourceNames = []string{
	SourceField, SourcePage, SourceText, SourceDomain, SourceAuto, SourceFolder, SourcePath + ":PATTERN", SourceFile + ":MAP.csv",
}

// ErrNoOutletSource is the error for a word that is no source of outlets.
var ErrNoOutletSource = errors.New("no source of outlets")

// ParseOutletSources reads a source as a user writes it. auto gives several. For
// a table see [FromTable].
func ParseOutletSources(text string) ([]OutletSource, error) {
	switch kind, pattern, ok := strings.Cut(text, ":"); {
	case text == SourceAuto:
		return automatic(), nil
	case slices.Contains([]string{SourceField, SourcePage, SourceText, SourceDomain, SourceFolder}, text):
		return []OutletSource{{text: text}}, nil
	case ok && kind == SourcePath:
		expr, err := compilePattern(pattern)
		if err != nil {
			return nil, err
		}
		return []OutletSource{{text: text, pattern: expr}}, nil
	}
	return nil, ErrNoOutletSource
}

// FromTable is the source that looks outlets up in a table that was read from
// the named file.
func FromTable(file string, table *OutletTable) OutletSource {
	return OutletSource{text: SourceFile + ":" + path.Base(strings.ReplaceAll(file, `\`, "/")), table: table}
}

// MarshalText writes the source as it was asked for, but of a table's file the
// name alone.
func (s OutletSource) MarshalText() ([]byte, error) { return []byte(s.text), nil }

// UnmarshalText reads what MarshalText wrote. Of a table only the name is known then,
// and the source finds nothing.
func (s *OutletSource) UnmarshalText(text []byte) error {
	*s = OutletSource{text: string(text)}
	if strings.HasPrefix(s.text, SourceFile+":") {
		return nil
	}
	read, err := ParseOutletSources(s.text)
	if err != nil {
		return fmt.Errorf("%q: %w", text, err)
	}
	*s = read[0]
	return nil
}

// find looks for the article's outlet.
func (s OutletSource) find(a *news.Article) news.Attribution {
	switch {
	case s.pattern != nil:
		if m := s.pattern.FindStringSubmatch(a.Path); m != nil {
			return news.Attribution{Name: m[1], Evidence: "path of the file: " + a.Path}
		}
	case s.table != nil:
		return s.table.find(a)
	}
	switch s.text {
	case SourceField:
		return a.FieldOutlet
	case SourcePage:
		return outletOfPage(a.PageOutlets)
	case SourceText:
		return outletFromText(a)
	case SourceDomain:
		host := publisherHost(a.URL)
		if host != "" && (strings.Contains(a.URL, "//") || isKnownTop(host)) { // "ferry.html" is none
			return news.Attribution{Name: host, Evidence: "address of the article"}
		}
	case SourceFolder:
		if a.Folder != "" {
			return news.Attribution{Name: a.Folder, Evidence: "folder of the file"}
		}
	}
	return news.Attribution{}
}

// outletOfPage is the first name that can be an outlet's, of those that a page
// says.
func outletOfPage(said []news.Attribution) news.Attribution {
	for _, s := range said {
		if s.Evidence == news.FromCopyright {
			s.Name = copyrightOwner(s.Name)
			if isAgency(s.Name) {
				continue
			}
		}
		if !isSection(s.Name) {
			s.Name = withoutSlogan(s.Name)
			return s
		}
	}
	return news.Attribution{}
}

// withoutSlogan is a paper's name without the edition or slogan that a page has
// behind it: "Alder Courier | News from the valley".
func withoutSlogan(name string) string {
	for _, sign := range []string{" | ", " - ", " – ", " — "} {
		if paper, _, ok := strings.Cut(name, sign); ok && isPaper(paper) {
			return paper
		}
	}
	return name
}

// outletOf is the first outlet that a source gives.
func outletOf(a *news.Article, from []OutletSource) news.Attribution {
	for _, s := range from {
		found := s.find(a)
		if found.Name == "" {
			continue
		}
		if host := hostNamed(found.Name); host != "" && !strings.EqualFold(host, found.Name) {
			found.Evidence = fmt.Sprintf("%s (%s)", found.Evidence, found.Name)
			found.Name = host
		}
		return found
	}
	return news.Attribution{}
}

// hostNamed is the host that a name is, in lower case and without what stands for
// phones and AMP; it is empty for other names.
func hostNamed(name string) string {
	lower := strings.ToLower(name)
	if !isHost(lower) || lower != name && !isKnownTop(lower) {
		return ""
	}
	return publisherHost(lower)
}
