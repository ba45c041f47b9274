package source

import (
	"testing"

	"pgregory.net/rapid"
)

// Looking at eight bytes at once finds what looking at each finds.
func TestControlsOfManyBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := rapid.SliceOf(rapid.OneOf(rapid.Byte(), rapid.SampledFrom([]byte("\x00\x08\t\n\f\r\x1f ~\x7f\x80\xff")))).Draw(t, "data")
		if got, want := controls(data), controlsEach(data); got != want {
			t.Errorf("%d control characters, want %d", got, want)
		}
	})
}
