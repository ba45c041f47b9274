package extract

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNextOdd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOfN(rapid.OneOf(
			rapid.ByteRange(' ', '~'), rapid.ByteRange(' ', '~'), rapid.ByteRange(' ', '~'), rapid.Just(byte('\n')), rapid.Byte(),
		), 0, 60).Draw(t, "text"))
		text = strings.Repeat("x", rapid.IntRange(0, 20).Draw(t, "before")) + text
		from := rapid.IntRange(0, len(text)).Draw(t, "from")
		want := from
		for want < len(text) && (text[want] == '\n' || ' ' <= text[want] && text[want] <= '~') {
			want++
		}
		if got := nextOdd(text, from); got != want {
			t.Errorf("%d, want %d of %q from %d", got, want, text, from)
		}
	})
}

// TestNextOddByte: every byte, at every place of eight, beside every kind of byte.
func TestNextOddByte(t *testing.T) {
	for _, fill := range []string{"a", " ", "~", "\n"} {
		for at := range 8 {
			for c := range 256 {
				s := strings.Repeat(fill, at) + string([]byte{byte(c)}) + strings.Repeat(fill, 7-at)
				want := len(s)
				if c != '\n' && (c < ' ' || c > '~') {
					want = at
				}
				if got := nextOdd(s, 0); got != want {
					t.Fatalf("%d, want %d of %q", got, want, s)
				}
			}
		}
	}
}
