package pipeline

import (
	"encoding/json"
	"regexp"
	"strings"
)

func readNinjs(file string) []secondReading {
	var item struct {
		Headline  string
		Headlines []struct{ Value string }
		Byline    string
		By        string
		// encoding/json does not tell letter case apart: these are of versions 1 to 3.
		VersionCreated string
		BodyXHTML      string `json:"body_xhtml"`
		BodyHTML       string `json:"body_html"`
		Bodies         []struct{ Value, ContentType string }
	}
	if json.Unmarshal([]byte(file), &item) != nil {
		return nil
	}
	r := secondReading{title: item.Headline, byline: item.Byline + item.By, sent: item.VersionCreated, paragraphs: paragraphsIn(item.BodyXHTML + item.BodyHTML)}
	if len(item.Headlines) > 0 {
		r.title = item.Headlines[0].Value
	}
	for _, b := range item.Bodies {
		if strings.Contains(b.ContentType, "html") {
			r.paragraphs = paragraphsIn(b.Value)
			break
		}
	}
	return []secondReading{r}
}

var (
	iptcSent   = regexp.MustCompile(`\x03(\d\d)(\d\d)(\d\d)( GMT)? (\w{3}) (\d\d)`)
	iptcTakes  = regexp.MustCompile(`^(?:[A-Z0-9 ]+|\(.*\))$`)
	anpaSent   = regexp.MustCompile(`\x03AP-WF-(\S+ \d{4}GMT)`)
	anpaHead   = regexp.MustCompile(`(?m)^\^(.*)$`)
	anpaByline = regexp.MustCompile(`(?m)^\^(By .*)=`)
)

// readIPTC reads a message of dpa, whose datelines begin its first paragraphs.
func readIPTC(file string) []secondReading {
	file = strings.ReplaceAll(file, "\r", "")
	_, text, _ := strings.Cut(file, "\x02")
	head, body, _ := strings.Cut(text, "=\n")
	body, _, _ = strings.Cut(body, "\x03")
	body, _, _ = strings.Cut(body, "\n# ")
	var r secondReading
	for line := range strings.Lines(head) {
		switch line = strings.TrimSpace(line); {
		case strings.HasPrefix(line, "By "):
			r.byline = line
		case r.title == "" && !iptcTakes.MatchString(line):
			r.title = line
		}
	}
	r.paragraphs = strings.Split(body, "\n\n")
	if place, _, ok := strings.Cut(strings.TrimSpace(body), " (dpa) - "); ok && len(place) < 40 {
		r.dateline = place
	}
	if m := iptcSent.FindStringSubmatch(file); m != nil {
		r.sent = m[1] + " " + m[2] + ":" + m[3] + m[4] + " " + strings.Replace(m[5], "Okt", "Oct", 1) + " " + m[6]
	}
	return []secondReading{r}
}

// readANPA reads a message of AP.
func readANPA(file string) []secondReading {
	file = strings.ReplaceAll(file, "\r", "")
	_, text, _ := strings.Cut(file, "\x02")
	text, _, _ = strings.Cut(text, "\x03")
	var r secondReading
	lines := anpaHead.FindAllStringSubmatch(text, -1)
	keyword := lines[0][1]
	if _, rest, ok := strings.Cut(keyword, "^"); ok {
		keyword = rest
	}
	r.title = strings.TrimRight(strings.TrimRight(keyword, "< ="), "0123456789")
	if first := strings.IndexAny(text, "\t\b"); len(lines) > 1 && (first < 0 || strings.Index(text, lines[1][0]) < first) {
		r.title = lines[1][1]
	}
	if m := anpaByline.FindStringSubmatch(text); m != nil {
		r.byline = m[1]
	}
	for _, p := range strings.Split(text, "\n\t")[1:] {
		p, _, _ = strings.Cut(p, "\n^")
		p, _, _ = strings.Cut(p, "\n\b")
		r.paragraphs = append(r.paragraphs, p)
		if place, _, ok := strings.Cut(strings.TrimSpace(p), " (AP) _ "); ok && len(place) < 40 {
			r.dateline = place
		}
	}
	if m := anpaSent.FindStringSubmatch(file); m != nil {
		r.sent = m[1]
	}
	return []secondReading{r}
}
