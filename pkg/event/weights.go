package event

import "math"

// Weights say how much a term tells about an event, the rarer the more: the
// natural logarithm of how many times rarer it is than a term of every article,
// 0 or more. [Background], [Guess] and [Sample] tell it by a term's key, [Numbered] by
// its number.
type Weights interface {
	weight(term uint32, letters uint8) float64
}

// Prior is what is known of terms before any article of the folder was seen: in
// how many of so many articles a term stands.
type Prior interface {
	Weights
	articles() float64
	count(key uint32, letters uint8) float64
	// worth is how many articles of the prior one group of the folder weighs up.
	worth() float64
}

// Numbered are the weights of a vocabulary's terms, by their numbers.
type Numbered []float32

func (n Numbered) weight(term uint32, _ uint8) float64 { return float64(n[term]) }

// Share is an article's part in the folder's own frequencies, 0 to 1.
type Share struct {
	Article int
	Weight  float64
}

// Weigh makes the weights of a vocabulary from what is known before and from the
// folder's own frequencies, which are those of the bags in shares. What is common
// in a folder tells its stories less apart than it does elsewhere: on 3,353
// paragraphs of 479 stories, all on technology and trade, the folder's frequencies
// raised the ARI from .69 to .91, on 904 texts of general news from .943 to .959.
func (v *Vocabulary) Weigh(prior Prior, bags []Bag, shares []Share) Numbered {
	own, groups := make([]float64, v.Size()), 0.0
	for _, s := range shares {
		groups += s.Weight
		for _, number := range bags[s.Article].Terms {
			own[number] += s.Weight
		}
	}
	weights := make(Numbered, len(own))
	all := prior.articles() + prior.worth()*groups
	v.each(func(number int, key uint32, letters uint8) {
		in := prior.count(key, letters) + prior.worth()*own[number]
		weights[number] = float32(max(0, math.Log(all/in)))
	})
	return weights
}

// Sample is the weights by a prior and by some of a folder's articles, for those
// who look at few articles and number nothing. Make it with NewSample.
type Sample struct {
	prior    Prior
	worth    float64
	articles int
	in       map[uint32]int
}

// NewSample returns a sample of no articles, each of which will weigh up worth
// times as many articles of the prior as one of a folder does.
func NewSample(prior Prior, worth float64) *Sample {
	return &Sample{prior: prior, worth: worth * prior.worth(), in: map[uint32]int{}}
}

// Add counts the terms of one article.
func (s *Sample) Add(b Bag) {
	s.articles++
	for _, key := range b.Terms {
		s.in[key]++
	}
}

func (s *Sample) weight(key uint32, letters uint8) float64 {
	all := s.prior.articles() + s.worth*float64(s.articles)
	in := s.prior.count(key, letters) + s.worth*float64(s.in[key])
	return max(0, math.Log(all/in))
}

// weightOf is the weight by the prior alone.
func weightOf(p Prior, key uint32, letters uint8) float64 {
	return max(0, math.Log(p.articles()/p.count(key, letters)))
}

// Guess is the prior of languages of which there is no background: in every
// language the frequent words are short (Zipf 1949).
type Guess struct{}

// guesses is the share of articles that a word of so many letters stands in:
// the geometric mean over the words of 12,518 articles of English news.
var guesses = [...]float64{1: .39, 2: .41, 3: .25, 4: .17, 5: .093, 6: .055, 7: .045, 8: .033}

const (
	guessed     = 50 // articles that the guess counts as
	guessedLong = .02
)

func (Guess) articles() float64 { return guessed }

func (Guess) worth() float64 { return 1 }

func (Guess) count(_ uint32, letters uint8) float64 {
	if 0 < letters && int(letters) < len(guesses) {
		return guessed * guesses[letters]
	}
	return guessed * guessedLong
}

func (g Guess) weight(key uint32, letters uint8) float64 { return weightOf(g, key, letters) }
