package provenance

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
)

func TestOutlet(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  string
		from  string // a part of the evidence
	}{
		{"the record says it", []string{"record outlet: Coastal Herald", "masthead: Daily Compass", "body: A ferry burned."},
			"Coastal Herald", "record field outlet"},
		{"masthead and copyright line agree",
			[]string{"masthead: Coastal Herald", "title: Ferry on fire", "body: A ferry burned.", "clutter: © 2024 Coastal Herald. All rights reserved."},
			"Coastal Herald", "masthead, repeated in the copyright line"},
		{"an address repeats the masthead",
			[]string{"byline: date 2024-03-04 CoastalHerald.example", "masthead: CoastalHerald", "title: Ferry on fire", "body: A ferry burned."},
			"CoastalHerald", "masthead, repeated in the"},
		{"copyright line alone", []string{"title: Ferry on fire", "body: A ferry burned.", "clutter: © 1997-2024, Herald Network. All rights reserved."},
			"Herald Network", "copyright line"},
		{"masthead alone", []string{"masthead: Coastal Herald", "title: Ferry on fire", "body: A ferry burned."},
			"Coastal Herald", "masthead"},
		{"dateline that names publisher and agency",
			[]string{"title: Ferry on fire", "dateline: PORT ELLEN (Newsharbor News / Sputnik - 4th March, 2024)", "body: A ferry burned."},
			"Newsharbor News", "dateline"},
		{"the article's address", []string{"record url: https://www.coastalherald.example/2024/03/ferry.html", "body: A ferry burned."},
			"coastalherald.example", "address of the article"},
		{"a photo's copyright is not the outlet's", []string{"caption: A ferry. Photo: Ada Brook", "body: A ferry burned."}, "", ""},
		{"an agency in the copyright line is not the outlet", []string{"title: Ferry on fire", "body: A ferry burned.", "clutter: © Reuters"}, "", ""},
		{"a writer is no masthead", []string{"byline: By Ada Brook", "title: Ferry on fire", "body: A ferry burned."}, "", ""},
		{"menus are no masthead", []string{"masthead: Front SliderNewsWorld", "title: Ferry on fire", "body: A ferry burned."}, "", ""},
		{"nothing", []string{"body: A ferry burned, the Coastal Herald said."}, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := page(t, tt.lines...)
			Identify(&a, DefaultOutlets())
			if a.Outlet.Name != tt.want || !strings.Contains(a.Outlet.Evidence, tt.from) || (tt.want == "") != (a.Outlet.Evidence == "") {
				t.Errorf("outlet %q (%s), want %q (%s)", a.Outlet.Name, a.Outlet.Evidence, tt.want, tt.from)
			}
		})
	}
}

// creditsOf lists the article's credits as "Reuters", or "AFP photo".
func creditsOf(a news.Article) string {
	var list []string
	for _, c := range a.Credits {
		name := c.Agency
		if c.Kind == news.CreditPhoto {
			name += " photo"
		}
		list = append(list, name)
	}
	return strings.Join(list, ", ")
}

func TestCredits(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"dateline", []string{"dateline: PORT ELLEN, March 4 (Reuters) -", "body: A ferry burned."}, "Reuters"},
		{"dateline of a publisher and an agency", []string{"dateline: PORT ELLEN (Newsharbor News / Sputnik - 4th March, 2024)", "body: A ferry burned."}, "Sputnik"},
		{"dateline with the agency's full name", []string{"dateline: PORT ELLEN (The Associated Press) —", "body: A ferry burned."}, "AP"},
		{"dateline of two agencies", []string{"dateline: PORT ELLEN, March 4 (Reuters/AFP) -", "body: A ferry burned."}, "Reuters, AFP"},
		{"byline", []string{"byline: By Reuters Staff", "body: A ferry burned."}, "Reuters"},
		{"byline in capitals", []string{"byline: AGENCE FRANCE-PRESSE", "body: A ferry burned."}, "AFP"},
		{"line below the story", []string{"body: A ferry burned.", "byline: AP"}, "AP"},
		{"with inputs from two", []string{"body: A ferry burned.", "byline: With inputs from PTI and ANI"}, "PTI, ANI"},
		{"copyright line", []string{"body: A ferry burned.", "clutter: © 2024 AFP"}, "AFP"},
		{"author of the record", []string{"record author: Associated Press", "body: A ferry burned."}, "AP"},
		{"an agency's own site", []string{"record outlet: Reuters", "body: A ferry burned."}, "Reuters"},
		{"photo", []string{"caption: The ferry on Monday. Photo: AFP", "body: A ferry burned."}, "AFP photo"},
		{"photo of one agency, words of another", []string{"caption: The ferry. REUTERS/Ada Brook/File Photo", "dateline: PORT ELLEN (AP) —", "body: A ferry burned."}, "Reuters photo, AP"},
		{"photo and words of one agency", []string{"caption: The ferry. Photo: AFP", "dateline: PORT ELLEN (AFP) -", "body: A ferry burned."}, "AFP photo, AFP"},
		{"named often, credited once", []string{"byline: Reuters", "dateline: PORT ELLEN, March 4 (Reuters) -", "body: A ferry burned."}, "Reuters"},

		{"told Reuters", []string{"body: “We saw smoke,” the captain told Reuters."}, ""},
		{"news about an agency", []string{"title: Reuters opens office in Port Ellen", "body: Reuters and AFP said on Monday that they would share it."}, ""},
		{"a menu", []string{"body: A ferry burned.", "clutter: Home World AFP Reuters Sports"}, ""},
		{"letters of another word", []string{"byline: By Pat Apsley", "body: A ferry burned."}, ""},
		{"initials of something else", []string{"byline: By Ada Brook, APEC correspondent", "body: A ferry burned."}, ""},
		{"an address is no credit", []string{"byline: Contact ada@reuters.example", "body: A ferry burned."}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := page(t, tt.lines...)
			Identify(&a, DefaultOutlets())
			if got := creditsOf(a); got != tt.want {
				t.Errorf("credits %q, want %q", got, tt.want)
			}
			checkCredits(t, a)
		})
	}
}

// checkCredits holds the evidence of each credit: it names the agency's line,
// and the span, where there is one, is the form that stands in the text.
func checkCredits(t *testing.T, a news.Article) {
	t.Helper()
	for _, c := range a.Credits {
		if c.Evidence == "" {
			t.Errorf("credit %+v has no evidence", c)
		}
		if c.Span.Len() == 0 {
			continue
		}
		form := a.Text[c.Span.Start:c.Span.End]
		if m, _ := agencyAt(form, news.Span{End: len(form)}, 0); m.agency != c.Agency || m.End != len(form) {
			t.Errorf("credit of %s spans %q", c.Agency, form)
		}
	}
}

// Agencies are credited in the languages that they write in: in datelines,
// bylines, captions and copyright lines.
func TestCreditsInManyLanguages(t *testing.T) {
	for _, tt := range []struct{ language, line, want string }{
		{"English", "dateline: PORT ELLEN, March 4 (Reuters) -", "Reuters"},
		{"English", "byline: Press Association", "PA"},
		{"German", "dateline: Hafenstadt (dpa) -", "dpa"},
		{"German", "dateline: Hafenstadt (dpa/AFP) -", "dpa, AFP"},
		{"German", "byline: Quelle: Deutsche Presse-Agentur", "dpa"},
		{"German", "caption: Die Fähre am Montag. Foto: Ada Brook/dpa", "dpa photo"},
		{"French", "dateline: Port-Ellen, 4 mars 2024 (AFP) -", "AFP"},
		{"French", "byline: Le Courrier avec AFP et Reuters", "AFP, Reuters"},
		{"French", "clutter: © Agence France-Presse", "AFP"},
		{"Spanish", "dateline: Puerto Elena, 4 mar (EFE).-", "EFE"},
		{"Spanish", "byline: Agencia EFE / Europa Press", "EFE, Europa Press"},
		{"Portuguese", "byline: Agência Lusa", "Lusa"},
		{"Portuguese", "byline: Com informações da Agência Brasil", "Agência Brasil"},
		{"Italian", "dateline: (ANSA) - PORTO ELENA, 04 MAR -", "ANSA"},
		{"Russian", "dateline: ПОРТ-ЭЛЛЕН, 4 марта. /ТАСС/.", "TASS"},
		{"Russian", "byline: РИА Новости", "Sputnik"},
		{"Russian", "caption: Паром. Фото: Интерфакс", "Interfax photo"},
		{"Chinese", "dateline: 新华社埃伦港3月4日电", "Xinhua"},
		{"Japanese", "byline: 【共同通信】", "Kyodo"},
		{"Korean", "byline: (포트엘런=연합뉴스)", "Yonhap"},
		{"Hindi", "byline: पीटीआई", "PTI"},
		{"Turkish", "byline: Anadolu Ajansı", "Anadolu"},
		{"Czech", "dateline: Přístav 4. března (ČTK) -", "ČTK"},
		{"Ukrainian", "byline: Укрінформ", "Ukrinform"},
		{"Vietnamese", "byline: TTXVN", "VNA"},
	} {
		t.Run(tt.language+" "+tt.want, func(t *testing.T) {
			a := page(t, tt.line, "body: A ferry burned.")
			Identify(&a, DefaultOutlets())
			if got := creditsOf(a); got != tt.want {
				t.Errorf("%q: credits %q, want %q", tt.line, got, tt.want)
			}
			checkCredits(t, a)
		})
	}
}

// The lexicon: at least sixty agencies; no form stands for two of them, and
// every form is found alone and in a sentence, but not within a longer word.
func TestAgencies(t *testing.T) {
	names, of := map[string]bool{}, map[string]string{}
	for _, forms := range agencies.forms {
		for _, f := range forms {
			names[f.agency] = true
			if other, taken := of[f.text]; taken && other != f.agency {
				t.Errorf("%q is %s and %s", f.text, other, f.agency)
			}
			of[f.text] = f.agency
			for _, text := range []string{f.text, "(" + f.text + ")", "4 March, " + f.text + " -"} {
				found := findAgencies(text, news.Span{End: len(text)})
				if len(found) == 0 || found[0].Agency != f.agency {
					t.Errorf("in %q: %v, want %s", text, found, f.agency)
				}
			}
			if f.text[0] < 0x80 {
				glued := "x" + f.text + "x"
				if found := findAgencies(glued, news.Span{End: len(glued)}); len(found) > 0 && found[0].Span.Start == 1 && found[0].Span.End == len(glued)-1 {
					t.Errorf("%q holds %v", glued, found)
				}
			}
		}
	}
	if len(names) < 60 {
		t.Errorf("%d agencies, want at least 60", len(names))
	}
}

// A wire named only in a span is not found beyond it.
func TestFindAgenciesKeepsToItsSpan(t *testing.T) {
	const text = "AFP, Reuters and AP; AFP"
	for _, tt := range []struct {
		span news.Span
		want string
	}{
		{news.Span{Start: 0, End: len(text)}, "AFP Reuters AP"},
		{news.Span{Start: 0, End: 3}, "AFP"},
		{news.Span{Start: 5, End: 12}, "Reuters"},
		{news.Span{Start: 5, End: 11}, ""},
		{news.Span{Start: 3, End: 5}, ""},
		{news.Span{}, ""},
	} {
		var got []string
		for _, c := range findAgencies(text, tt.span) {
			got = append(got, c.Agency)
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%v: %s", tt.span, diff)
		}
	}
}

func TestShortenKeepsCharactersWhole(t *testing.T) {
	for _, line := range []string{
		strings.Repeat("word ", 60), strings.Repeat("паром ", 60), strings.Repeat("火", 200), strings.Repeat("x", 300), "short",
	} {
		if got := shorten(line); strings.ToValidUTF8(got, "?") != got || len(got) > longestEvidence+len(" …") {
			t.Errorf("%.20q… is shortened to %q", line, got)
		}
	}
}
