package quote

import (
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// speakerOf is who speaks the i-th stretch.
func (r *Reader) speakerOf(stretches []stretch, i int) Speaker {
	s := stretches[i]
	if r.lexicon == nil {
		return Speaker{}
	}
	if len(s.parts) > 1 {
		for _, speech := range r.speeches {
			if s.Start <= speech.verb && speech.verb < s.End {
				return speech.speaker
			}
		}
	}
	behind, before := r.speechBehind(s), r.speechBefore(stretches, i)
	colon := strings.ContainsAny(r.before(s.Start), ":：")
	switch {
	case before != nil && (colon || behind == nil):
		return before.speaker
	case behind != nil:
		return behind.speaker
	}
	return r.goingOn(stretches, i)
}

// speechBehind is the attribution that stands right behind a quotation.
func (r *Reader) speechBehind(s stretch) *speech {
	const near = 2
	for k := range r.speeches {
		speech := &r.speeches[k]
		if speech.extent.Start >= s.End && speech.extent.Start <= s.End+near && r.sentence[speech.verb] == r.sentence[s.Start] &&
			r.classes[s.End]&stop == 0 {
			return speech
		}
	}
	return nil
}

// speechBefore is the last attribution before it in its sentence.
func (r *Reader) speechBefore(stretches []stretch, i int) *speech {
	s := stretches[i]
	for _, speech := range slices.Backward(r.speeches) {
		if speech.verb >= s.Start || r.sentence[speech.verb] != r.sentence[s.Start] {
			continue
		}
		// What stands right behind another quotation is that one's.
		if i > 0 && stretches[i-1].End <= speech.extent.Start && speech.extent.Start <= stretches[i-1].End+1 &&
			r.ends(s.Start-1) && !strings.ContainsAny(r.before(s.Start), ":：") && r.indexOf(news.Range{Start: speech.extent.End, End: s.Start}, participle|say) < 0 &&
			r.sentence[stretches[i-1].Start] != r.sentence[s.Start] {
			continue
		}
		return &speech
	}
	return nil
}

// goingOn is the speaker of a quotation that nothing is said about: the one of the
// quotation before it, if nothing but its attribution stands between them.
func (r *Reader) goingOn(stretches []stretch, i int) Speaker {
	s := stretches[i]
	if i == 0 || !r.alone(s) {
		return Speaker{}
	}
	before := stretches[i-1]
	if r.para[s.Start]-r.para[before.End-1] > 1 {
		return Speaker{}
	}
	first := r.sentence[before.Start]
	var found *speech
	for k := range r.speeches {
		if at := r.speeches[k].verb; r.sentence[at] >= first && at < s.Start {
			if found != nil && found.speaker.Name != r.speeches[k].speaker.Name {
				return Speaker{}
			}
			found = &r.speeches[k]
		}
	}
	if found != nil && r.sentence[s.Start]-r.sentence[found.verb] <= 1 {
		return found.speaker
	}
	if found == nil && i > 1 && before.End == s.Start {
		return r.goingOn(stretches, i-1)
	}
	return Speaker{}
}

// alone reports a quotation that is its whole sentence.
func (r *Reader) alone(s stretch) bool {
	own := func(i int) bool {
		return i < 0 || i >= r.Words.Len() || r.sentence[i] != r.sentence[s.Start] || r.quoted[i]
	}
	return own(s.Start-1) && own(s.End)
}
