package provenance

import (
	"strings"
	"testing"
)

// BenchmarkIdentify reads a long story with a masthead, a byline, captions and
// the lines of a page around it.
func BenchmarkIdentify(b *testing.B) {
	lines := []string{
		"masthead: Coastal Herald", "title: Ferry burns off Skerrow", "byline: By Ada Brook, Associated Press",
		"dateline: PORT ELLEN, March 4 (Reuters) -",
	}
	for range 10 {
		lines = append(lines,
			"body: "+strings.Repeat("The Northern Island Line has halted all its sailings between Port Ellen and Skerrow, an AP reporter was told. ", 8),
			"body: “We smelled smoke,” the captain told Reuters.",
			"body: Пожар начался в машинном отделении незадолго до рассвета, сообщили спасатели. "+strings.Repeat("Людей сняли с борта катера. ", 10))
	}
	lines = append(lines, "caption: The ferry at the Reuters pier on Monday. Photo: Lena Moe/AFP", "byline: With inputs from PTI and ANI")
	for range 20 {
		lines = append(lines, "clutter: Council votes down the bridge to the island of Skerrow")
	}
	lines = append(lines, "clutter: © 2024 Coastal Herald. All rights reserved.")
	article := page(b, lines...)
	b.SetBytes(int64(len(article.Text)))
	b.ReportAllocs()
	for b.Loop() {
		a := article
		Identify(&a, DefaultOutlets())
	}
}
