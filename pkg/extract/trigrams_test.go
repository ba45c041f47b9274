package extract

import (
	"testing"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"
	"pgregory.net/rapid"
)

// samples are half a kilobyte or less of text in several languages.
var samples = []string{
	"A ferry burned at its berth on Monday and twelve people were taken to hospital, the coastguard said.",
	"Un ferry a brûlé lundi à quai et douze personnes ont été hospitalisées, ont annoncé les garde-côtes.",
	"Im Hafen ist am Montag eine Fähre ausgebrannt, zwölf Menschen kamen nach Angaben der Küstenwache ins Krankenhaus.",
	"Un transbordador ardió el lunes en el puerto y doce personas fueron hospitalizadas, informó la guardia costera.",
	"Prom spłonął w poniedziałek w porcie, a dwanaście osób trafiło do szpitala, podała straż przybrzeżna.",
	"Pazartesi günü limanda bir feribot yandı ve on iki kişi hastaneye kaldırıldı, sahil güvenlik açıkladı.",
	"Một chiếc phà đã bốc cháy tại bến hôm thứ Hai và mười hai người được đưa vào bệnh viện.",
	"Skarholm FC 3, Tolva United 1; Port Ellen 0, Alder Town 0 (abandoned)",
	"HALVORSEN, Ines; MOE, Lena; BROOK, Ada", "xq zzx qqv", "¡¿…!?", "ǅ İI ıi ſ",
}

// TestLatinLanguage: every guess is whatlanggo's.
func TestLatinLanguage(t *testing.T) {
	check := func(t reporter, text string) {
		t.Helper()
		info := whatlanggo.Detect(text)
		if info.Script != unicode.Latin {
			return
		}
		want := ""
		if info.IsReliable() {
			want = info.Lang.Iso6391()
		}
		if got := latinLanguage(text); got != want {
			t.Errorf("%q, want %q for %q", got, want, text)
		}
	}
	for _, s := range samples {
		check(t, s)
	}
	rapid.Check(t, func(t *rapid.T) {
		var text string
		for range rapid.IntRange(1, 4).Draw(t, "pieces") {
			s := rapid.SampledFrom(samples).Draw(t, "sample")
			from := rapid.IntRange(0, len(s)-1).Draw(t, "from")
			text += s[runeStart(s, from):] + rapid.StringN(0, 3, -1).Draw(t, "between")
		}
		check(t, text)
	})
}

func BenchmarkLatinLanguage(b *testing.B) {
	b.SetBytes(int64(len(samples[2])))
	b.ReportAllocs()
	for b.Loop() {
		latinLanguage(samples[2])
	}
}
