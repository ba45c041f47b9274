package pipeline

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// language is an invented one: how often its words are used falls with their
// rank as in any (Zipf 1949), the few dozen most frequent are short, and there
// are phrases that every reporter uses.
type language struct {
	rand    *rand.Rand
	words   []string // the most frequent first
	rank    *rand.Zipf
	phrases []string
	phrase  *rand.Zipf
}

const (
	vocabulary  = 12000
	smallWords  = 40 // which make up two in five of all words
	setPhrases  = 60
	topicWords  = 25 // that a story uses again and again
	topicChance = 6  // one in so many words is one of them
)

func newLanguage(seed uint64) *language {
	l := &language{rand: rand.New(rand.NewPCG(seed, 11))}
	taken := map[string]bool{}
	for len(l.words) < vocabulary {
		if w := l.invent(l.syllables(len(l.words))); !taken[w] {
			taken[w] = true
			l.words = append(l.words, w)
		}
	}
	l.rank = rand.NewZipf(l.rand, 1.05, 2.7, vocabulary-1)
	for range setPhrases {
		l.phrases = append(l.phrases, strings.Join(l.some(l.between(5, 9)), " "))
	}
	l.phrase = rand.NewZipf(l.rand, 1.2, 4, setPhrases-1)
	return l
}

// syllables is the length of a word of this rank: the rarer, the longer.
func (l *language) syllables(rank int) int {
	switch {
	case rank < smallWords:
		return 1
	case rank < 1000:
		return l.between(1, 3)
	}
	return l.between(2, 3)
}

// invent makes a word of open and closed syllables.
func (l *language) invent(syllables int) string {
	onsets := strings.Fields("b c d f g h j k l m n p r s t v w b c d f h l m n p r s t w br cl fl st th tr")
	vowels := strings.Fields("a a a e e e e i i i o o o u u ou ea")
	codas := strings.Fields("n r l s t m rn nd")
	var w strings.Builder
	for range syllables {
		w.WriteString(onsets[l.rand.IntN(len(onsets))])
		w.WriteString(vowels[l.rand.IntN(len(vowels))])
		if l.rand.IntN(4) == 0 {
			w.WriteString(codas[l.rand.IntN(len(codas))])
		}
	}
	return w.String()
}

// between is a number from least to most.
func (l *language) between(least, most int) int { return least + l.rand.IntN(most-least+1) }

// one reports true in one of n cases.
func (l *language) oneIn(n int) bool { return l.rand.IntN(n) == 0 }

func (l *language) word() string { return l.words[l.rank.Uint64()] }

func (l *language) some(n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = l.word()
	}
	return words
}

// figure is a number as stories give it.
func (l *language) figure() string {
	switch l.rand.IntN(4) {
	case 0:
		return fmt.Sprintf("%d.%d", l.rand.IntN(90), l.rand.IntN(10))
	case 1:
		return fmt.Sprintf("%d,%03d", l.between(1, 90), l.rand.IntN(1000))
	}
	return fmt.Sprint(l.between(2, 99))
}

// name is that of a person or place.
func (l *language) name() string {
	name := capital(l.invent(2))
	if !l.oneIn(3) {
		name += " " + capital(l.invent(l.between(1, 3)))
	}
	return name
}

func capital(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

// topic is what a story is about: its names and the words that it repeats.
type topic struct{ names, words []string }

func (l *language) topic() topic {
	var t topic
	for range 6 {
		t.names = append(t.names, l.name())
	}
	for range topicWords {
		t.words = append(t.words, l.words[smallWords+l.rand.IntN(vocabulary-smallWords)])
	}
	return t
}

func (l *language) nameOf(t topic) string { return t.names[l.rand.IntN(len(t.names))] }

// clause is a number of words on a topic.
func (l *language) clause(t topic, n int) string {
	words := l.some(n)
	for i := range words {
		switch {
		case l.oneIn(topicChance):
			words[i] = t.words[l.rand.IntN(len(t.words))]
		case l.oneIn(30):
			words[i] = l.figure()
		case l.oneIn(20):
			words[i] = l.nameOf(t)
		}
	}
	return strings.Join(words, " ")
}

// sentence is one of five words or more; one in five is said by somebody, and one
// in six has a set phrase.
func (l *language) sentence(t topic) string {
	if l.oneIn(5) {
		return fmt.Sprintf("“%s,” %s %s.", capital(l.clause(t, l.between(6, 18))), l.words[l.rand.IntN(3)], l.nameOf(t))
	}
	s := capital(l.clause(t, l.between(5, 12)))
	for range l.rand.IntN(3) {
		s += ", " + l.clause(t, l.between(3, 8))
	}
	if l.oneIn(6) {
		s += " " + l.phrases[l.phrase.Uint64()]
	}
	return s + "."
}

// paragraph is one to three sentences, fifteen words or more.
func (l *language) paragraph(t topic) string {
	p := l.sentence(t)
	for range l.rand.IntN(3) {
		p += " " + l.sentence(t)
	}
	for len(strings.Fields(p)) < 15 {
		p += " " + l.sentence(t)
	}
	return p
}

func (l *language) story(paragraphs int) []string {
	t := l.topic()
	var story []string
	for range paragraphs {
		story = append(story, l.paragraph(t))
	}
	return story
}
