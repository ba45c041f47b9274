package report_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"image"
	_ "image/png"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/report"
)

var updateGallery = flag.Bool("update-gallery", false, "take the pictures that README.md shows anew")

const (
	galleryFolder = "../../.github/gallery"
	galleryText   = "testdata/gallery.txt" // what stands in each picture
	pictureBytes  = 150_000                // at most
	pictureScale  = 1.25                   // pixels of a picture to one of the page
)

// picture is a view of the report on testdata/newsroom that README.md shows.
type picture struct {
	name          string
	width, height int64 // of the window
	night         bool
	place         string
	prepare       string   // is done in the page before the picture is taken
	shows         []string // words that give the picture its sense
}

// What is done in the page before some of the pictures.
const (
	toTheTexts = "document.querySelector('.beside.heads').scrollIntoView()"
	toTheFlows = "document.querySelector('.figure.wide').scrollIntoView()"
	openedCell = "document.getElementById('s-matrix').scrollIntoView(); document.querySelector('.cell.edited').click()"
)

// pictures are those of the gallery. The places are of the report r.
func pictures(r *news.Report) []picture {
	const ferryFire = "Ferry fire off Varland kills 12, dozens rescued from Skerrow Sound"
	return []picture{
		{name: "overview", width: 1200, height: 760, place: "#/", shows: []string{ferryFire, "Agency credited"}},
		{name: "matrix", width: 1200, height: 760, place: eventAddress(r), prepare: openedCell,
			shows: []string{"Who ran which paragraph", "Globe & Beacon (varland-ferry.html)", "Twelve people were killed"}},
		{name: "side-by-side", width: 1200, height: 760, prepare: toTheTexts,
			place: address("pair", "2024-03/reuters/varland-ferry-fire-wire.txt", "2024-03/globe-and-beacon/varland-ferry.html"),
			shows: []string{ferryFire, "Dozens pulled from icy sea after Varland ferry catches fire"}},
		{name: "network", width: 1200, height: 760, place: "#/network", prepare: toTheFlows, shows: []string{"Reuters", "Harnesund Post", "Left: whose words they are."}},
		{name: "audit", width: 1200, height: 760, place: "#/audit", shows: []string{"Credit audit", "Daily Compass", "names nobody, though the article it took the copy from does"}},
		{name: "phone", width: 390, height: 844, night: true, place: eventAddress(r), prepare: openedCell,
			shows: []string{"Globe & Beacon (varland-ferry.html)"}},
	}
}

// README.md shows the pictures of the gallery and no others. Each is a PNG of the size
// that its window had, and the words in it are still the report's.
func TestGallery(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var shown []string
	for _, m := range regexp.MustCompile(`(?:\]\(|src=")(\.github/gallery/[^)" ]+)`).FindAllStringSubmatch(string(readme), -1) {
		shown = append(shown, filepath.Base(m[1]))
	}
	files, err := filepath.Glob(galleryFolder + "/*")
	if err != nil {
		t.Fatal(err)
	}
	for i := range files {
		files[i] = filepath.Base(files[i])
	}
	r := scan(t, "../../testdata/newsroom", true)
	recorded, said := galleryWords(t), pageWords(t, r)
	var names []string
	for _, p := range pictures(r) {
		name := p.name + ".png"
		names = append(names, name)
		if !slices.Contains(shown, name) {
			t.Errorf("README.md does not show %s", name)
		}
		checkPicture(t, p)
		for _, words := range p.shows {
			if !strings.Contains(strings.Join(recorded[name], "\n"), words) {
				t.Errorf("%q does not stand in %s (go test ./pkg/report -run Gallery -update-gallery takes it anew)", words, name)
			}
			if !strings.Contains(said, words) {
				t.Errorf("%q stands in %s, and in the report no more", words, name)
			}
		}
	}
	for _, name := range append(shown, files...) {
		if !slices.Contains(names, name) {
			t.Errorf("no picture of the gallery is called %s", name)
		}
	}
}

func checkPicture(t *testing.T, p picture) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(galleryFolder, p.name+".png"))
	if err != nil {
		t.Error(err)
		return
	}
	if len(data) > pictureBytes {
		t.Errorf("%s has %d bytes", p.name, len(data))
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || format != "png" {
		t.Errorf("%s is no PNG: %s %v", p.name, format, err)
		return
	}
	if want := pictureSize(p); image.Pt(config.Width, config.Height) != want {
		t.Errorf("%s is %d by %d, its window %v", p.name, config.Width, config.Height, want)
	}
}

// pictureSize is the size of a picture in its own pixels.
func pictureSize(p picture) image.Point {
	return image.Pt(int(math.Round(float64(p.width)*pictureScale)), int(math.Round(float64(p.height)*pictureScale)))
}

// pageWords is all that the report's page can say: what its program has it say, and
// what the report holds.
func pageWords(t *testing.T, r *news.Report) string {
	t.Helper()
	var page, held bytes.Buffer
	if err := report.HTML(&page, r); err != nil {
		t.Fatal(err)
	}
	encoder := json.NewEncoder(&held)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(r); err != nil {
		t.Fatal(err)
	}
	text := page.String() + held.String()
	for _, a := range r.Articles { // which the page names by outlet and file, where the outlet has several
		text += fmt.Sprintf("\n%s (%s)", a.Outlet, filepath.Base(a.ID))
	}
	return text
}

// galleryWords are the words that stand in each picture, as written down when it was
// taken.
func galleryWords(t *testing.T) map[string][]string {
	t.Helper()
	archive, err := txtar.ParseFile(galleryText)
	if err != nil {
		t.Fatal(err)
	}
	words := make(map[string][]string)
	for _, f := range archive.Files {
		words[f.Name] = strings.Split(strings.TrimSpace(string(f.Data)), "\n")
	}
	return words
}
