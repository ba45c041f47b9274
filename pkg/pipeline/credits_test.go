package pipeline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Story files as they are scraped, each crediting its agency in another way;
// what is credited must come out of the file and not out of its structure being
// known.
func TestCreditsOfScrapedFiles(t *testing.T) {
	const story = "A ferry with 212 people aboard caught fire off the island of Skerrow on Monday and four of them died, the coastguard said.\n\n" +
		"The blaze broke out on the car deck of the Queen of Varland shortly before dawn, and lifeboats took the passengers ashore.\n"
	const title = "Ferry burns off the island of Skerrow\n\n"
	for _, tt := range []struct{ name, text, want string }{
		{"dateline", title + "PORT ELLEN, March 4 (Reuters) - " + story, "Reuters text"},
		{"dateline of publisher and agency", title + "PORT ELLEN (Newsharbor News / Sputnik - 4th March, 2024) " + story, "Sputnik text"},
		{"byline", title + "By Associated Press\n\n" + story, "AP text"},
		{"with inputs", title + story + "\n(With inputs from PTI and AFP)\n", "PTI text, AFP text"},
		{"additional reporting", title + story + "\nAdditional reporting by AFP\n", "AFP text"},
		{"source line", title + story + "\nSource: Xinhua\n", "Xinhua text"},
		{"sign-off", title + story + "\n(AFP)\n", "AFP text"},
		{"photo", title + story + "\nThe ferry on Monday. Photo: AFP\n", "AFP photo"},
		{"file photo", title + "The ferry burns off Skerrow, March 4, 2024. REUTERS/Ada Brook/File Photo\n\n" + story, "Reuters photo"},
		{"told Reuters", title + story + "\nThe captain told Reuters by telephone on Monday evening that there had been only minutes to get people off.\n", ""},
		{"German", "Fähre brennt vor der Insel Skerrow\n\nHafenstadt (dpa) - Eine Fähre mit 212 Menschen an Bord ist am Montag vor der Insel Skerrow in Brand geraten, vier Menschen starben, wie die Küstenwache mitteilte.\n", "dpa text"},
		{"French", "Un ferry en feu au large de l'île de Skerrow\n\nPort-Ellen, 4 mars 2024 (AFP) - Un ferry transportant 212 personnes a pris feu lundi au large de l'île de Skerrow et quatre d'entre elles sont mortes, selon les garde-côtes.\n", "AFP text"},
		{"Portuguese", "Ferry em chamas ao largo da ilha de Skerrow\n\nPorto Elena, 04 mar 2024 (Lusa) -- Um ferry com 212 pessoas a bordo incendiou-se na segunda-feira ao largo da ilha de Skerrow e quatro delas morreram, disse a guarda costeira.\n", "Lusa text"},
		{"Italian", "Traghetto in fiamme al largo dell'isola di Skerrow\n\n(ANSA) - PORTO ELENA, 04 MAR - Un traghetto con 212 persone a bordo ha preso fuoco lunedì al largo dell'isola di Skerrow e quattro di loro sono morte, ha detto la guardia costiera.\n", "ANSA text"},
		{"Turkish", "Skerrow adası açıklarında feribot yangını çıktı\n\nPORT ELLEN (AA) - Skerrow adası açıklarında pazartesi günü 212 kişiyi taşıyan bir feribotta yangın çıktı ve dört kişi öldü, sahil güvenlik açıkladı.\n", "Anadolu text"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			folder := t.TempDir()
			if err := os.WriteFile(filepath.Join(folder, "story.txt"), []byte(tt.text), 0o600); err != nil {
				t.Fatal(err)
			}
			r := scan(t, nil, folder)
			if len(r.Articles) != 1 {
				t.Fatalf("%d articles, skipped %v", len(r.Articles), r.Run.Skipped)
			}
			var got []string
			for _, c := range r.Articles[0].Agencies {
				got = append(got, c.Name+" "+c.Kind)
			}
			if strings.Join(got, ", ") != tt.want {
				t.Errorf("credits %q, want %q", strings.Join(got, ", "), tt.want)
			}
		})
	}
}
