package extract

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// encode writes a text in the charset of the given label.
func encode(t testing.TB, label, text string) []byte {
	t.Helper()
	e, _ := charset.Lookup(label)
	if e == nil {
		t.Fatal("no charset ", label)
	}
	data, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(label, err)
	}
	return data
}

func TestDecode(t *testing.T) {
	const (
		german  = "Die Fähre über den Fluß fährt täglich um zwölf Uhr, sagte die Bürgermeisterin der Küstenstadt."
		russian = "Паром через реку отправляется каждый день в полдень, сказала мэр прибрежного города."
		japan   = "川を渡るフェリーは毎日正午に出発すると、海辺の町の市長は語った。天気が悪い日は運休する。"
		chinese = "渡轮每天中午出发，沿海城市的市长说。天气不好的时候会停航，居民们表示理解。"
	)
	for _, tt := range []struct {
		name, declared string
		data           []byte
		want           string
	}{
		{"UTF-8", "", []byte(german), german},
		{"byte order mark", "iso-8859-1", []byte("\xef\xbb\xbf" + german), german},
		{"UTF-16 little end first", "", []byte("\xff\xfeF\x00\xe4\x00h\x00r\x00e\x00"), "Fähre"},
		{"UTF-16 big end first", "", []byte("\xfe\xff\x00F\x00\xe4\x00h\x00r\x00e"), "Fähre"},
		{"declared", "iso-8859-2", encode(t, "iso-8859-2", "Prom płynie powoli, mówiła burmistrz"), "Prom płynie powoli, mówiła burmistrz"},
		{"declared wrongly", "iso-8859-1", []byte(german), german},
		{"declared as what does not exist", "utf-99", []byte(german), german},
		{"declared as UTF-8 and is not", "utf-8", encode(t, "windows-1252", german), german},
		{"declared seven-bit", "iso-2022-jp", encode(t, "iso-2022-jp", japan), japan},
		{"guessed German", "", encode(t, "windows-1252", german), german},
		{"guessed Russian", "", encode(t, "windows-1251", russian), russian},
		{"guessed KOI8", "", encode(t, "koi8-r", russian), russian},
		{"guessed Japanese", "", encode(t, "shift_jis", japan), japan},
		{"guessed EUC", "", encode(t, "euc-jp", japan), japan},
		{"guessed Chinese", "", encode(t, "gb18030", chinese), chinese},
		{"guessed late", "", encode(t, "windows-1251", strings.Repeat("The ferry sails. \n", 1000)+russian), strings.Repeat("The ferry sails. \n", 1000) + russian},
		{"line ends", "", []byte("a\r\nb\rc\n"), "a\nb\nc\n"},
		{"NULs", "", []byte("fer\x00ry"), "ferry"},
		{"cut off inside a character", "", []byte("Fähre f\xc3"), "Fähre f"},
		{"a damaged place", "", []byte(strings.Repeat("ä", 30) + "\xff" + "ö"), strings.Repeat("ä", 30) + "\uFFFDö"},
		{"nothing", "", nil, ""},
	} {
		got, err := decode(tt.data, tt.declared)
		if err != nil || got != tt.want {
			t.Errorf("%s: got %q, %v, want %q", tt.name, got, err, tt.want)
		}
	}
}

func TestDecodeRefusesWhatIsNoText(t *testing.T) {
	for _, data := range []string{
		strings.Repeat("\x01\x02\x03", 40),
		strings.Repeat("\x81\x8d\x8f\x90\x9d\xff\xfe\x01", 40),
	} {
		if got, err := decode([]byte(data), ""); !errors.Is(err, errNotText) {
			t.Errorf("%q: got %q, %v", data[:8], got, err)
		}
	}
}

func TestGuessIsRepeatable(t *testing.T) {
	data := encode(t, "windows-1252", "Zwölf Fähren") // too short to be sure
	want, _ := decode(data, "")
	for range 50 {
		if got, _ := decode(data, ""); got != want {
			t.Fatalf("%q, then %q", want, got)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{"", "The ferry", "F\xe4hre", "\xff\xfeF\x00", "\xfe\xff\xd8\x00", "\xef\xbb\xbf", "\x1b$B", "a\r\r\n\x00"} {
		f.Add([]byte(seed), "")
		f.Add([]byte(seed), "shift_jis")
	}
	f.Fuzz(func(t *testing.T, data []byte, declared string) {
		text, err := decode(data, declared)
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\r\x00") {
			t.Errorf("%q", text)
		}
		if err == nil && declared == "" && utf8.Valid(data) && !strings.ContainsAny(string(data), "\r\x00\uFEFF") && text != string(data) {
			t.Errorf("valid text %q became %q", data, text)
		}
	})
}
