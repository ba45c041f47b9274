package provenance

import (
	"math"
	"slices"
)

// Evidence is added up in log-odds (natural logarithms), as if each piece were
// independent of the others (Good 1950, Probability and the Weighing of Evidence):
// a weight of 1 makes an answer e times as likely against "somebody else", 3 twenty
// times. The weights are what a careful editor would give, chosen by reasoning and
// checked on invented folders, testdata/direction; none was fitted to a corpus. In
// order of strength: words that name the source; the agency's own marks in the
// text; changes that two articles share; and times, which alone must be hours
// apart.
const (
	// Of a family's source.
	bySignOff      = 3.0 // the agency closes its dispatches so
	byDateline     = 2.5
	byCreditLine   = 2.0
	byPartOfIt     = 0.5 // "with inputs from"
	byAnother      = 0.5 // each further article that credits it …
	byMost         = 1.5 // … and all of them together
	byOwnPage      = 1.5 // the agency's own page carries the copy
	pageLater      = -1.5
	byToldAgency   = 1.2
	byNamed        = 3.0 // "first reported by the Coastal Herald"
	byCited        = 2.5 // "the Coastal Herald reported"
	byToldOutlet   = 3.0 // "told the Coastal Herald", in another's article
	byToldItself   = 1.5 // … in its own
	byStaff        = 0.7
	byHalfDay      = 1.5 // certainly before all others, by so much
	byHours        = 0.7
	byMinutes      = 0.3
	fuller         = 0.3 // the others are cut from it, or from what it is cut from
	laterThanOther = -1.0
	creditsOther   = -3.0 // it says itself that it is not
	lacksShared    = -1.5

	// Of whom an article took the copy from.
	mostOfSource  = 3.0 // what the family's source can bring in
	itsOwnCredit  = 0.5
	ownPartCredit = 0.2
	namesIt       = 4.0
	namesSource   = 1.5
	oneShared     = 1.5  // each change that both have, the first counts less …
	manyShared    = 0.75 // … and those beyond four half
	firstShared   = -0.3
	mostShared    = 12.0
	wentOn        = 0.7 // the one goes on from the other's changes
	keptOriginal  = -2.0
	mostKept      = -6.0
	otherMatter   = -2.5
	creditUntold  = -2.0
	cutFrom       = 0.3
	earlierChange = 0.7 // of two with the same changes, each change that one has alone
	mostEarlier   = 2.4
	correction    = 1.0 // it says that it corrects an earlier version

	// bar is the score below which an answer is none.
	bar = 0.70
)

// clue is a piece of evidence for an answer, or against it, in words.
type clue struct {
	weight float64
	said   string
}

// answer is a possible source, of a family or of an article's copy: an article of
// the folder, or, if that is -1, a name outside of it.
type answer struct {
	article int
	outside string
	clues   []clue
}

func (a *answer) add(weight float64, said string) {
	if weight != 0 {
		a.clues = append(a.clues, clue{weight, said})
	}
}

func (a *answer) logOdds() (sum float64) {
	for _, c := range a.clues {
		sum += c.weight
	}
	return sum
}

func (a *answer) hasFor() bool {
	return slices.ContainsFunc(a.clues, func(c clue) bool { return c.weight > 0 })
}

// evidence is the clues in words, in the order in which they were added, those
// against it last.
func (a *answer) evidence() []string {
	var list, against []string
	for _, c := range a.clues {
		if c.weight > 0 {
			list = append(list, c.said)
		} else {
			against = append(against, "but "+c.said)
		}
	}
	return append(list, against...)
}

// scores are the probabilities of the answers, of which one at most is right: it
// may be "somebody else", whose log-odds are 0.
func scores(answers []answer) []float64 {
	list, sum := make([]float64, len(answers)), 1.0
	for i := range answers {
		list[i] = math.Exp(answers[i].logOdds())
		sum += list[i]
	}
	for i := range list {
		list[i] /= sum
	}
	return list
}

// best is the number of the answer with the highest score, the first of equals,
// -1 when there is none.
func best(scores []float64) int {
	at := -1
	for i, s := range scores {
		if at < 0 || s > scores[at] {
			at = i
		}
	}
	return at
}
