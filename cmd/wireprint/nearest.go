package main

import "fmt"

// didYouMean returns "; did you mean …?" with the name nearest to the one that
// was typed, or nothing when none is near.
func didYouMean(typed string, names []string) string {
	if near := nearest(typed, names); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}

// nearest returns the name that is the fewest slips away from what was typed,
// the first of several. It returns nothing when all are further away than a
// third of the letters typed.
func nearest(typed string, names []string) string {
	best, limit := "", max(1, len([]rune(typed))/3)
	for _, name := range names {
		if d := editDistance(typed, name); d <= limit {
			best, limit = name, d-1
		}
	}
	return best
}

// editDistance counts the letters to insert, delete, replace, or swap with
// their neighbour that make b of a (optimal string alignment).
func editDistance(a, b string) int {
	s, t := []rune(a), []rune(b)
	d := make([][]int, len(s)+1)
	for i := range d {
		d[i] = make([]int, len(t)+1)
		d[i][0] = i
	}
	for j := range t {
		d[0][j+1] = j + 1
	}
	for i := 1; i <= len(s); i++ {
		for j := 1; j <= len(t); j++ {
			replace := d[i-1][j-1]
			if s[i-1] != t[j-1] {
				replace++
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, replace)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(s)][len(t)]
}
