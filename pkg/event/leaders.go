package event

// Leaders puts vectors into rough groups in one pass (leader clustering, Hartigan
// 1975): each joins the nearest of those leaders before it that its query asks
// for, or becomes a leader itself. groups tells, by vector, the number of its
// leader. Where many vectors are alike, as the daily tables of a wire are, each is
// compared with a few: 21,371 dispatches have 6.7 million pairs, and with their
// average linkage instead of leaders finding events took 5.6 s, not 1.4.
func Leaders(vectors []Vector, queries []Query) (groups []int) {
	s := NewSearch(vectors, queries)
	l := leaders{search: s, scores: make([]float64, len(vectors))}
	groups = make([]int, len(vectors))
	for b := range vectors {
		leader, ok := l.nearest(b)
		if !ok {
			leader = b
			s.Add(b)
		}
		groups[b] = leader
	}
	return groups
}

type leaders struct {
	search  *Search   // of leaders alone
	scores  []float64 // by vector
	touched []int32
}

// nearest is the leader with the highest cosine; of equals, the first.
func (l *leaders) nearest(b int) (leader int, ok bool) {
	v, q := l.search.vectors[b], l.search.queries[b]
	l.touched = l.touched[:0]
	for _, c := range v {
		for _, e := range l.search.in(c.rank, q) {
			if l.scores[e.vector] == 0 {
				l.touched = append(l.touched, e.vector)
			}
			l.scores[e.vector] += float64(c.weight) * float64(e.weight)
		}
	}
	best := 0.0
	for _, a := range l.touched {
		cosine := l.scores[a] + dot(l.search.vectors[a][:l.search.cuts[a]], v)
		l.scores[a] = 0
		if cosine >= l.search.least(int(a), b) && (cosine > best || cosine == best && int(a) < leader) {
			leader, best, ok = int(a), cosine, true
		}
	}
	return leader, ok
}
