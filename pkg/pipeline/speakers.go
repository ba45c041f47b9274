package pipeline

import (
	"cmp"
	"slices"
)

// speakers are the articles that stand for their families when events are
// looked for: all of a small family; of a large one the fullest, the first and
// the last, so that ten thousand copies cost no more than a few.
type speakers struct {
	articles []int  // ascending
	speaks   []bool // by article
	number   []int  // by family: how many speak for it
}

// Articles that speak for a large family.
const (
	mostSpeakers    = 6
	fullestSpeakers = mostSpeakers - 2 // besides the first and the last
)

func (f *findings) speakers() speakers {
	s := speakers{speaks: make([]bool, len(f.Articles)), number: make([]int, len(f.Families))}
	for i, family := range f.Families {
		chosen := slices.Clone(family.Articles)
		if len(chosen) > mostSpeakers {
			slices.SortStableFunc(chosen, func(a, b int) int {
				return cmp.Compare(f.Texts[b].Len(), f.Texts[a].Len())
			})
			last := len(family.Articles) - 1
			chosen = append(chosen[:fullestSpeakers], family.Articles[0], family.Articles[last])
		}
		for _, a := range chosen {
			if !s.speaks[a] {
				s.speaks[a] = true
				s.number[i]++
			}
		}
	}
	for a, speaks := range s.speaks {
		if speaks {
			s.articles = append(s.articles, a)
		}
	}
	return s
}
