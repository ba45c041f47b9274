package drift

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

	land map[string]string // country by its name and its people's

	// Words that dates and numbers have with them.
	and, of, to, plain, before, decade, indefinite map[string]bool

	// Words that say little or join others, and abbreviations with a stop.
	article, function, be, auxiliary, slight, joins, pronoun, link, stops map[string]bool

	// Words that deny.
	negator, refuse, unwilling, prefix map[string]bool

	// Words that tell who says something, and who it is said to.
	say, claim, tell, according, cites, audience map[string]bool

	// Words that tell people and places.
	title, rank, courtesy, office, head, generic, anyone, place, settlement, motion map[string]bool

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

// lexiconOf is the lexicon of a language. Those without one of their own have in
// common how they write figures, and the names of months.
func lexiconOf(lang string) *lexicon {
	if lang == "" {
		lang = "en"
	}
	if l := lexicons()[lang]; l != nil {
		return l
	}
	return lexicons()["other"]
}
