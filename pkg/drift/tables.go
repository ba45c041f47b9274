package drift

import (
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"
)

//go:embed lexicon/*.tsv
var lexiconFiles embed.FS

// lexicons are read when the first wording is.
var lexicons = sync.OnceValue(readLexicons)

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
		t := l.tables()
		for _, name := range []string{common, file} {
			text, err := fs.ReadFile(lexiconFiles, name)
			if err != nil {
				panic(err) // it is part of the program
			}
			for line := range strings.Lines(string(text)) {
				t.read(strings.TrimRight(line, "\r\n"))
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

// tables are the maps of a lexicon by the class of the lines that fill them.
type tables struct {
	*lexicon
	sets    map[string]map[string]bool
	numbers map[string]map[string]float64
	days    map[string]map[string]int
	words   map[string]map[string]string
	lists   map[string]map[string][]string
}

func (l *lexicon) tables() tables {
	t := tables{
		lexicon: l,
		sets:    map[string]map[string]bool{},
		numbers: map[string]map[string]float64{
			"number": l.number.forms, "vague": l.vague.forms, "scale": l.scale.forms, "ordinal": l.ordinal.forms, "fraction": l.fraction.forms,
		},
		days:  map[string]map[string]int{"month": l.month.forms, "weekday": l.weekday.forms, "day": l.day.forms, "zone": l.zone.forms},
		words: map[string]map[string]string{"hedge": l.hedge.forms, "clock": l.clock.forms, "same": l.same.forms, "land": l.land},
		lists: map[string]map[string][]string{"parts": l.parts, "clitic": l.clitics},
	}
	for class, set := range l.sets() {
		t.sets[class] = *set
	}
	return t
}

// sets are the classes of words that have no value.
func (l *lexicon) sets() map[string]*map[string]bool {
	return map[string]*map[string]bool{
		"and": &l.and, "of": &l.of, "to": &l.to, "plain": &l.plain, "before": &l.before, "decade": &l.decade, "indefinite": &l.indefinite,
		"article": &l.article, "function": &l.function, "be": &l.be, "auxiliary": &l.auxiliary, "slight": &l.slight,
		"joins": &l.joins, "pronoun": &l.pronoun, "link": &l.link, "stops": &l.stops,
		"negator": &l.negator, "refuse": &l.refuse, "unwilling": &l.unwilling, "prefix": &l.prefix,
		"say": &l.say, "claim": &l.claim, "tell": &l.tell, "according": &l.according, "cites": &l.cites, "audience": &l.audience,
		"title": &l.title, "rank": &l.rank, "courtesy": &l.courtesy, "office": &l.office, "head": &l.head, "generic": &l.generic,
		"anyone": &l.anyone, "place": &l.place, "settlement": &l.settlement, "motion": &l.motion,
	}
}

// read adds a line of a table: a class, a value and the forms that have it.
func (t tables) read(line string) {
	if line == "" || line[0] == '#' {
		return
	}
	fields := strings.Split(line, "\t")
	if len(fields) != 3 {
		panic(fmt.Sprintf("drift: lexicon: %q", line))
	}
	class, value := fields[0], fields[1]
	if class == "opposite" {
		t.readOpposites(value, fields[2])
		return
	}
	for form := range strings.SplitSeq(fields[2], "|") {
		if !t.add(class, value, form) {
			panic(fmt.Sprintf("drift: lexicon: class of %q", line))
		}
	}
}

func (t tables) add(class, value, form string) bool {
	number, _ := strconv.ParseFloat(value, 64)
	switch {
	case t.sets[class] != nil:
		t.sets[class][form] = true
	case t.numbers[class] != nil:
		t.numbers[class][form] = number
	case t.days[class] != nil:
		t.days[class][form] = int(number)
	case t.words[class] != nil:
		t.words[class][form] = value
		if strings.Contains(value, " ") {
			t.words[class][value] = value // one unit, whatever its words mean alone
		}
	case t.lists[class] != nil:
		t.lists[class][form] = strings.Fields(value)
	case class == "unit":
		dimension, factor, _ := strings.Cut(value, " ")
		number, _ = strconv.ParseFloat(factor, 64)
		t.unit.forms[form] = measure{dimension, number}
	default:
		return t.addTrait(class, form)
	}
	return true
}

// addTrait notes how a language is written.
func (t tables) addTrait(class, form string) bool {
	switch class {
	case "idiom":
		t.idiom.forms[form] = true
	case "decimal":
		t.decimalComma = true
	case "compound":
		t.compound = true
	case "lowquotes":
		t.lowQuotes = true
	case "names":
		t.names = true
	case "english":
		t.english = true
	case "language":
		t.languages = append(t.languages, form)
	default:
		return false
	}
	return true
}

// readOpposites notes the words on either side of a pair.
func (t tables) readOpposites(pair, forms string) {
	first, second, _ := strings.Cut(forms, " ")
	for form := range strings.SplitSeq(first, "|") {
		t.sides[form] = side{pair, false}
	}
	for form := range strings.SplitSeq(second, "|") {
		t.sides[form] = side{pair, true}
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
