package drift

import (
	"strings"
	"testing"
)

// BenchmarkCompare reads an invented paragraph and two carriers of it, of which one
// changed nothing but a word. Before words were asked what they can begin it took
// 2.50 ms and 26,434 allocations, with that 0.20 ms and 340.
func BenchmarkCompare(b *testing.B) {
	const text = `The ferry “Alder Star” ran aground off Gullen on Monday with more than 1,200 people on board, and two of its crew of 48 were
hurt, the coastguard said. Rescue boats took four hours to bring the passengers to the harbour, where a school had been opened
for them. "We heard a noise and then the lights went out," said Ida Moen, 34, a teacher from Brennick. The company, which runs
eleven ferries between the islands, did not say whether the captain had been warned of the wind. An inquiry was opened at
6:30 p.m. by the ministry of transport, which had grounded a ship of the same yard in March 2029.`
	source := Wording{Text: text, Lang: "en"}
	carriers := []Wording{
		{Text: strings.Replace(text, "a noise", "a loud noise", 1), Lang: "en"},
		{Text: strings.Replace(text, "four hours", "five hours", 1), Lang: "en"},
	}
	b.SetBytes(3 * int64(len(text)))
	for b.Loop() {
		s := NewSource(source)
		for _, c := range carriers {
			s.Compare(c)
		}
	}
}
