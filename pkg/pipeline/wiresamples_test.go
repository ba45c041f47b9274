package pipeline

import (
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/encoding/charmap"

	"github.com/wireprint/wireprint/pkg/news"
)

// wireSamples is where real dispatches of a dozen agencies lie, which are not part of
// the project.
const wireSamples = "../../../shared/data/wire-formats"

const (
	superdesk = "superdesk-core/tests/io/fixtures/"
	iptc      = "iptc-newsinjson/examples/"
)

// sample says what must become of a real file: how many articles it holds, all of which
// credit the agency, or why it is skipped.
type sample struct {
	file, agency string
	articles     int
	skipped      string
	// read reads the file for the second time, by other means.
	read func(file string) []secondReading
}

// secondReading is what stands in the fields of a file.
type secondReading struct {
	title, byline, dateline, sent string
	paragraphs                    []string
}

var realSamples = []sample{
	{superdesk + "text.xml", "Reuters", 0, "no story text found", nil}, // a byline alone
	{superdesk + "ansa-newsmlg2-text.xml", "ANSA", 1, "", readG2},
	{superdesk + "ansa_culture.xml", "ANSA", 1, "", readG2},
	{superdesk + "ap.xml", "", 3, "", readG2}, // by a company that writes for AP
	{superdesk + "dpa.xml", "dpa", 1, "", readG2},
	{superdesk + "stt1.xml", "STT", 1, "", readG2},
	{superdesk + "stt_archive_newsml_created_date_test.xml", "STT", 1, "", nil}, // its versionCreated is empty
	{superdesk + "stt_archive_newsml_test.xml", "STT", 1, "", nil},
	{superdesk + "stt_newsml_abstract_test.xml", "STT", 1, "", readG2},
	{superdesk + "stt_newsml_endash.xml", "STT", 1, "", readG2},
	{superdesk + "stt_newsml_location_rich.xml", "STT", 1, "", readG2},
	{superdesk + "stt_newsml_location_test.xml", "STT", 1, "", readG2},
	{superdesk + "stt_newsml_no_truncated_text_test.xml", "STT", 1, "", readG2},
	{superdesk + "stt_newsml_note_test.xml", "STT", 1, "", readG2},
	{superdesk + "stt_newsml_subject_test.xml", "STT", 1, "", readG2},
	{superdesk + "stt_newsml_test.xml", "STT", 1, "", readG2},
	{superdesk + "stt_newsml_test_no_hl.xml", "STT", 1, "", readG2},
	{superdesk + "scoop.xml", "", 1, "", nil}, // its head is in the NITF that it holds
	{superdesk + "ritzau_feed.xml", "", 0, "XML of no known kind (its root is <XMLNewsQueuedResponse>)", nil},
	{superdesk + "ritzau_news.xml", "", 0, "XML of no known kind (its root is <RBNews>)", nil},
	{superdesk + "ritzau_news_test_ednote.xml", "", 0, "XML of no known kind (its root is <RBNews>)", nil},
	{superdesk + "picture.xml", "", 0, "a picture, not a story", nil},
	{superdesk + "video.xml", "Reuters", 1, "a video, not a story; sound, not a story; a picture, not a story", nil}, // and its script
	{superdesk + "snep.xml", "", 0, "a list of other items, not a story", nil},
	{superdesk + "LISTING 1 A NewsML-G2 News Item.xml", "", 0, "its text is not in the file, only its description", nil},
	{superdesk + "LISTING 6 Simple NewsML-G2 Package.xml", "", 0, "a list of other items, not a story", nil},

	{superdesk + "afp.xml", "AFP", 1, "", readML1},
	{superdesk + "afp20.xml", "AFP", 1, "", readML1},
	{superdesk + "ana1.xml", "ANA-MPA", 1, "", readML1},
	{iptc + "NewsML/businesswire-newsml-20130515006361.xml", "", 1, "", readML1},
	{iptc + "NewsML/businesswire-newsml-20130605006126.xml", "", 1, "", readML1},
	{iptc + "NewsML/businesswire-newsml-20130612006110.xml", "", 1, "", readML1},
	{iptc + "NewsML/businesswire-newsml-20130731006140.xml", "", 1, "", readML1},

	{superdesk + "aap.xml", "AAP", 1, "", readNITF},
	{superdesk + "aap-1.xml", "AAP", 1, "", readNITF},
	{superdesk + "aap-cyber.xml", "AAP", 1, "", readNITF},
	{superdesk + "aap-finance.xml", "AFP", 1, "", readNITF},
	{superdesk + "aap-finance1.xml", "AAP", 1, "", readNITF},
	{superdesk + "aap-finance-lite.xml", "", 0, "its text is not in the file, only its description", nil},
	{superdesk + "aap-sports.xml", "AAP", 1, "", readNITF},
	{superdesk + "ap-nitf.xml", "AP", 1, "", readNITF},
	{superdesk + "ap_media_text_nitf.xml", "AP", 1, "", readNITF},
	{superdesk + "efe_nitf.xml", "EFE", 1, "", readNITF},
	{superdesk + "handle_invalid_fields.xml", "CP", 1, "", readNITF},
	{superdesk + "mapping_test.xml", "Ritzau", 1, "", readNITF},
	{superdesk + "nitf-ntb.xml", "NTB", 1, "", readNITF},
	{superdesk + "pa1.xml", "PA", 1, "", readNITF},
	{superdesk + "pa2.xml", "PA", 1, "", readNITF},
	{superdesk + "pa3.xml", "PA", 1, "", readNITF},
	{superdesk + "pa4.xml", "PA", 1, "", readNITF},
	{superdesk + "pa5.xml", "PA", 1, "", readNITF},
	{superdesk + "nitf-fishing.xml", "", 0, "cancelled by the agency", nil},

	{superdesk + "ninjs1.json", "AAP", 1, "", readNinjs},
	{superdesk + "ninjs2.json", "Reuters", 1, "", readNinjs},
	{superdesk + "ninjs3.json", "", 0, "a picture, not a story", nil},
	{superdesk + "ninjs4.json", "", 1, "", readNinjs},
	{superdesk + "ninjs5.json", "Reuters", 1, "", readNinjs},
	{superdesk + "ninjs6.json", "", 0, "a picture, not a story", nil},
	{superdesk + "ninjs_embargoed.json", "", 1, "", readNinjs},
	{superdesk + "bbc-ninjs-comp-test.json", "", 1, "", nil}, // within a list
	{superdesk + "bbc-ninjs-text-test.json", "", 1, "", nil},
	{superdesk + "ninjsExMediumText1.json", "AP", 1, "", readNinjs},
	{superdesk + "ninjsExSimpleText1.json", "AP", 1, "", readNinjs},
	{superdesk + "ninjs4_mock.json", "", 0, "no text field (looked for text, body, content, maintext, article, articlebody, full_text, story)", nil},
	{superdesk + "upload_from_url_mock.json", "", 0, "no text field (looked for text, body, content, maintext, article, articlebody, full_text, story)", nil},
	{iptc + "1.4/ninjsExComplex1.json", "AP", 1, "", readNinjs},
	{iptc + "1.4/ninjsExMediumText1.json", "AP", 1, "", readNinjs},
	{iptc + "1.4/ninjsExSimplePhoto1.json", "", 0, "a picture, not a story", nil},
	{iptc + "1.4/businesswire-newsml-20130515006361.json", "", 1, "", readNinjs},
	{iptc + "2.1/dpa_text.json", "dpa", 1, "", readNinjs},
	{iptc + "2.1/ninjsExSimpleText_2.json", "AP", 1, "", readNinjs},
	{iptc + "2.1/tt_text_image_2.json", "TT", 1, "", readNinjs},
	{iptc + "2.1/ap_audio.json", "", 0, "sound, not a story", nil},
	{iptc + "2.1/ap_video.json", "", 0, "a video, not a story", nil},
	{iptc + "2.1/ntb_text.json", "", 0, "its text is not in the file, only its description", nil},
	{iptc + "2.1/imageLinkedRights.json", "", 0, "a picture, not a story", nil},
	{iptc + "3.0/dpa_text.json", "dpa", 1, "", readNinjs},
	{iptc + "3.0/ninjsExSimpleText_3.json", "AP", 1, "", readNinjs},
	{iptc + "3.0/tt_text_image_3.json", "TT", 1, "", readNinjs},
	{iptc + "3.0/simpleEvent.json", "", 0, "a planned event, not a story", nil},
	{iptc + "3.0/SIPA_image_3.json", "", 0, "a picture, not a story", nil},
	{iptc + "3.0/20231008-anti-doping-measures-at-the-tour-down-under-will-be-the-toughest-ever-addb-ninjs-nitf.json", "", 1, "", nil}, // in NITF
	{iptc + "3.0/20231004-UEFA-ChampionLeague.json", "", 0, "a planned event, not a story", nil},
	{iptc + "3.0/20231005-65-addb-event.json", "", 0, "a planned event, not a story", nil},
	{iptc + "3.0/20231016-addb-example-press-conference.json", "", 0, "a planned event, not a story", nil},
	{iptc + "3.0/tt_event_pressconference_3.0.json", "", 0, "a planned event, not a story", nil},
	{iptc + "3.0/collection/20231016-event-timeline-sample.json", "", 0, strings.TrimSuffix(strings.Repeat("a planned event, not a story; ", 14), "; "), nil},
	{iptc + "3.0/ap_audio.json", "", 0, "sound, not a story", nil},
	{iptc + "3.0/ap_image.json", "", 0, "a picture, not a story", nil},
	{iptc + "3.0/ap_video.json", "", 0, "a video, not a story", nil},
	{iptc + "3.0/businesswire-newsml-20130605006126.json", "", 1, "", readNinjs},
	{iptc + "3.0/businesswire-newsml-20130731006140.json", "", 1, "", readNinjs},
	{iptc + "3.0/imageEncodedRights.json", "", 0, "a picture, not a story", nil},
	{iptc + "3.0/imageLinkedRights.json", "", 0, "a picture, not a story", nil},
	{iptc + "3.0/ntb_text.json", "", 0, "its text is not in the file, only its description", nil},
	{iptc + "2.1/SIPA_image_2.json", "", 0, "a picture, not a story", nil},
	{iptc + "2.1/ap_image.json", "", 0, "a picture, not a story", nil},
	{iptc + "2.1/businesswire-newsml-20130605006126.json", "", 1, "", readNinjs},
	{iptc + "2.1/businesswire-newsml-20130731006140.json", "", 1, "", readNinjs},
	{iptc + "2.1/imageEncodedRights.json", "", 0, "a picture, not a story", nil},
	{iptc + "2.1/schema-extension/extension-example.json", "TT", 1, "", readNinjs},
	{iptc + "2.1/schema-extension/extension-schema.json", "", 0, "no text field (looked for text, body, content, maintext, article, articlebody, full_text, story)", nil},
	{iptc + "1.4/businesswire-newsml-20130605006126.json", "", 1, "", readNinjs},
	{iptc + "1.4/businesswire-newsml-20130612006110.json", "", 1, "", readNinjs},
	{iptc + "1.4/businesswire-newsml-20130731006140.json", "", 1, "", readNinjs},
	{iptc + "1.4/ninjs-1-4-examples.json", "", 0, "its text is not in the file, only its description", nil},
	{iptc + "1.4/ninjsExComplex2.json", "AP", 1, "", readNinjs},
	{iptc + "1.4/ninjsExSimpleText1.json", "AP", 1, "", readNinjs},

	{superdesk + "ap_media_text_item.json", "", 0, "its text is not in the file, only its description", nil},
	{superdesk + "ap_media_text_feed.json", "", 0, "its text is not in the file, only its description", nil},
	{superdesk + "ap_media_item.json", "", 0, "a picture, not a story", nil},
	{superdesk + "ap_media_picture.json", "", 0, "a picture, not a story", nil},
	{superdesk + "ap_media_feed.json", "", 0, "a picture, not a story", nil},

	{superdesk + "IPTC7901.txt", "dpa", 1, "", readIPTC},
	{superdesk + "IPTC7901_odd_charset.txt", "dpa", 1, "", readIPTC},
	{superdesk + "dpa_four_line.txt", "dpa", 1, "", readIPTC},
	{superdesk + "dpa_two_by_line.txt", "dpa", 1, "", readIPTC},
	{superdesk + "dpa_two_line.txt", "dpa", 1, "", readIPTC},
	{superdesk + "dpa_copyright.txt", "dpa", 1, "", readIPTC},

	{superdesk + "anpa-1.tst", "AP", 1, "", readANPA},
	{superdesk + "anpa-2.tst", "AP", 1, "", readANPA},
	{superdesk + "anpa-3.tst", "AP", 1, "", readANPA},
	{superdesk + "anpa-4.tst", "AP", 1, "", readANPA},
	{superdesk + "ap_anpa-1.tst", "AP", 1, "", readANPA},
	{superdesk + "ap_anpa-2.tst", "AP", 1, "", readANPA},
	{superdesk + "ap_anpa-3.tst", "AP", 1, "", readANPA},
	{superdesk + "ap_anpa-4.tst", "AP", 1, "", readANPA},
	{superdesk + "ap_anpa-5.tst", "AP", 1, "", readANPA},
	{superdesk + "ap_anpa-6.tst", "AP", 1, "", readANPA},
	{superdesk + "ap_anpa-7.tst", "AP", 1, "", readANPA},
}

// notWires are files of the folder in no format of an agency: mails, feeds and what
// explains the folder.
var notWires = regexp.MustCompile(`README|LICENSE|email|googleform|wordpress_wxr|wenn\.xml`)

// No file of the samples is left out.
func TestWireSamplesAreAll(t *testing.T) {
	if _, err := os.Stat(wireSamples); err != nil {
		t.Skipf("../shared/data/wire-formats is not here: %v", err)
	}
	listed := map[string]bool{}
	for _, s := range realSamples {
		listed[s.file] = true
	}
	err := fs.WalkDir(os.DirFS(wireSamples), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !listed[name] && !notWires.MatchString(name) {
			t.Errorf("%s is not among the samples", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Real dispatches give what stands in their fields, as a second reader finds it by
// other means, and their whole text.
func TestWireSamples(t *testing.T) {
	if _, err := os.Stat(wireSamples); err != nil {
		t.Skipf("../shared/data/wire-formats is not here: %v", err)
	}
	compared := 0
	for _, s := range realSamples {
		t.Run(s.file, func(t *testing.T) {
			path := filepath.Join(wireSamples, s.file)
			r := readFiles(t, path)
			var reasons []string
			for _, skip := range r.skipped {
				reasons = append(reasons, skip.Reason)
			}
			if got := strings.Join(reasons, "; "); len(r.articles) != s.articles || got != s.skipped {
				t.Fatalf("%d articles, skipped %q; want %d, %q", len(r.articles), got, s.articles, s.skipped)
			}
			for i := range r.articles {
				if !creditsWords(&r.articles[i], s.agency) {
					t.Errorf("credits %q, want %s", wireCredits(&r.articles[i]), s.agency)
				}
			}
			if s.read == nil {
				return
			}
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			compareReadings(t, r.articles, s.read(decodeSample(raw)))
			compared += len(r.articles)
		})
	}
	t.Logf("%d files, %d articles compared with a second reading", len(realSamples), compared)
	if compared < 30 {
		t.Errorf("want 30 at least")
	}
}

// creditsWords reports whether an article credits its words to the agency; to none, when
// it is empty, is not asked for.
func creditsWords(a *news.Article, agency string) bool {
	return agency == "" || slices.ContainsFunc(a.Credits, func(c news.Credit) bool {
		return c.Agency == agency && c.Kind == news.CreditText
	})
}

// decodeSample is the text of a file, of UTF-8 or else Latin-1.
func decodeSample(raw []byte) string {
	text := string(raw)
	if strings.ToValidUTF8(text, "") != text {
		text, _ = charmap.Windows1252.NewDecoder().String(text)
	}
	return text
}

func compareReadings(t *testing.T, articles []news.Article, readings []secondReading) {
	t.Helper()
	if len(readings) != len(articles) {
		t.Fatalf("the second reader finds %d stories", len(readings))
	}
	for _, want := range readings {
		i := slices.IndexFunc(articles, func(a news.Article) bool {
			return want.title == "" || lettersOf(a.Title) == lettersOf(want.title)
		})
		if i < 0 {
			t.Errorf("no article has the title of %d bytes that the second reader finds; the first has %q", len(want.title), articles[0].Title)
			continue
		}
		compareReading(t, &articles[i], want)
	}
}

func compareReading(t *testing.T, a *news.Article, want secondReading) {
	t.Helper()
	if got := a.Time.Earliest(); want.sent != "" && a.Time.Zoned && !sentAt(want.sent).Truncate(time.Minute).Equal(got) {
		t.Errorf("issued %s, the file says %s", a.Time, want.sent)
	}
	if want.sent != "" && sentAt(want.sent).Format("2006-01-02 15:04") != clockOf(a.Time) {
		t.Errorf("issued %s, the file says %s", a.Time, want.sent)
	}
	if !strings.Contains(lettersOf(a.Text), lettersOf(want.byline)) {
		t.Errorf("the byline %q is not in the text", want.byline)
	}
	if place := lettersOf(a.Dateline.Place); want.dateline != "" && (place == "" || !strings.Contains(lettersOf(want.dateline), place) && !strings.Contains(place, lettersOf(want.dateline))) {
		t.Errorf("the dateline is %q, the file says %q", a.Dateline.Place, want.dateline)
	}
	text := lettersOf(a.Text)
	var all, body int
	for _, p := range want.paragraphs {
		copyright := strings.Contains(p, "©")
		if p = lettersOf(p); p == "" {
			continue
		}
		if !copyright {
			all += len(p)
		}
		if !strings.Contains(text, p) {
			t.Errorf("%d letters of the story are not in the text, from %.20q on", len(p), p)
		}
	}
	a.Body(func(s news.Span) { body += len(lettersOf(a.Text[s.Start:s.End])) })
	const head = 40 // letters of a dateline
	if float64(body+head) < 0.8*float64(all) {
		t.Errorf("of %d letters in paragraphs %d are news text", all, body)
	}
}

// clockOf is the time of day where the article was sent.
func clockOf(t news.Time) string {
	return time.Date(t.Year, t.Month, t.Day, t.Hour, t.Minute, 0, 0, time.UTC).Format("2006-01-02 15:04")
}

// sentAt reads a time that a second reader found.
func sentAt(s string) time.Time {
	for _, layout := range []string{
		time.RFC3339, "20060102T150405-0700", "20060102T150405Z", "20060102T150405", "2006-01-02T15:04:05-0700", "2006-01-02T15:04:05",
		"2006-01-02 15:04:05-07:00", "02 15:04 Jan 06", "02 15:04 MST Jan 06", "01-02-06 1504MST", "2006-01-02T15:04:05.000Z",
	} {
		if at, err := time.Parse(layout, s); err == nil {
			return at
		}
	}
	return time.Time{}
}

// lettersOf is a text's letters and digits.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

var anyTag = regexp.MustCompile(`(?s)<!--.*?-->|<[^>]*>`)

// inside returns what stands in the first element of a name, without markup.
func inside(markup, name string) string {
	return strings.TrimSpace(html.UnescapeString(anyTag.ReplaceAllString(rawInside(markup, name), " ")))
}

func rawInside(markup, name string) string {
	m := regexp.MustCompile(`(?s)<` + name + `(?:\s[^>]*[^/])?>(.*?)</` + name + `>`).FindStringSubmatch(markup)
	if m == nil {
		return ""
	}
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(m[1]), "<![CDATA["), "]]>")
}

var (
	paragraphElement = regexp.MustCompile(`(?is)<p(?:\s[^>]*)?>(.*?)</p>`)
	tableElement     = regexp.MustCompile(`(?is)<table.*?</table>`)
	issueDate        = regexp.MustCompile(`date\.issue\s+norm="([^"]+)"`)
)

// paragraphsIn are the paragraphs of a piece of markup, but for those in tables.
func paragraphsIn(markup string) []string {
	var all []string
	for _, m := range paragraphElement.FindAllStringSubmatch(tableElement.ReplaceAllString(markup, ""), -1) {
		all = append(all, html.UnescapeString(anyTag.ReplaceAllString(m[1], " ")))
	}
	return all
}

func readNITF(file string) []secondReading {
	title := inside(file, "hl1")
	if title == "" {
		title = inside(file, "title")
	}
	r := secondReading{title: title, byline: inside(file, "byline"), dateline: inside(file, "city"), paragraphs: paragraphsIn(rawInside(file, "body.content"))}
	if m := issueDate.FindStringSubmatch(file); m != nil {
		r.sent = m[1]
	}
	return []secondReading{r}
}

func readG2(file string) []secondReading {
	var all []secondReading
	for _, item := range strings.Split(file, "<newsItem")[1:] {
		if !strings.Contains(item, ":text\"") {
			continue
		}
		content := rawInside(item, "contentSet")
		if main := strings.Index(content, "</header>"); main >= 0 { // of a page: what stands above the story
			content = content[main:]
			content, _, _ = strings.Cut(content, "notepad")
		}
		all = append(all, secondReading{
			title: inside(item, "headline"), byline: inside(item, "by"), dateline: inside(item, "dateline"),
			sent: inside(item, "versionCreated"), paragraphs: paragraphsIn(content),
		})
	}
	return all
}

func readML1(file string) []secondReading {
	dateline, _, _ := strings.Cut(inside(file, "DateLine"), ",")
	if strings.Trim(dateline, "0123456789/") == "" {
		dateline = "" // a day
	}
	content := file
	if body := strings.Index(file, `Role FormalName="Body"`); body >= 0 {
		content = file[body:]
	}
	return []secondReading{{
		title: inside(file, "HeadLine"), byline: inside(file, "ByLine"), dateline: dateline,
		sent: inside(file, "ThisRevisionCreated"), paragraphs: paragraphsIn(rawInside(content, "DataContent")),
	}}
}
