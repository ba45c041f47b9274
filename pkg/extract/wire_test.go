package extract

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/source"
)

// wireFile holds the dispatches of an agency, with dateline and time apart from their
// texts. It is not part of the project.
const wireFile = "../../../shared/data/wire/docs.jsonl.gz"

type dispatch struct{ Title, Text, Date, Dateline string }

func readDispatches(t *testing.T) (dispatches []dispatch, lines [][]byte) {
	t.Helper()
	file, err := os.Open(wireFile)
	if err != nil {
		t.Skipf("../shared/data is not here: %v", err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	scanner := bufio.NewScanner(unzipped)
	scanner.Buffer(nil, 1<<20)
	for scanner.Scan() {
		var d dispatch
		if err := json.Unmarshal(scanner.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		dispatches = append(dispatches, d)
		lines = append(lines, append([]byte(nil), scanner.Bytes()...))
	}
	if err := scanner.Err(); err != nil || len(dispatches) < 20000 {
		t.Fatalf("%d dispatches: %v", len(dispatches), err)
	}
	return dispatches, lines
}

// Of the dispatches that carry a dateline with a day, .98 must get its place and day
// when it stands in their text, and of all that carry a time .98 must get this.
func TestWireDatelinesAndTimes(t *testing.T) {
	dispatches, lines := readDispatches(t)
	var datelines, times wireScore
	for i, d := range dispatches {
		record, _ := Articles(source.Document{Path: "wire.jsonl", Format: source.Record, Data: lines[i]})
		if at, err := time.Parse("2-Jan-2006 15:04:05.00", d.Date); err == nil && len(record) == 1 {
			times.count(t, d.Date, record[0].Time.String(), unzoned(news.TimeOf(at)).String())
		}
		want, ok := datelineOf(d.Dateline)
		if !ok || strings.TrimSpace(d.Text) == "" {
			continue
		}
		story := d.Title + "\n\n" + strings.TrimSpace(d.Dateline) + " " + d.Text
		text, _ := Articles(source.Document{Path: "wire.txt", Format: source.Text, Data: []byte(story)})
		got := ""
		if len(text) > 0 {
			got = text[0].Dateline.Place + " | " + text[0].Dateline.Time.String() + " | " + text[0].Time.String()
		}
		datelines.count(t, d.Dateline, got, want)
	}
	t.Logf("datelines: %s; times: %s", datelines, times)
	for _, s := range []wireScore{datelines, times} {
		if s.all < 15000 || s.share() < .98 {
			t.Errorf("%s, below the bar of .98", s)
		}
	}
}

// datelineOf reads a dateline of the form "PLACE, Month day -", as the outcome is
// written. Others, garbled ones among them, are no gold.
func datelineOf(line string) (want string, ok bool) {
	m := wireDateline.FindStringSubmatch(strings.TrimSpace(line))
	if m == nil {
		return "", false
	}
	month, err := time.Parse("Jan", m[2])
	if err != nil {
		return "", false
	}
	day := fmt.Sprintf("XXXX-%02d-%02s", month.Month(), m[3])
	return m[1] + " | " + day + " | " + day, true
}

var wireDateline = regexp.MustCompile(`^([A-Z][\w.,' -]*?) ?,? +(?i:(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.? (\d{1,2}) -$`)

type wireScore struct{ all, right int }

// count adds a dispatch, and logs the first that is wrong.
func (s *wireScore) count(t *testing.T, of, got, want string) {
	s.all++
	if got == want {
		s.right++
	} else if s.all-s.right <= 12 {
		t.Logf("%s: %q, want %q", of, got, want)
	}
}

func (s wireScore) share() float64 { return float64(s.right) / float64(s.all) }
func (s wireScore) String() string {
	return fmt.Sprintf("%d of %d right, %.4f", s.right, s.all, s.share())
}
