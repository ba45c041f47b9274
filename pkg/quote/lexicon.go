package quote

import (
	"embed"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/segment"
)

//go:embed lexicon/*.tsv
var lexiconFiles embed.FS

// class is what a word can be for an attribution, as flags.
type class uint32

const (
	say        class = 1 << iota // a verb of speaking
	participle                   // one whose subject is that of the sentence
	according                    // whose words follow
	statement                    // what a speaker gives out, and stands for him
	by                           // between a statement and its speaker
	pronoun                      // stands for somebody named before
	thing                        // a pronoun that stands for bodies and several people too
	skip                         // between a speaker and his verb
	courtesy                     // before a name and no part of it
	title                        // what somebody is
	office                       // goes on with a title
	link                         // within a name
	of                           // within a title
	article                      // before a speaker
	stop                         // ends a speaker's words
	prep                         // the same, but he may stand before it
	moment                       // a day or a month
	and                          // joins two speakers
	org                          // ends the name of a body: the Justice Department
	reading                      // a verb that says what stands somewhere: "read", whose speaker stands behind it
)

var classes = map[string]class{
	"say": say, "participle": participle, "according": according, "statement": statement, "by": by, "pronoun": pronoun,
	"thing": thing, "skip": skip, "courtesy": courtesy, "title": title, "office": office, "link": link, "of": of, "article": article,
	"stop": stop, "prep": prep, "time": moment, "reading": reading, "and": and, "org": org,
}

// lexicon is what the words of a language mean for attributions.
type lexicon struct {
	words    map[uint32]class // by key
	endings  []string         // of titles, where nouns are written together
	forms    map[class][]string
	verbs    map[uint32][]string // of a language without spaces, by the key of the first character
	within   string              // what sets off "he said" inside quotation marks: "comma", "dash" or nothing
	uncased  bool
	inverted bool // the subject stands behind the verb when something else stands first
	behind   bool // it stands behind the verb only where that follows a quotation
}

// unspaced reports a language whose words are found in the text itself.
func (l *lexicon) unspaced() bool { return l.verbs != nil }

var lexicons = sync.OnceValue(func() map[string]*lexicon {
	all := map[string]*lexicon{}
	for _, lang := range []string{"en", "de", "fr", "es", "ru", "ar", "zh"} {
		text, err := lexiconFiles.ReadFile("lexicon/" + lang + ".tsv")
		if err != nil {
			panic(err) // it is part of the program
		}
		l := &lexicon{words: map[uint32]class{}, forms: map[class][]string{}}
		if lang == "zh" {
			l.verbs = map[uint32][]string{}
		}
		for line := range strings.Lines(string(text)) {
			l.read(strings.TrimRight(line, "\r\n"))
		}
		all[lang] = l
	}
	return all
})

// lexiconOf is the lexicon of a language: nil for one that has none, English for an
// unknown one.
func lexiconOf(lang string) *lexicon {
	if lang == "" {
		lang = "en"
	}
	return lexicons()[lang]
}

// read adds a line of a table: a class and the forms that have it.
func (l *lexicon) read(line string) {
	if line == "" || line[0] == '#' {
		return
	}
	name, forms, _ := strings.Cut(line, "\t")
	switch name {
	case "within":
		l.within = forms
		return
	case "uncased":
		l.uncased = true
		return
	case "inversion":
		l.behind = true
		return
	case "inverted":
		l.inverted = true
		return
	}
	c := classes[name]
	if c == 0 || forms == "" {
		panic(fmt.Sprintf("quote: lexicon: %q", line))
	}
	for form := range strings.SplitSeq(forms, "|") {
		l.add(c, form)
	}
}

func (l *lexicon) add(c class, form string) {
	if ending, ok := strings.CutPrefix(form, "-"); ok {
		l.endings = append(l.endings, ending)
		return
	}
	if !l.unspaced() {
		l.words[segment.Key(form)] |= c
		return
	}
	l.forms[c] = append(l.forms[c], form)
	if c == say {
		_, size := utf8.DecodeRuneInString(form)
		first := segment.Key(form[:size])
		l.verbs[first] = append(l.verbs[first], form)
	}
}

// isTitle reports a word that says what somebody is.
func (l *lexicon) isTitle(c class, word string) bool {
	if c&title != 0 {
		return true
	}
	if len(l.endings) == 0 {
		return false
	}
	word = strings.ToLower(word)
	for _, ending := range l.endings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}
