package provenance

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestIsPaper(t *testing.T) {
	for name, want := range map[string]bool{
		"The Alder Courier": true, "Hafenzeitung": true, "NewsHarbor": true, "L'ÉCHO DU LITTORAL": true, "Вестник Скерроу": true,
		"斯凯罗日报": true, "港湾新聞": true, "항구일보": true, "صحيفة المرفأ": true, "बंदरगाह समाचार": true, "Εφημερίδα του Λιμανιού": true,
		"Ada Brook": false, "Skerrow": false, "World News": false, "News": false, "Latest Headlines": false, "新闻": false, "Zeitung": true,
		"Media": false, "": false, "On The Hill": false, "Email Bio Follow": false,
	} {
		if got := isPaper(name); got != want {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}

func TestCopyrightOwner(t *testing.T) {
	for line, want := range map[string]string{
		"© 1997-2024, Herald Network. All rights reserved.":    "Herald Network",
		"Herald Network © 2024":                                "Herald Network",
		"Copyright (c) 2024 by the Herald":                     "Herald",
		"Copyright © 2024 The Herald":                          "The Herald",
		"© 2024 Dow & Sons Ltd. Alle Rechte vorbehalten":       "Dow & Sons Ltd",
		"© 2024 herald.example. Todos los derechos reservados": "",
		"© «Вестник», 2001–2024. Все права защищены":           "Вестник",
		"© 2024. All rights reserved":                          "",
		"©":                                                    "",
		"":                                                     "",
		"© 2024 a b c d e f g":                                 "",
		"© The law on copyright is to be changed, the minister says.": "",
	} {
		if got := copyrightOwner(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

// Whatever stands in a line, a name that is found in it is a piece of it.
func FuzzNamesInLines(f *testing.F) {
	for _, seed := range []string{"© 2024 Herald", "Ferry on fire | Alder Courier", "UrduPoint News / Sputnik - 19th July, 2021", "TARNBY COURIER 5 March 2024", "\xff©\xff", "(c) "} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{copyrightOwner(text), siteBehind(text), datelinePublisher(text), mastheadIn(text)} {
			if utf8.ValidString(text) && !strings.Contains(strings.Join(strings.Fields(text), " "), strings.Join(strings.Fields(name), " ")) {
				t.Errorf("%q is not in %q", name, text)
			}
		}
	})
}
