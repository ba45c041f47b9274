package drift

import (
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

//go:embed lexicon/*.tsv
var lexiconFiles embed.FS

// lexicon is what the words of a language mean. Forms are folded; those of several
// words have spaces between them.
type lexicon struct {
	number, vague, scale, ordinal, fraction phrases[float64]
	month, weekday, day, zone               phrases[int]

	unit  phrases[measure]
	hedge phrases[string] // by how: "least", "most" or "about"
	clock phrases[string]
	same  phrases[string] // the form that stands for others
	idiom phrases[bool]   // in which a negator denies nothing

	parts, clitics map[string][]string // of contractions
	sides          map[string]side     // of words with an opposite

	and, of, plain, before, negator, refuse, prefix, article, function map[string]bool
	pronoun, say, claim, according, place, audience                    map[string]bool
	title, rank, courtesy, link, be, generic                           map[string]bool

	decimalComma bool // and a stop or space between groups of three digits
	compound     bool // numbers are written as one word
	lowQuotes    bool // “ ends a quotation
	names        bool // only names have capital letters
}

// measure is a unit: what it measures, and how much of that one of it is.
type measure struct {
	dimension string
	factor    float64
}

// side is one of two opposites.
type side struct {
	pair   string
	second bool
}

// phrases maps forms of up to a few words to what they mean.
type phrases[T any] map[string]T

// longest is how many words a form of the lexicon can have.
const longest = 4

// at finds the longest form that the tokens begin with. A form does not run across
// punctuation.
func (p phrases[T]) at(tokens []token) (value T, n int) {
	for n = min(longest, len(tokens)); n > 0; n-- {
		if v, ok := p[joined(tokens[:n])]; ok {
			return v, n
		}
	}
	return value, 0
}

func joined(tokens []token) string {
	if len(tokens) == 1 {
		return tokens[0].text
	}
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 {
			if t.after {
				return ""
			}
			b.WriteByte(' ')
		}
		b.WriteString(t.text)
	}
	return b.String()
}

var lexicons = readLexicons()

// lexiconOf is the lexicon of a language, that of English for those without one.
func lexiconOf(lang string) *lexicon {
	if l := lexicons[lang]; l != nil {
		return l
	}
	return lexicons["en"]
}

func readLexicons() map[string]*lexicon {
	all := map[string]*lexicon{}
	files, err := fs.Glob(lexiconFiles, "lexicon/??.tsv")
	if err != nil || len(files) == 0 {
		panic("drift: no lexicon")
	}
	for _, file := range files {
		lang := strings.TrimSuffix(strings.TrimPrefix(file, "lexicon/"), ".tsv")
		l := newLexicon()
		for _, name := range []string{"lexicon/any.tsv", file} {
			text, err := fs.ReadFile(lexiconFiles, name)
			if err != nil {
				panic(err) // it is part of the program
			}
			for line := range strings.Lines(string(text)) {
				l.read(strings.TrimRight(line, "\r\n"))
			}
		}
		l.names = len(l.title) > 0
		all[lang] = l
	}
	return all
}

func newLexicon() *lexicon {
	l := &lexicon{
		number: phrases[float64]{}, vague: phrases[float64]{}, scale: phrases[float64]{}, ordinal: phrases[float64]{}, fraction: phrases[float64]{},
		month: phrases[int]{}, weekday: phrases[int]{}, day: phrases[int]{}, zone: phrases[int]{},
		unit: phrases[measure]{}, hedge: phrases[string]{}, clock: phrases[string]{}, same: phrases[string]{}, idiom: phrases[bool]{},
		parts: map[string][]string{}, clitics: map[string][]string{}, sides: map[string]side{},
	}
	for _, set := range l.sets() {
		*set = map[string]bool{}
	}
	return l
}

// sets are the classes of words that have no value.
func (l *lexicon) sets() map[string]*map[string]bool {
	return map[string]*map[string]bool{
		"and": &l.and, "of": &l.of, "plain": &l.plain, "before": &l.before, "negator": &l.negator, "refuse": &l.refuse,
		"prefix": &l.prefix, "article": &l.article, "function": &l.function, "pronoun": &l.pronoun, "say": &l.say,
		"claim": &l.claim, "according": &l.according, "place": &l.place, "audience": &l.audience, "title": &l.title,
		"rank": &l.rank, "be": &l.be, "generic": &l.generic, "courtesy": &l.courtesy, "link": &l.link,
	}
}

// read adds a line of a table: a class, a value and the forms that have it.
func (l *lexicon) read(line string) {
	if line == "" || line[0] == '#' {
		return
	}
	fields := strings.Split(line, "\t")
	if len(fields) != 3 {
		panic(fmt.Sprintf("drift: lexicon: %q", line))
	}
	class, value := fields[0], fields[1]
	if class == "opposite" {
		l.readOpposites(value, fields[2])
		return
	}
	for form := range strings.SplitSeq(fields[2], "|") {
		if !l.add(class, value, form) {
			panic(fmt.Sprintf("drift: lexicon: class of %q", line))
		}
	}
}

func (l *lexicon) add(class, value, form string) bool {
	number, _ := strconv.ParseFloat(value, 64)
	if set := l.sets()[class]; set != nil {
		(*set)[form] = true
		return true
	}
	numbers := map[string]phrases[float64]{
		"number": l.number, "vague": l.vague, "scale": l.scale, "ordinal": l.ordinal, "fraction": l.fraction,
	}
	days := map[string]phrases[int]{"month": l.month, "weekday": l.weekday, "day": l.day, "zone": l.zone}
	words := map[string]phrases[string]{"hedge": l.hedge, "clock": l.clock, "same": l.same}
	switch {
	case numbers[class] != nil:
		numbers[class][form] = number
	case days[class] != nil:
		days[class][form] = int(number)
	case words[class] != nil:
		words[class][form] = value
	case class == "parts":
		l.parts[form] = strings.Fields(value)
	case class == "clitic":
		l.clitics[form] = strings.Fields(value)
	case class == "unit":
		dimension, factor, _ := strings.Cut(value, " ")
		number, _ = strconv.ParseFloat(factor, 64)
		l.unit[form] = measure{dimension, number}
	default:
		return l.addTrait(class, form)
	}
	return true
}

// addTrait notes how a language is written.
func (l *lexicon) addTrait(class, form string) bool {
	switch class {
	case "idiom":
		l.idiom[form] = true
	case "decimal":
		l.decimalComma = true
	case "compound":
		l.compound = true
	case "lowquotes":
		l.lowQuotes = true
	default:
		return false
	}
	return true
}

// readOpposites notes the words on either side of a pair.
func (l *lexicon) readOpposites(pair, forms string) {
	first, second, _ := strings.Cut(forms, " ")
	for form := range strings.SplitSeq(first, "|") {
		l.sides[form] = side{pair, false}
	}
	for form := range strings.SplitSeq(second, "|") {
		l.sides[form] = side{pair, true}
	}
}
