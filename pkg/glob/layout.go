package glob

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// The words of a layout that name a part of a path.
const (
	Outlet = "outlet"
	Date   = "date" // such as 2021-07-19, 2021_07_19 or 20210719
	Year   = "year"
	Month  = "month"
	Day    = "day"
)

// Words are all of them.
var Words = []string{Outlet, Date, Year, Month, Day}

// wordForms are the expressions for parts that are not of any length.
var wordForms = map[string]string{
	Date:  `\d{4}[-_.]?\d{2}[-_.]?\d{2}`,
	Year:  `\d{4}`,
	Month: `\d\d?`,
	Day:   `\d\d?`,
}

// Layout is a pattern for whole paths, such as "{outlet}/{date}/*", that names parts of
// them. A {word} that it is not asked for is any part of a name. The zero value matches
// nothing.
type Layout struct {
	text  string
	expr  *regexp.Regexp
	words []string // by group
}

// ParseLayout reads a layout that is asked for some words. Each stands in it once at
// most.
func ParseLayout(text string, words ...string) (Layout, error) {
	l := Layout{text: text}
	if !utf8.ValidString(text) {
		return l, fmt.Errorf("the pattern %q is not UTF-8", text)
	}
	if strings.HasPrefix(text, "/") {
		return l, fmt.Errorf("the pattern %q begins with a slash; paths are below the folder that is read", text)
	}
	d := dialect{apart: true, braces: func(text string) (part, error) { return l.word(text, words) }}
	var expr strings.Builder
	expr.WriteString("^")
	names := strings.Split(text, "/")
	for i, name := range names {
		part, err := pathPart(name, i == len(names)-1, d)
		if err != nil {
			return l, fmt.Errorf("the pattern %q %w", text, err)
		}
		expr.WriteString(part)
	}
	var err error
	if l.expr, err = regexp.Compile(expr.String() + "$"); err != nil {
		return l, fmt.Errorf("the pattern %q is too long", text)
	}
	return l, nil
}

// word is the expression for a word in braces.
func (l *Layout) word(text string, asked []string) (part, error) {
	word, _, closed := strings.Cut(text[1:], "}")
	switch {
	case text[0] == '}' || !closed || word == "" || strings.ContainsAny(word, "*{"):
		return part{}, errors.New("has a brace without its partner, or nothing between two")
	case !slices.Contains(asked, word):
		return part{"[^/]+?", len(word) + 2, true}, nil
	case slices.Contains(l.words, word):
		return part{}, fmt.Errorf("has {%s} twice", word)
	}
	l.words = append(l.words, word)
	if form, ok := wordForms[word]; ok {
		return part{"(" + form + ")", len(word) + 2, false}, nil
	}
	return part{"([^/]+?)", len(word) + 2, true}, nil
}

// Has reports whether the layout names a part so.
func (l Layout) Has(word string) bool { return slices.Contains(l.words, word) }

// String is the layout as it was written.
func (l Layout) String() string { return l.text }

// MarshalText is String.
func (l Layout) MarshalText() ([]byte, error) { return []byte(l.text), nil }

// UnmarshalText reads what MarshalText wrote, as a layout that is asked for all words.
func (l *Layout) UnmarshalText(text []byte) (err error) {
	*l, err = ParseLayout(string(text), Words...)
	return err
}

// Parts are the parts of a path by their words; ok is false where the path is not laid
// out so.
func (l Layout) Parts(path string) (parts map[string]string, ok bool) {
	if l.expr == nil {
		return nil, false
	}
	groups := l.expr.FindStringSubmatch(path)
	if groups == nil {
		return nil, false
	}
	parts = make(map[string]string, len(l.words))
	for i, word := range l.words {
		parts[word] = groups[i+1]
	}
	return parts, true
}
