package eval

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Gold is what a person says about articles: in which cluster each is, or of
// some pairs whether they belong together. It has the one or the other.
type Gold struct {
	Clusters map[string]string // cluster by article; nil when gold is pairs
	Pairs    []LabelledPair    // each once, in the order in which they were read

	// PassedOver is how many JSON records were of a type that labels no article,
	// as the paragraphs in a report.
	PassedOver int
}

// LabelledPair is two articles of which a person said whether they belong
// together.
type LabelledPair struct {
	A    string `json:"a"`
	B    string `json:"b"`
	Same bool   `json:"same"`
}

// ReadGold reads gold labels in one of these forms, which it tells by the first
// line:
//
//   - two columns, an article's id and its cluster, separated by tabs or, as
//     CSV, by commas;
//   - three such columns, two ids and whether they belong together: 1 or 0, same
//     or different, true or false, yes or no;
//   - such columns, and any others, in any order below a header that names them:
//     id and cluster, or a, b and same;
//   - JSON records with such fields, one a line. A record whose "type" is not
//     "article" is passed over unless it labels a pair, so that another report
//     in JSON lines can be gold.
//
// The cluster may also stand under the level's name (event or family), which
// goes before all others, or under label or story; what same says may also stand
// under label. Ids are taken to the letter.
//
// What contradicts itself or is incomplete is refused, with the line and what
// to do about it.
func ReadGold(in io.Reader, level Level) (*Gold, error) {
	text, err := io.ReadAll(in)
	if err != nil {
		return nil, fmt.Errorf("read gold labels: %w", err)
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff")) // as Excel writes it
	first, err := firstLine(text)
	if err != nil {
		return nil, err
	}
	opens := func(bracket string) bool { return strings.HasPrefix(strings.TrimSpace(first), bracket) }
	c := newCollector(level)
	switch {
	case opens("{"):
		err = c.readRecords(text)
	case opens("["):
		err = errors.New("line 1: a JSON list; write its records one a line, as jq -c '.[]' does")
	case strings.Contains(first, "\t"):
		err = c.readRows(tabRows(text))
	default:
		err = c.readRows(commaRows(text))
	}
	if err != nil {
		return nil, err
	}
	return c.finish()
}

// firstLine is the first line that is not blank. It refuses text in which ids
// would be garbled.
func firstLine(text []byte) (string, error) {
	first, line := "", 0
	for l := range bytes.Lines(text) {
		line++
		if !utf8.Valid(l) {
			return "", fmt.Errorf("line %d: not UTF-8; save the gold labels as UTF-8", line)
		}
		if first == "" && len(bytes.TrimSpace(l)) > 0 {
			first = string(l)
		}
	}
	if first == "" {
		return "", errors.New("no gold labels; write a line for each article: its id, a tab, its cluster")
	}
	return first, nil
}
