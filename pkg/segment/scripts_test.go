package segment

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/wireprint/wireprint/pkg/news"
)

// TestScriptsFold: what readers of a language take for the same words is the
// same, however it was typed.
func TestScriptsFold(t *testing.T) {
	for _, tt := range []struct {
		name string
		same []string
	}{
		{"Latin, capitals", []string{"Élysée", "ÉLYSÉE", "élysée", "e\u0301lyse\u0301e", "Ｅ\u0301ｌｙｓｅ\u0301ｅ"}},
		{"Latin, ligatures", []string{"œuvre", "oeuvre", "ŒUVRE", "Oeuvre"}},
		{"Latin, ligatures of print", []string{"affiche", "aﬃche", "AFFICHE", "af\u00adfiche"}},
		{"German sharp s", []string{"Straße", "STRASSE", "STRAẞE", "Strasse", "straße"}},
		{"German broken line", []string{"Küstenwache", "Küsten-\nwache", "Küsten\u00adwache", "Küsten\u00ad\nwache", "Küsten\u2010\nwache"}},
		{"Turkish dotted I", []string{"İstanbul", "istanbul", "ISTANBUL", "İSTANBUL", "I\u0307stanbul", "Istanbul"}},
		{"Turkish dotless i", []string{"sınır", "SINIR"}},
		{"Vietnamese, composed and not", []string{"Tiếng", "TIẾNG", "tie\u0302\u0301ng", "tiê\u0301ng"}},
		{"Vietnamese dot and breve, in either order", []string{"cặp", "ca\u0323\u0306p", "ca\u0306\u0323p", "CẶP"}},
		{"long s", []string{"Waſſer", "Wasser"}},
		{"apostrophes", []string{"l'État", "l’État", "lʼÉtat", "l＇État", "L’ÉTAT", "l État"}},
		{"dashes", []string{"Süd-Pier", "Süd‐Pier", "Süd‑Pier", "Süd–Pier", "Süd Pier"}},
		{"wide letters", []string{"ＡＩ２０", "AI20", "ai20"}},
		{"Cyrillic", []string{"ПАРОМ", "паром", "Паром"}},
		{"Russian yo", []string{"ёлка", "елка", "ЁЛКА", "е\u0308лка"}},
		{"Russian stress", []string{"за\u0301мок", "замок"}},
		{"Cyrillic short i", []string{"край", "краи\u0306", "КРАЙ"}},
		{"Ukrainian apostrophe", []string{"п’ять", "п'ять", "пʼять", "П’ЯТЬ"}},
		{"Greek sigma", []string{"Πύργος", "ΠΥΡΓΟΣ", "ΠΎΡΓΟΣ", "πύργοσ", "πυ\u0301ργος"}},
		{"Greek accents", []string{"Μαΐου", "ΜΑΪΟΥ", "ΜΑΙΟΥ", "Μαι\u0308\u0301ου"}},
		{"Greek of old", []string{"ἀρχή", "αρχή", "ΑΡΧΗ", "ἀρχὴ"}},
		{"micro sign", []string{"µ", "μ", "Μ"}},
		{"Arabic tatweel", []string{"الميناء", "المينـــاء", "المـيناء"}},
		{"Arabic vowels", []string{"محمد", "مُحَمَّد", "محمّد"}},
		{"Arabic alef", []string{"الإمارات", "الامارات", "الا\u0655مارات"}},
		{"Arabic waw with hamza", []string{"مسؤول", "مسو\u0654ول"}},
		{"Arabic forms of print", []string{"سلام", "ﺳﻼﻡ"}},
		{"Persian keyboards", []string{"یک", "يك"}},
		{"joiners and marks of direction", []string{"میخواهم", "می\u200cخواهم", "می\u200fخواهم", "\u202bمیخواهم\u202c"}},
		{"Hebrew points", []string{"שלום", "שָׁלוֹם", "שׁלום"}},
		{"Hebrew forms of print", []string{"שבת", "\ufb2aבת"}},
		{"Hebrew gershayim", []string{`צה"ל`, "צה״ל", "צה”ל", "צה ל"}},
		{"Hebrew maqaf", []string{"תל־אביב", "תל-אביב", "תל אביב"}},
		{"Devanagari nukta", []string{"सड़क", "सड\u093cक", "सडक"}},
		{"Devanagari nukta, composed", []string{"\u0929", "\u0928\u093c", "न"}},
		{"Devanagari joiners", []string{"क्षेत्र", "क्\u200dषेत्र", "क्\u200cषेत्र"}},
		{"Devanagari anusvara", []string{"पाँच", "पांच"}},
		{"Hangul", []string{"한국", norm.NFD.String("한국")}},
		{"kana, wide and narrow", []string{"ガス", "ｶﾞｽ", "カ\u3099ス"}},
		{"kana, the long vowel", []string{"フェリー", "ﾌｪﾘｰ"}},
		{"ideographs of compatibility", []string{"神", "\ufa19"}},
		{"variation selectors", []string{"神", "神\ufe00", "神\U000e0100"}},
		{"Thai am", []string{"น้ำ", "น\u0e4d\u0e49า", "น\u0e49\u0e4dา"}},
		{"Thai tone before the vowel", []string{"ที่", "ท\u0e48\u0e35"}},
		{"Thai ae typed as two", []string{"แม่", "เเม่"}},
		{"Thai, broken words", []string{"เรือเฟอร์รี่", "เรือ เฟอร์รี่", "เรือ\u200bเฟอร์รี่"}},
		{"digits", []string{"12", "１２", "١٢", "۱۲", "१२", "১২", "๑๒", "໑໒", "𝟏𝟐"}},
		{"thousands", []string{"12,000", "１２，０００", "١٢٬٠٠٠", "१२,०००", "๑๒,๐๐๐"}},
		{"decimals", []string{"3.5", "３．５", "٣٫٥", "३.५"}},
		{"Chinese with letters and digits", []string{"第12次AI会议", "第１２次ＡＩ会议"}},
		{"units", []string{"50㎞", "５０㎞", "50km"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			want := wordKeys(tt.same[0])
			if len(want) == 0 {
				t.Fatalf("%q has no words", tt.same[0])
			}
			for _, s := range tt.same[1:] {
				if got := wordKeys(s); !slices.Equal(got, want) {
					t.Errorf("%+q and %+q are not the same words", tt.same[0], s)
				}
			}
		})
	}
}

func wordKeys(text string) []uint32 {
	var s Sequence
	s.AddParagraph(text, news.Span{End: len(text)})
	return s.Keys
}

// TestScriptsDiffer: what makes another word stays.
func TestScriptsDiffer(t *testing.T) {
	for _, pair := range [][2]string{
		{"12", "15"}, {"１２", "１５"}, {"١٢", "١٥"}, {"१२", "१५"}, {"๑๒", "๑๕"}, {"۱۲", "۱۵"},
		{"1.2", "12"}, {"١٫٢", "١٢"}, {"１．２", "１２"}, {"½", "12"}, {"十二", "十五"},
		{"café", "cafe"}, {"schön", "schon"}, {"bạn", "bán"}, {"ngày", "ngay"},
		{"край", "краи"}, {"мір", "мир"}, {"їх", "іх"},
		{"πάντα", "πέντε"}, {"كتب", "كتاب"}, {"مدرسة", "مدرسه"}, {"שלום", "שלוש"},
		{"कम", "काम"}, {"दिन", "दीन"}, {"सड़क", "सरक"},
		{"ガス", "カス"}, {"ひと", "ヒト"}, {"ビル", "ビール"}, {"大", "太"},
		{"มา", "ม้า"}, {"ใกล้", "ไกล"}, {"เสือ", "เสื่อ"}, {"한국", "한글"},
	} {
		if slices.Equal(wordKeys(pair[0]), wordKeys(pair[1])) {
			t.Errorf("%q and %q are the same", pair[0], pair[1])
		}
	}
}

// TestScriptsNormalForms: whatever letters and marks follow each other, their
// normal forms and their capitals are the same words.
func TestScriptsNormalForms(t *testing.T) {
	for _, tt := range []struct{ name, letters string }{
		{"Latin", "aeiouAEIOUnNsSdDßœæİơưđ\u0301\u0300\u0302\u0308\u0303\u0323\u0306\u031b\u0327\u00ad.,-'12"},
		{"Cyrillic", "аеиоуйёїґѓќАЕИЙЁ\u0301\u0306\u0308\u0300ʼ-"},
		{"Greek", "αειουηωςσΑΕΙΟΥΗΩάΐϋἀᾳ\u0301\u0308\u0300\u0313\u0342"},
		{"Arabic", "اأإآويىؤئءبتكک\u0653\u0654\u0655\u064b\u0651\u0640\u200c١٢٫"},
		{"Hebrew", "אבשיוהכל\u05b0\u05b7\u05bc\u05c1\u05c2\ufb2a\ufb4b״"},
		{"Devanagari", "कखगजडनरळ\u0929\u0931\u0934\u0958\u095c\u093c\u094d\u093f\u0940\u0901\u0902\u200d१२"},
		{"Bengali", "কডয\u09dc\u09cb\u09cc\u09c7\u09d7\u09bc\u09cd"},
		{"Tamil", "கொோௌெோ\u0bcd\u0bd7"},
		{"Thai", "กนมเแโาำะ\u0e31\u0e34\u0e38\u0e48\u0e49\u0e4d\u0e4c๑"},
		{"Khmer", "កខគរាិ\u17d2"},
		{"kana", "かがカガはぱヴーゞｶﾊﾞﾟ\u3099\u309a・「"},
		{"Hangul", "한국각가ᄀ\u1161\u11a8"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			letters := []rune(tt.letters + " ")
			rapid.Check(t, func(t *rapid.T) {
				text := string(rapid.SliceOfN(rapid.SampledFrom(letters), 1, 8).Draw(t, "text"))
				want := wordKeys(text)
				for _, form := range []string{norm.NFC.String(text), norm.NFD.String(text), norm.NFKC.String(text), norm.NFKD.String(text), strings.ToUpper(text)} {
					if got := wordKeys(form); !slices.Equal(got, want) {
						t.Errorf("%+q and %+q are not the same words", text, form)
					}
				}
			})
		})
	}
}

// TestScriptsSplit: where words begin and end, and what one character is in
// scripts without spaces.
func TestScriptsSplit(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"L’État, c’est « moi »", "L|État|c|est|moi"},
		{"Die Küsten-\nwache", "Die|Küsten-\nwache"},
		{"в 12,5 раза — «Паром-2»", "в|12,5|раза|Паром|2"},
		{"الساعة ١٢٫٥، اليوم", "الساعة|١٢٫٥|اليوم"},
		{"\u202bمرحبا\u202c \u200fبكم\u200f", "مرحبا|بكم"},
		{"דובר צה״ל, תל־אביב", "דובר|צה|ל|תל|אביב"},
		{"घाट पर १२,००० लोग।", "घाट|पर|१२,०००|लोग"},
		{"2024年３月12日，AI技术", "2024|年|３|月|12|日|AI|技|术"},
		{"ﾌｪﾘｰがﾄﾞｱ", "ﾌ|ｪ|ﾘ|ｰ|が|ﾄﾞ|ア"},
		{"ジョン・スミス氏「時々」", "ジ|ョ|ン|ス|ミ|ス|氏|時|々"},
		{"เจ้าหน้าที่ ๑๒ คน", "เจ้า|ห|น้า|ที่|๑๒|ค|น"},
		{"เพราะน้ำ", "เพ|ราะ|น้ำ"},
		{"ຜູ້ນຳ", "ຜູ້|ນຳ"},
		{"ក្រុង។", "ក្រុ|ង"},
		{"한국 사람", "한국|사람"},
		{"ـــــ", ""},
	} {
		if got := strings.Join(words(tt.text), "|"); got != strings.ReplaceAll(tt.want, "ア", "ｱ") {
			t.Errorf("words of %q:\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

func TestScriptsQuote(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"French", "« C’est grave », a-t-il dit, ajoutant : «Nous partons.»", " C’est grave |Nous partons."},
		{"French, within", "Il parle d’une «affaire ‹grave› en mer»", "affaire ‹grave› en mer"},
		{"Swiss, single", "die ‹grosse Gefahr› droht", "grosse Gefahr"},
		{"German", "„Das Schiff brennt“, sagte er. „Wir gehen.”", "Das Schiff brennt|Wir gehen."},
		{"German, single", "das sei ‚sehr ernst‘ gewesen", "sehr ernst"},
		{"German books", "»Das Schiff brennt«, sagte er, das sei ›ernst‹.", "Das Schiff brennt|ernst"},
		{"Swedish", "”Vi lämnar skeppet”, sade han. »Nu.»", "Vi lämnar skeppet|Nu."},
		{"a closing mark left over", "he said.”But the ship burned", ""},
		{"Russian", "«Паром горит», — сказал он, “очень сильно”.", "Паром горит|очень сильно"},
		{"Greek", "«Το πλοίο καίγεται», είπε.", "Το πλοίο καίγεται"},
		{"Arabic", `قال: "السفينة تحترق"، وأضاف: «نغادر» و“الآن”.`, "السفينة تحترق|نغادر|الآن"},
		{"Hebrew", `דובר צה"ל אמר: "הספינה עולה באש", ומנכ"לית החברה הוסיפה.`, "הספינה עולה באש"},
		{"Hebrew, an acronym inside", `הוא אמר: "דו"חות צה"ל והמו"מ שגויים" והלך`, `דו"חות צה"ל והמו"מ שגויים`},
		{"Hebrew, behind a prefix", `כך נכתב ב"הארץ" וב"ידיעות אחרונות" אתמול`, "הארץ|ידיעות אחרונות"},
		{"Hebrew, at the end", `כך אמר דובר צה"ל`, ""},
		{"Hebrew gershayim as quotes", "היא אמרה: ״צה״ל מסייע לנו״, והלכה", "צה״ל מסייע לנו"},
		{"Hindi", "उन्होंने कहा, “नौका जल रही है।” और गए", "नौका जल रही है।"},
		{"Chinese", "他说:“渡轮起火了。”随后离开,“很严重”", "渡轮起火了。|很严重"},
		{"Chinese, straight", `他说"渡轮起火了"随后离开`, "渡轮起火了"},
		{"Japanese", "船長は「『出火』と聞いた」と話した。｢大変｣", "『出火』と聞いた|大変"},
		{"Thai", "เขากล่าวว่า “เรือไฟไหม้” แล้วจากไป", "เรือไฟไหม้"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, q := range quotations(tt.text) {
				got = append(got, tt.text[q.Start:q.End])
			}
			if s := strings.Join(got, "|"); s != tt.want {
				t.Errorf("quotations of %q:\n got %s\nwant %s", tt.text, s, tt.want)
			}
		})
	}
}

func TestScriptsEndSentences(t *testing.T) {
	for _, text := range []string{
		"Le navire brûle.", "Nous partons. »", "sagte er.“", "сказал он.»", "Πού είναι\u037e", "قال ذلك.", "أين؟\u200f", "یہ ہے۔",
		"אמר.״", "यह है।", "यह है॥", "渡轮起火。”", "本当か？」", "終わった｡", "终于结束。）", "เรือไฟไหม้", "เขาไปแล้ว”", "ນ້ຳ", "រួចហើយ។", "ပြီး။", "ተጠናቀቀ።",
	} {
		if !EndsSentence(text) {
			t.Errorf("%q does not end a sentence", text)
		}
	}
	for _, text := range []string{"", "Le navire", "сказал", "渡轮起火", "船が、", "नौका जल", "قال", "אמר,", "๑๒"} {
		if EndsSentence(text) {
			t.Errorf("%q ends a sentence", text)
		}
	}
}

// TestScriptsDoNotAllocate: words of no script cost memory of their own.
func TestScriptsDoNotAllocate(t *testing.T) {
	const text = "Straße œuvre I\u0307stanbul за\u0301мок краи\u0306 ὁδός مسؤول שָׁלוֹם क्षेत्र सड\u093cक ｶﾞｽ 東京 เจ้าหน้าที่ 한국 ㎞ ١٢٫٥ ½"
	var s Sequence
	if n := testing.AllocsPerRun(100, func() {
		s.Reset()
		s.AddParagraph(text, news.Span{End: len(text)})
	}); n > 0 && !raceDetector {
		t.Errorf("%v allocations", n)
	}
}
