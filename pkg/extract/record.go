package extract

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/source"
)

// readRecord reads a JSON object as one article. Records are never split. One without
// any of the usual fields for a text may be of a wire format.
func readRecord(doc source.Document, deadline *source.Deadline) ([]news.Article, []news.Skip, error) {
	names := cmp.Or(doc.Names, source.UsualNames())
	rec, err := recordOf(doc, names)
	if err != nil {
		return nil, nil, err
	}
	if doc.Fields == nil && !rec.has(names.Text) {
		if f := wireOf(recordWires, doc.Data); f != nil {
			return readWire(doc, f, deadline)
		}
	}
	articles, err := rec.read(doc, names, deadline)
	return articles, nil, err
}

// read makes an article of the record's fields.
func (rec record) read(doc source.Document, names *source.FieldNames, deadline *source.Deadline) ([]news.Article, error) {
	text := rec.story(names)
	if strings.TrimSpace(text) == "" {
		if rec.has(names.Text) {
			return nil, errors.New("empty text")
		}
		return nil, &noTextError{names.Text}
	}
	a := rec.article(doc, names)
	if noise(text) > maxNoise {
		return nil, errNotText
	}
	if looksLikeHTML(text) {
		return readMarkup(a, text, deadline)
	}
	text = tidy(text)
	articles := structure(a, text, false)
	rec.asTold(&articles[0], text)
	return articles, nil
}

// article is the record's article with all but its text.
func (rec record) article(doc source.Document, names *source.FieldNames) news.Article {
	a := news.Article{Path: doc.Path}
	a.ID, _ = rec.field(names.ID)
	if a.ID == "" {
		a.ID = source.RecordPath(doc.Path, doc.Record)
	}
	if a.URL, _ = rec.field(names.URL); a.URL == "" {
		a.URL = doc.URL
	}
	a.Title, _ = rec.field(names.Title)
	a.Authors = rec.authors(names)
	a.Lang = language(rec, names)
	if outlet, field := rec.field(names.Outlet); outlet != "" {
		a.FieldOutlet = news.Attribution{Name: hostOf(outlet), Evidence: "record field " + field}
	}
	if date, field := rec.field(names.Date); date != "" {
		found := parseDate(date)
		found.publish(&a, "record field "+field)
		if a.Digits != nil {
			a.Digits.Field = field
		}
	}
	if dateline, _ := rec.field(names.Dateline); dateline != "" {
		a.Dateline = fieldDateline(dateline)
	}
	return a
}

// fieldDateline reads the dateline that a record keeps apart from its text. It has no
// place in the text.
func fieldDateline(line string) news.Dateline {
	line += " ." // a word of the story
	d, ok := findDateline(line, news.Span{End: len(line)})
	if !ok {
		return news.Dateline{}
	}
	d.Span = news.Span{}
	return d
}

// language is the record's language as ISO 639-1, of "en-GB" or "en_GB" as of
// "en"; it is empty for names and three-letter codes.
func language(rec record, names *source.FieldNames) string {
	lang, _ := rec.field(names.Language)
	return isoLanguage(lang)
}

// isoLanguage is language for a tag of BCP 47.
func isoLanguage(lang string) string {
	lang, _, _ = strings.Cut(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(lang)), "_", "-"), "-")
	if len(lang) != 2 {
		return ""
	}
	return lang
}

// hostOf is the host of an outlet that is given as an address, else the name
// itself.
func hostOf(outlet string) string {
	if !strings.Contains(outlet, "//") {
		return outlet
	}
	if u, err := url.Parse(outlet); err == nil && u.Host != "" {
		return strings.TrimPrefix(u.Hostname(), "www.")
	}
	return outlet
}

// record is a JSON object by its lower-case keys.
type record map[string]any

// recordOf returns a document's record.
func recordOf(doc source.Document, names *source.FieldNames) (record, error) {
	if doc.Fields != nil {
		return foldKeys(decodeFields(doc.Fields)), nil
	}
	return parseRecord(doc.Data, names)
}

// decodeFields decodes texts that are not in UTF-8, all by one guess.
func decodeFields(fields map[string]any) map[string]any {
	var odd []string
	for name, value := range fields {
		if text, ok := value.(string); ok && !utf8.ValidString(text) {
			odd = append(odd, name)
		}
	}
	if odd == nil {
		return fields
	}
	slices.Sort(odd)
	var all []byte
	for _, name := range odd {
		all = append(append(all, fields[name].(string)...), '\n')
	}
	from := guess(all)
	for _, name := range odd {
		if text := []byte(fields[name].(string)); isUTF8(text) {
			fields[name] = strings.ToValidUTF8(string(text), "\uFFFD")
		} else {
			fields[name] = decodeWith(from, text)
		}
	}
	return fields
}

// parseRecord parses a JSON object.
func parseRecord(data []byte, names *source.FieldNames) (record, error) {
	if !utf8.Valid(data) {
		text, err := decode(data, "")
		if err != nil {
			return nil, err
		}
		data = []byte(text)
	}
	if fields, err := wantedFields(data, names); err == nil {
		return foldKeys(fields), nil
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var value any
	err := dec.Decode(&value)
	switch fields, ok := value.(map[string]any); {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, errors.New("cut off: it ends inside the record")
	case err != nil:
		return nil, fmt.Errorf("not valid JSON: %w", err)
	case !atEnd(dec):
		return nil, errors.New("not valid JSON: something follows the object")
	case !ok:
		return nil, errors.New("not a JSON object")
	default:
		return foldKeys(fields), nil
	}
}

// atEnd reports whether nothing follows what was decoded. dec.More would take a
// stray bracket for the end.
func atEnd(dec *json.Decoder) bool {
	_, err := dec.Token()
	return err == io.EOF
}

// foldKeys adds to an object its keys in lower case. Of keys that differ only
// in case the lower-case one counts, else the one that is first in the alphabet.
func foldKeys(fields map[string]any) record {
	var upper []string
	for key := range fields {
		if strings.ToLower(key) != key {
			upper = append(upper, key)
		}
	}
	slices.Sort(upper)
	for _, key := range upper {
		if _, taken := fields[strings.ToLower(key)]; !taken {
			fields[strings.ToLower(key)] = fields[key]
		}
	}
	return fields
}

// at is the value at a path, "a.b": that of the key b of the object in a. A key with
// dots in it comes first.
func (rec record) at(path string) any {
	if value, ok := rec[path]; ok {
		return value
	}
	key, rest, nested := strings.Cut(path, ".")
	if !nested {
		return nil
	}
	if inner, ok := rec[key].(map[string]any); ok {
		return foldKeys(inner).at(rest)
	}
	return nil
}

// has reports whether the record has one of the fields.
func (rec record) has(names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return rec.at(name) != nil })
}

// field returns the first of the fields that holds something, trimmed, and its
// name. Of an array it is the first member.
func (rec record) field(names []string) (value, name string) {
	for _, name := range names {
		if values := texts(rec.at(name)); len(values) > 0 {
			return strings.TrimSpace(values[0]), name
		}
	}
	return "", ""
}

// story returns the text of the record as it is, or the members of an array as
// paragraphs.
func (rec record) story(names *source.FieldNames) string {
	for _, name := range names.Text {
		if values := texts(rec.at(name)); len(values) > 0 {
			return strings.Join(values, "\n\n")
		}
	}
	return ""
}

// texts are the texts of a JSON value that are not blank: its own, or those of
// a list's members.
func texts(value any) []string {
	members, ok := value.([]any)
	switch {
	case value == nil:
		return nil
	case !ok:
		members = []any{value}
	}
	var all []string
	for _, m := range members {
		if s := scalar(named(m)); strings.TrimSpace(s) != "" {
			all = append(all, s)
		}
	}
	return all
}

// named is what an object is called by: {"id": "vp", "name": "Vale Post"}. Any
// other value is returned as it is.
func named(value any) any {
	fields, ok := value.(map[string]any)
	if !ok {
		return value
	}
	rec := foldKeys(fields)
	for _, name := range []string{"name", "title", "href"} {
		if scalar(rec[name]) != "" {
			return rec[name]
		}
	}
	return nil
}

// scalar is the text of a string or the digits of a number.
func scalar(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	}
	return ""
}

// authors are the names in the record's author field, whether it is a list or
// a line: "By Ada Brook and Sam Hale".
func (rec record) authors(names *source.FieldNames) []string {
	for _, name := range names.Authors {
		var authors []string
		for _, s := range texts(rec.at(name)) {
			authors = append(authors, splitAuthors(s)...)
		}
		if len(authors) > 0 {
			return authors
		}
	}
	return nil
}

// joined finds what joins two names of a byline, each of two words: it leaves
// "Globe & Beacon staff" whole.
var joined = regexp.MustCompile(`(\S\s+\S+)\s+(?:and|&)\s+(\S+\s+\S)`)

// splitAuthors splits a byline into names.
func splitAuthors(line string) []string {
	line = strings.TrimSpace(line)
	if len(line) > 3 && strings.EqualFold(line[:3], "by ") {
		line = line[3:]
	}
	for (strings.Contains(line, "and") || strings.Contains(line, "&")) && joined.MatchString(line) { // a name between two others is in one match at a time
		line = joined.ReplaceAllString(line, "$1;$2")
	}
	return splitNames(strings.ReplaceAll(line, ", ", ";"))
}

// splitNames splits names at semicolons.
func splitNames(list string) []string {
	var names []string
	for name := range strings.SplitSeq(list, ";") {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}
