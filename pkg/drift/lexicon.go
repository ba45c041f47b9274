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

	and, of, plain, before, negator, refuse, prefix, article, function                                                               map[string]bool
	pronoun, say, claim, according, place, audience                                                                                  map[string]bool
	title, rank, courtesy, link, be, generic, anyone, slight, joins, unwilling, laut, tell, stops, auxiliary, settlement, indefinite map[string]bool
	motion, office, to, decade                                                                                                       map[string]bool
	land                                                                                                                             map[string]string // country by its name and its people's

	languages []string // that have this lexicon besides the one it is named for

	decimalComma bool // and a stop or space between groups of three digits
	compound     bool // numbers are written as one word
	lowQuotes    bool // “ ends a quotation
	names        bool // only names have capital letters, and what begins a sentence
	english      bool // is spelled in the British or the American way; days and months have capital letters

	begins map[string]classes // by word: what the forms are that begin with it
}

// classes are the classes of forms that a word can begin. Most words of a text are
// in no table: to join the next four words and to look for them in every table was
// nine tenths of the cost. One look for a word's classes, and a bit for each table
// after it, took that away.
type classes uint32

const (
	aNumber classes = 1 << iota
	aVague
	aScale
	anOrdinal
	aFraction
	aMonth
	aWeekday
	aDay
	aZone
	aUnit
	aHedge
	aClock
	aSame
	anIdiom
	aTitle
	anArticle
	aSay

	aDate     = aMonth | aWeekday | aDay | aClock
	aQuantity = aNumber | aVague | aScale | anOrdinal | aFraction | aUnit | aHedge
)

// has reports whether the word can begin a form of one of the classes.
func (c classes) has(any classes) bool { return c&any != 0 }

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

// phrases maps forms of up to a few words, all of one class, to what they mean.
type phrases[T any] struct {
	class classes
	forms map[string]T
}

func phrasesOf[T any](class classes) phrases[T] { return phrases[T]{class, map[string]T{}} }

// word is what a form of one word means.
func (p phrases[T]) word(form string) (value T, ok bool) {
	value, ok = p.forms[form]
	return value, ok
}

// longest is how many words a form of the lexicon can have.
const longest = 4

// at finds the longest form that the tokens begin with. A form does not run across
// punctuation.
func (p phrases[T]) at(tokens []token) (value T, n int) {
	if len(tokens) == 0 || !tokens[0].begins.has(p.class) {
		return value, 0
	}
	var buffer [64]byte
	var ends [longest]int
	joined, most := join(buffer[:0], tokens, &ends)
	for n = most; n > 0; n-- {
		if v, ok := p.forms[string(joined[:ends[n-1]])]; ok {
			return v, n
		}
	}
	return value, 0
}

// join appends the words that a form could be of, with spaces between them, and
// tells where each ends and how many they are.
func join(to []byte, tokens []token, ends *[longest]int) ([]byte, int) {
	for i := range min(longest, len(tokens)) {
		if i > 0 {
			if tokens[i].after {
				return to, i
			}
			to = append(to, ' ')
		}
		to = append(to, tokens[i].text...)
		ends[i] = len(to)
	}
	return to, min(longest, len(tokens))
}

// countsPlace reports an ordinal that is a number of its own: "third", not the "rd"
// of "3rd".
func (l *lexicon) countsPlace(word string) bool {
	place, _ := l.ordinal.word(word)
	return place != 0
}

var lexicons = readLexicons()

// lexiconOf is the lexicon of a language. Those without one of their own have in
// common how they write figures, and the names of months.
func lexiconOf(lang string) *lexicon {
	if lang == "" {
		lang = "en"
	}
	if l := lexicons[lang]; l != nil {
		return l
	}
	return lexicons["other"]
}

// common is the table of what all languages write alike.
const common = "lexicon/any.tsv"

func readLexicons() map[string]*lexicon {
	all := map[string]*lexicon{}
	files, err := fs.Glob(lexiconFiles, "lexicon/*.tsv")
	if err != nil || len(files) == 0 {
		panic("drift: no lexicon")
	}
	for _, file := range files {
		if file == common {
			continue
		}
		lang := strings.TrimSuffix(strings.TrimPrefix(file, "lexicon/"), ".tsv")
		l := newLexicon()
		for _, name := range []string{common, file} {
			text, err := fs.ReadFile(lexiconFiles, name)
			if err != nil {
				panic(err) // it is part of the program
			}
			for line := range strings.Lines(string(text)) {
				l.read(strings.TrimRight(line, "\r\n"))
			}
		}
		l.begins = l.firstWords()
		all[lang] = l
		for _, other := range l.languages {
			all[other] = l
		}
	}
	return all
}

func newLexicon() *lexicon {
	l := &lexicon{
		number: phrasesOf[float64](aNumber), vague: phrasesOf[float64](aVague), scale: phrasesOf[float64](aScale),
		ordinal: phrasesOf[float64](anOrdinal), fraction: phrasesOf[float64](aFraction),
		month: phrasesOf[int](aMonth), weekday: phrasesOf[int](aWeekday), day: phrasesOf[int](aDay), zone: phrasesOf[int](aZone),
		unit: phrasesOf[measure](aUnit), hedge: phrasesOf[string](aHedge), clock: phrasesOf[string](aClock),
		same: phrasesOf[string](aSame), idiom: phrasesOf[bool](anIdiom),
		parts: map[string][]string{}, clitics: map[string][]string{}, sides: map[string]side{}, land: map[string]string{},
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
		"anyone": &l.anyone, "slight": &l.slight, "joins": &l.joins, "unwilling": &l.unwilling, "laut": &l.laut, "tell": &l.tell, "stops": &l.stops, "auxiliary": &l.auxiliary, "settlement": &l.settlement,
		"indefinite": &l.indefinite, "motion": &l.motion, "office": &l.office, "to": &l.to, "decade": &l.decade,
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
	numbers := map[string]map[string]float64{
		"number": l.number.forms, "vague": l.vague.forms, "scale": l.scale.forms, "ordinal": l.ordinal.forms, "fraction": l.fraction.forms,
	}
	days := map[string]map[string]int{"month": l.month.forms, "weekday": l.weekday.forms, "day": l.day.forms, "zone": l.zone.forms}
	words := map[string]map[string]string{"hedge": l.hedge.forms, "clock": l.clock.forms, "same": l.same.forms}
	switch {
	case numbers[class] != nil:
		numbers[class][form] = number
	case days[class] != nil:
		days[class][form] = int(number)
	case words[class] != nil:
		words[class][form] = value
		if strings.Contains(value, " ") {
			words[class][value] = value // one unit, whatever its words mean alone
		}
	case class == "parts":
		l.parts[form] = strings.Fields(value)
	case class == "land":
		l.land[form] = value
	case class == "clitic":
		l.clitics[form] = strings.Fields(value)
	case class == "unit":
		dimension, factor, _ := strings.Cut(value, " ")
		number, _ = strconv.ParseFloat(factor, 64)
		l.unit.forms[form] = measure{dimension, number}
	default:
		return l.addTrait(class, form)
	}
	return true
}

// addTrait notes how a language is written.
func (l *lexicon) addTrait(class, form string) bool {
	switch class {
	case "idiom":
		l.idiom.forms[form] = true
	case "decimal":
		l.decimalComma = true
	case "compound":
		l.compound = true
	case "lowquotes":
		l.lowQuotes = true
	case "names":
		l.names = true
	case "english":
		l.english = true
	case "language":
		l.languages = append(l.languages, form)
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

// firstWords tells of each word what the forms are that begin with it.
func (l *lexicon) firstWords() map[string]classes {
	begins := map[string]classes{}
	for _, p := range []phrases[float64]{l.number, l.vague, l.scale, l.ordinal, l.fraction} {
		noteFirst(begins, p.class, p.forms)
	}
	for _, p := range []phrases[int]{l.month, l.weekday, l.day, l.zone} {
		noteFirst(begins, p.class, p.forms)
	}
	for _, p := range []phrases[string]{l.hedge, l.clock, l.same} {
		noteFirst(begins, p.class, p.forms)
	}
	noteFirst(begins, aUnit, l.unit.forms)
	noteFirst(begins, anIdiom, l.idiom.forms)
	noteFirst(begins, aTitle, l.title)
	noteFirst(begins, anArticle, l.article)
	noteFirst(begins, aSay, l.say)
	return begins
}

func noteFirst[T any](begins map[string]classes, class classes, forms map[string]T) {
	for form := range forms {
		first, _, _ := strings.Cut(form, " ")
		begins[first] |= class
	}
}
