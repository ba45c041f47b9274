package provenance

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

//go:embed agencies.tsv
var agenciesFile string

// agencies maps each form that an agency is credited in to its name, by the
// form's first byte.
var agencies = readAgencies(agenciesFile)

type form struct{ text, agency string }

func readAgencies(file string) *[256][]form {
	forms := new([256][]form)
	add := func(text, agency string) {
		forms[text[0]] = append(forms[text[0]], form{text, agency})
	}
	for line := range strings.Lines(file) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSpace(line), "\t")
		for _, text := range fields[1:] {
			add(text, fields[0])
			if upper := strings.ToUpper(text); upper != text {
				add(upper, fields[0])
			}
		}
	}
	return forms
}

// findAgencies returns the agencies named in text[span], each once, with the
// span of its longest form.
func findAgencies(text string, span news.Span) []news.Credit {
	var found []news.Credit
	for i := span.Start; i < span.End; i++ {
		if len(agencies[text[i]]) == 0 {
			continue
		}
		if before, _ := utf8.DecodeLastRuneInString(text[span.Start:i]); i > span.Start && isNamePart(before) {
			continue
		}
		name, end := agencyAt(text[:span.End], i)
		if name == "" {
			continue
		}
		if !credits(found, name) {
			found = append(found, news.Credit{Agency: name, Span: news.Span{Start: i, End: end}})
		}
		i = end - 1
	}
	return found
}

// agencyAt returns the agency whose longest form stands at text[i:].
func agencyAt(text string, i int) (agency string, end int) {
	for _, f := range agencies[text[i]] {
		if i+len(f.text) <= end || !strings.HasPrefix(text[i:], f.text) {
			continue
		}
		if after, _ := utf8.DecodeRuneInString(text[i+len(f.text):]); i+len(f.text) < len(text) && isNamePart(after) {
			continue
		}
		agency, end = f.agency, i+len(f.text)
	}
	return agency, end
}

func isNamePart(r rune) bool {
	return unicode.IsLetter(r) && !unicode.In(r, unicode.Han, unicode.Hangul) || unicode.IsDigit(r) || r == '@'
}

func credits(list []news.Credit, agency string) bool {
	for _, c := range list {
		if c.Agency == agency {
			return true
		}
	}
	return false
}
