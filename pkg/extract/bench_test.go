package extract

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/source"
)

// benchStory is as long as most, with paragraphs of the lengths that agencies write
// and what sites put around them.
var benchStory = strings.Join([]string{
	"Ferry burns at Skarholm pier, twelve hurt",
	"By Ines Halvorsen",
	"5 March 2024, 09:48",
	"SKARHOLM, March 4 (Reuters) - A ferry burned at its berth in Skarholm on Monday and twelve people were taken to hospital, the coastguard said.",
	strings.Repeat("The Northern Island Line has halted all its sailings between Skarholm and Tolva until its three remaining ferries have been searched by inspectors – a day's work, it said, for each of them.\n\n"+
		"“We smelled smoke long before the alarm on the car deck went off,” said one of two deckhands who were on board - and who asked not to be named because the inquiry has not heard them yet. The pumps had failed twice in that week, he said, and nobody had come from the mainland to see to them.\n\n"+
		"It sailed in 1998.\n\n"+
		"The fire began in the engine room shortly before dawn and reached the car deck within minutes, according to the harbour master, who had the pier cleared and the boats of the fishing fleet called in to take off those passengers who could not reach the gangway; by seven o'clock, when the tugs from Port Ellen arrived, the ship was burning from end to end and had begun to list, and it took them until noon to tow her clear of the pier.\n\n", 5),
	"Photo: Lena Moe/AFP",
	"Recent Stories",
	"Council votes down the bridge",
	"© 2024 The Tolva Post. All rights reserved.",
}, "\n\n")

func BenchmarkStructure(b *testing.B) {
	b.SetBytes(int64(len(benchStory)))
	b.ReportAllocs()
	for b.Loop() {
		structure(news.Article{ID: "a"}, benchStory, false)
	}
}

func BenchmarkRecord(b *testing.B) {
	data, err := json.Marshal(map[string]any{
		"id": 7, "url": "https://tolva.example/ferry", "outlet": "The Tolva Post", "topic": "shipping",
		"date": "2024-03-05T09:48:00Z", "title": "Ferry burns at Skarholm pier, twelve hurt", "text": benchStory,
	})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		Articles(source.Document{Path: "a.jsonl", Record: 1, Format: source.Record, Data: data})
	}
}
