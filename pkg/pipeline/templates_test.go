package pipeline

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
)

// stories are short reports on different subjects.
var stories = []string{
	"A ferry burned at its berth in Skarholm before dawn and twelve sailors were taken to hospital with smoke in their lungs. The coastguard blamed a fuel pump in the engine room.",
	"Councillors in Tolva voted down the suspension bridge by nine to eight. Opponents fear that lorries would crowd the island's narrow lanes and empty its village shops.",
	"Herring prices fell at Brennick market, where most of the catch is auctioned. Fishermen ask for a duty on cheap imports, which ministers have so far refused to grant.",
	"Doctors at Varland's clinic reported forty cases of measles among pupils of one school. Vaccination begins next week, and parents are advised to keep toddlers at home.",
	"The national orchestra has chosen a cellist of twenty-three as its conductor. She will open the season with a forgotten symphony by a composer who died in exile.",
	"Wolves were seen near Ossa for the first time in eighty years, according to rangers who found tracks in fresh snow. Shepherds want dogs and fences paid by the state.",
	"A goalkeeper saved three penalties and Estmoor reached the cup final. The club had been close to bankruptcy until supporters bought its stadium in a public auction.",
	"Engineers restarted the reactor at Kell after a year of repairs to its cooling towers. Neighbours had sued, but judges found the inspection reports to be complete.",
}

// followUps are five stories on one subject, months apart.
var followUps = []string{
	"Investigators raised the engine of the ferry Skerrow Queen on Tuesday. Commander Tomas Rehn said that divers had found the fuel pump in pieces.",
	"The captain of the Skerrow Queen told a court in Port Hallen that he had reported the faulty fuel pump to the ferry's owners twice before the fire.",
	"Owners of the Skerrow Queen will pay the passengers of the burned ferry, their lawyer said in Port Hallen. Commander Tomas Rehn welcomed the offer.",
	"A memorial to the passengers of the Skerrow Queen was unveiled at the ferry pier of Port Hallen. Survivors of the fire laid wreaths on the water.",
	"The ferry company of the Skerrow Queen was fined for neglect of its fuel pumps. The judge in Port Hallen called the fire an avoidable disaster.",
}

const background = "Twelve people died when fire swept through the car deck of the ferry off the west coast in March, the worst loss at sea in the country since the war."

const pitch = "The Herald brings the islands to your door six days a week, and has done so since the first ferry came."

// linkList is what a machine puts behind the names of ministers.
const linkList = "Ada Dahl Ada Margit DahlMinister defends ferry subsidies Dahl: bridge is dead " +
	"Opinion: the price of a crossing A week that shook the islands MORE"

// withList puts the link list behind the fourth word of a story.
func withList(_ int, story string) string {
	words := strings.SplitN(story, " ", 5)
	return strings.Join(words[:4], " ") + " " + linkList + " " + words[4]
}

// from makes records of texts, some days apart.
func from(outlet string, texts ...string) []record {
	var records []record
	for i, text := range texts {
		records = append(records, record{
			ID: fmt.Sprintf("%s-%d", strings.ToLower(outlet), i), Outlet: outlet,
			Date: fmt.Sprintf("2024-%02d-%02d", 1+i, 3+2*i), Text: text,
		})
	}
	return records
}

// each puts what with makes of them in the place of some stories.
func each(n int, with func(i int, story string) string) []string {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = with(i, stories[i])
	}
	return texts
}

func TestTemplates(t *testing.T) {
	footed := func(footer string) func(int, string) string {
		return func(_ int, story string) string { return story + "\n\n" + footer }
	}
	for _, tt := range []struct {
		name    string
		records []record
		want    []string // the texts left out
	}{
		{"a pitch under three stories", from("Herald", each(3, footed(pitch))...), []string{pitch}},
		{"under two", from("Herald", each(2, footed(pitch))...), nil},
		{"short lines", from("Herald", each(4, footed("The Herald on six days."))...), []string{"The Herald on six days."}},
		{"lines too short to matter", from("Herald", each(4, footed("More on this"))...), nil},
		{"in the middle of a sentence",
			from("Herald", each(4, withList)...), []string{linkList}},
		{"with a number that varies",
			from("Herald", each(4, func(i int, story string) string {
				return fmt.Sprintf("%s\n\nThis is story number %d of the Herald, which the islanders have read at breakfast since 1887 and which is printed in Tolva by the same family.", story, 1000+7*i)
			})...),
			[]string{"of the Herald, which the islanders have read at breakfast since 1887 and which is printed in Tolva by the same family"}},
		{"two titles of a house",
			slices.Concat(from("Herald", each(5, footed(pitch))...), from("Evening", stories[5]+"\n\n"+pitch,
				stories[6]+"\n\n"+pitch, stories[7]+"\n\n"+pitch, prose(1, 3)+"\n\n"+pitch, prose(2, 3)+"\n\n"+pitch)),
			[]string{pitch}},
		{"another outlet quotes it once",
			append(from("Herald", each(5, footed(pitch))...), from("Post", stories[7]+"\n\n"+pitch)...), []string{pitch}},
		{"a wire in many outlets on one day",
			slices.Concat(from("Herald", stories[0]+"\n\n"+background), from("Post", stories[1]+"\n\n"+background),
				from("Gull", stories[2]+"\n\n"+background), from("Times", stories[3]+"\n\n"+background)), nil},
		{"a wire that one of them ran in three stories",
			append(from("Herald", each(3, footed(background))...), from("Post", stories[7]+"\n\n"+background)...), nil},
		{"a wire in many copies of one story, and in five stories of one outlet",
			append(from("Herald", each(5, footed(background))...), copies(8, stories[7]+"\n\n"+background)...), nil},
		{"the background paragraph of five follow-ups", from("Herald", withBackground(followUps)...), nil},
		{"one wire story three times, with updates",
			from("Herald", stories[0]+"\n\n"+background, stories[0]+"\n\n"+background+"\n\nTwo of the sailors have died.",
				"UPDATE: "+stories[0]+"\n\n"+background+"\n\nThree of the sailors have died."), nil},
		{"and in the days between, other stories",
			from("Herald", stories[0]+"\n\n"+background, stories[1], stories[0]+"\n\n"+background+"\n\nTwo of the sailors have died.", stories[2],
				"UPDATE: "+stories[0]+"\n\n"+background+"\n\nThree of the sailors have died."), nil},
		{"nothing is known about the outlets", from("", each(4, footed(pitch))...), nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for i := range tt.want {
				tt.want[i] = strings.TrimRight(tt.want[i], ".") // it goes from word to word
			}
			if diff := cmp.Diff(tt.want, leftOut(t, tt.records)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// copies are a story as so many outlets run it.
func copies(n int, text string) []record {
	var records []record
	for i := range n {
		records = append(records, from(fmt.Sprintf("Post%d", i), text)...)
	}
	return records
}

func withBackground(texts []string) []string {
	var all []string
	for _, text := range texts {
		all = append(all, text+"\n\n"+background)
	}
	return all
}

// leftOut are the texts of the templates that are learned from records.
func leftOut(t *testing.T, records []record) []string {
	t.Helper()
	f := learnFrom(t, records)
	var texts []string
	for _, template := range f.templates {
		texts = append(texts, template.text)
		for _, s := range template.Spans {
			body := bodyOf(&f.Articles[s.Article])
			if strings.Contains(body, template.text) {
				t.Errorf("%s: %q is news text still", f.Articles[s.Article].ID, template.text)
			}
		}
	}
	return texts
}

// learnFrom goes as far as the fingerprints.
func learnFrom(t *testing.T, records []record) *findings {
	t.Helper()
	opts := Defaults()
	r, err := read(context.Background(), []string{"-"}, jsonLines(t, records), opts, Silent{})
	if err != nil || len(r.articles) != len(records) {
		t.Fatalf("%d articles of %d records, error %v", len(r.articles), len(records), err)
	}
	f := &findings{}
	f.Articles = r.articles
	if _, err := f.fingerprint(context.Background(), opts, Silent{}); err != nil {
		t.Fatal(err)
	}
	return f
}

func bodyOf(a *news.Article) string {
	var parts []string
	a.Body(func(s news.Span) { parts = append(parts, a.Text[s.Start:s.End]) })
	return strings.Join(parts, "\n\n")
}

// What is behind an inline template goes on as news text.
func TestInlineTemplateLeavesTheSentence(t *testing.T) {
	f := learnFrom(t, from("Herald", each(3, withList)...))
	for i := range f.Articles {
		words := strings.SplitN(stories[i], " ", 5)
		want := strings.Join(words[:4], " ") + "\n\n" + words[4]
		if diff := cmp.Diff(want, bodyOf(&f.Articles[i])); diff != "" {
			t.Error(diff)
		}
	}
}

// Articles that share nothing but a template are no pair, and a copy is found
// across the place where a template stood in both.
func TestTemplatesLinkNothing(t *testing.T) {
	const sold = "Somebody sold the smallest lighthouse on Ossa for one crown, his neighbours told the bailiff"
	records := from("Herald", append(each(5, withList), withList(0, sold+" on Monday."), withList(0, sold+" of the town."))...)
	r := scanRecords(t, nil, records)
	if len(r.Pairs) != 1 || r.Pairs[0].A != "herald-5" || r.Pairs[0].B != "herald-6" || r.Pairs[0].LongestRun != len(keys(sold)) {
		t.Errorf("pairs %+v", r.Pairs)
	}
}

// Copies that differ in what their outlets put under each story are the same when
// that is left out, and each is linked to all others once.
func TestTemplatesLeaveTwins(t *testing.T) {
	var records []record
	for _, outlet := range []string{"Herald", "Gull", "Times"} {
		footer := "The " + outlet + " brings the islands to your door six days a week, and has done so since the first ferry came."
		records = append(records, from(outlet, each(4, func(i int, story string) string {
			if i > 0 {
				story = strings.ReplaceAll(story, " the ", " "+outlet+" ") + " " + prose(len(outlet)*i, 3)
			}
			return story + "\n\n" + footer
		})...)...)
	}
	r := scanRecords(t, nil, records)
	var got []string
	for _, p := range r.Pairs {
		if p.Class == news.WhollyDerived {
			got = append(got, p.A+" "+p.B)
		}
	}
	if diff := cmp.Diff([]string{"gull-0 herald-0", "gull-0 times-0", "herald-0 times-0"}, got); diff != "" {
		t.Error(diff)
	}
}

// The same templates are learned whatever the order of the records and the
// number of workers.
func TestTemplatesDoNotDependOnOrder(t *testing.T) {
	var records []record
	for _, outlet := range []string{"Herald", "Evening", "Post"} {
		records = append(records, from(outlet, each(8, func(i int, story string) string {
			return prose(i, 1) + " " + story + "\n\n" + strings.Repeat("Read the "+outlet+" every day on paper. ", 1+i%3) + "\n\n" + pitch
		})...)...)
	}
	want := scanRecords(t, everything(1), records)
	random := rand.New(rand.NewPCG(1, 2))
	for _, jobs := range []int{1, 2, 8} {
		random.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		same(t, fmt.Sprintf("%d jobs", jobs), reportJSON(t, want), scanRecords(t, everything(jobs), records))
	}
}

// The report lists what was left out, with its evidence.
func TestBoilerplateIsListed(t *testing.T) {
	footed := func(_ int, story string) string { return story + "\n\n" + pitch }
	records := slices.Concat(from("Herald", each(7, footed)...), from("Evening", stories[7]+"\n\n"+pitch,
		stories[4]+"\n\n"+pitch, stories[5]+"\n\n"+pitch, prose(1, 3)+"\n\n"+pitch, prose(2, 3)+"\n\n"+pitch))
	r := scanRecords(t, nil, records)
	words := len(keys(pitch))
	want := []news.Boilerplate{{
		ID: "b1", Outlet: "Herald", Text: strings.TrimRight(pitch, "."), Words: words, Articles: 12, LeftOut: 12 * words,
		Examples: []string{"evening-0", "evening-1", "herald-2", "evening-4", "herald-6"}, From: "2024-01-03", To: "2024-07-15",
		Evidence: []string{"in 7 articles of Herald", "in 5 articles of Evening", "21 of 21 pairs compared are on different subjects"},
	}}
	if diff := cmp.Diff(want, r.Boilerplate); diff != "" {
		t.Error(diff)
	}
	for _, a := range r.Articles {
		if a.TemplateWords != words || a.BoilerplateWords != words {
			t.Errorf("%s: %d words of templates, %d of boilerplate, want %d", a.ID, a.TemplateWords, a.BoilerplateWords, words)
		}
	}
}
