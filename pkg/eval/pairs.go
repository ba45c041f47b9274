package eval

// isIn reports whether the report has both articles.
func (p LabelledPair) isIn(predicted map[string]string) bool {
	_, a := predicted[p.A]
	_, b := predicted[p.B]
	return a && b
}

// isJoined reports whether the report, which has both, puts them together.
func (p LabelledPair) isJoined(predicted map[string]string) bool {
	return predicted[p.A] == predicted[p.B]
}

// comparePairs scores predicted labels against labelled pairs. What the
// prediction says about other pairs is neither right nor wrong.
func comparePairs(pairs []LabelledPair, predicted map[string]string) Scores {
	var s Scores
	articles := make(map[string]bool)
	for _, p := range pairs {
		if !p.isIn(predicted) {
			continue
		}
		articles[p.A], articles[p.B] = true, true
		s.JudgedPairs++
		joined := p.isJoined(predicted)
		if p.Same {
			s.GoldPairs++
		}
		if joined {
			s.PredictedPairs++
		}
		if p.Same && joined {
			s.TruePairs++
		}
	}
	s.Articles = len(articles)
	s.rate()
	return s
}

// wrongPairs are the first pairs that the report parts though they belong
// together, and the first that it joins though they do not.
func wrongPairs(pairs []LabelledPair, predicted map[string]string, worst int) (parted, joined []LabelledPair) {
	parted, joined = []LabelledPair{}, []LabelledPair{}
	for _, p := range pairs {
		if !p.isIn(predicted) || p.isJoined(predicted) == p.Same {
			continue
		}
		switch {
		case p.Same && len(parted) < worst:
			parted = append(parted, p)
		case !p.Same && len(joined) < worst:
			joined = append(joined, p)
		}
	}
	return parted, joined
}
