package report_test

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/rogpeppe/go-internal/txtar"
)

// The page still says all that the pictures of the gallery show. Asked to, it takes
// them anew; the pictures need eyes then.
func TestBrowserGallery(t *testing.T) {
	r := scan(t, "../../testdata/newsroom", true)
	parent, file := startBrowser(t), pageFile(t, r)
	if *updateGallery {
		takeGallery(t, func(p picture) *browser { return showPicture(t, show(t, parent, file, p.width, p.height), p) }, pictures(r))
		return
	}
	recorded := galleryWords(t)
	for _, p := range pictures(r) {
		b := showPicture(t, show(t, parent, file, p.width, p.height), p)
		says := value[[]string](b, wordsOf("true"))
		for _, words := range recorded[p.name+".png"] {
			if !slices.Contains(says, words) {
				t.Errorf("%s shows %q, and the page no more (go test ./pkg/report -run Gallery -update-gallery takes it anew)", p.name, words)
			}
		}
	}
}

// showPicture brings the page to where a picture is taken.
func showPicture(t *testing.T, b *browser, p picture) *browser {
	t.Helper()
	b.run(chromedp.EmulateViewport(p.width, p.height, chromedp.EmulateScale(pictureScale)), dark(p.night))
	b.at(p.place)
	if p.prepare != "" {
		b.run(evaluated(p.prepare))
		time.Sleep(100 * time.Millisecond) // the matrix is drawn with the next frame
	}
	return b
}

// takeGallery writes the pictures, and what stands in them.
func takeGallery(t *testing.T, open func(picture) *browser, all []picture) {
	t.Helper()
	archive := &txtar.Archive{Comment: []byte("The words in each picture of .github/gallery, written with it:\n" +
		"go test ./pkg/report -run Gallery -update-gallery\n\n")}
	for _, p := range all {
		b := open(p)
		words := value[[]string](b, wordsOf("inWindow(range)"))
		archive.Files = append(archive.Files, txtar.File{Name: p.name + ".png", Data: []byte(strings.Join(words, "\n") + "\n")})
		var shot []byte
		b.run(chromedp.CaptureScreenshot(&shot))
		taken, err := png.Decode(bytes.NewReader(shot))
		if err != nil {
			t.Fatal(err)
		}
		var small bytes.Buffer
		if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&small, inFewColours(taken)); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(galleryFolder, p.name+".png"), small.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(galleryText, txtar.Format(archive), 0o666); err != nil {
		t.Fatal(err)
	}
}

// wordsOf is a program that lists the pieces of text in the page whose range passes a
// test, as far as they are there to be seen.
func wordsOf(test string) string {
	return `(() => {
		const inWindow = (range) => Array.from(range.getClientRects()).some((r) => r.width > 0 && r.top >= 0 && r.bottom <= innerHeight && r.left >= 0 && r.right <= innerWidth);
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [], range = document.createRange();
		while (walker.nextNode()) {
			const node = walker.currentNode, text = node.data.replace(/\s+/g, ' ').trim();
			range.selectNodeContents(node);
			if (/\p{L}/u.test(text) && node.parentElement.checkVisibility() && !node.parentElement.closest('.unseen, option') && ` + test + `) found.push(text);
		}
		return Array.from(new Set(found));
	})()`
}

// inFewColours is a picture in its 256 most frequent colours. A page has few but for
// the edges of its letters, whose shades lie close together.
func inFewColours(taken image.Image) image.Image {
	count := make(map[color.RGBA]int)
	bounds := taken.Bounds()
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			count[color.RGBAModel.Convert(taken.At(x, y)).(color.RGBA)]++
		}
	}
	frequent := slices.SortedFunc(maps.Keys(count), func(a, b color.RGBA) int {
		return cmp.Or(count[b]-count[a], cmp.Compare(brightness(a), brightness(b)))
	})
	palette := make(color.Palette, 0, 256)
	for _, c := range frequent[:min(256, len(frequent))] {
		palette = append(palette, c)
	}
	few := image.NewPaletted(bounds, palette)
	draw.Draw(few, bounds, taken, bounds.Min, draw.Src)
	return few
}

// brightness tells colours apart, so that they have one order.
func brightness(c color.RGBA) uint32 {
	return uint32(c.G)<<16 | uint32(c.R)<<8 | uint32(c.B)
}
