package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/source"
)

// A format is told by what a file holds, whatever its name is.
func TestWireIsRecognisedByContent(t *testing.T) {
	for _, tt := range []struct {
		name, data string
		want       wireFormat
	}{
		{"NewsML-G2", `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">`, newsMLG2{}},
		{"a message of NewsML-G2", "\ufeff<!-- a -- b -->\n<newsMessage>", newsMLG2{}},
		{"a prefixed name", `<n:newsItem xmlns:n="x">`, newsMLG2{}},
		{"NewsML 1", `<?xml version="1.0"?><!DOCTYPE NewsML SYSTEM "a.dtd"><NewsML Version="1.2">`, newsML1{}},
		{"NITF", `<nitf>`, nitf{}},
		{"NITF behind a DTD of its own", `<!DOCTYPE nitf [<!ENTITY a "b>">]><nitf>`, nitf{}},
		{"ANPA", "\x16\x16\x01W2870\x1f_asian\r\nr i\x13\x11 BC-VA", anpa{}},
		{"IPTC 7901", "\x01eca0117 3 i 95  dpa 0117\r\n", iptc7901{}},
		{"a page", "<html><body>", nil},
		{"a feed", `<?xml version="1.0"?><rss version="2.0">`, nil},
		{"a text about them", "nitf and <nitf> are words", nil},
		{"a text with a control character", "\x01 of 2: The ferry", nil},
		{"nothing", "", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := wireOf(textWires, []byte(tt.data)); got != tt.want {
				t.Errorf("%T, want %T", got, tt.want)
			}
		})
	}
}

// A record with a text is an article whatever else it has: no format takes it away.
func TestRecordWithATextIsNoWire(t *testing.T) {
	doc := source.Document{Path: "a.json", Format: source.Record, Data: []byte(
		`{"id": "7", "type": "picture", "versioncreated": "2024-03-04T11:37:00Z", "text": "A ferry with 90 people on board caught fire."}`)}
	articles, skips := Articles(doc)
	if len(articles) != 1 || len(skips) != 0 || articles[0].ID != "7" {
		t.Errorf("%d articles, skipped %v", len(articles), skips)
	}
}

func TestWireTime(t *testing.T) {
	for written, want := range map[string]string{
		"2024-03-04T11:37:05.123Z":       "2024-03-04T11:37Z",
		"2024-03-04T11:37:05+0100":       "2024-03-04T11:37+01:00",
		"2024-03-04T11:37:05-03:30":      "2024-03-04T11:37-03:30",
		"20240304T113705Z":               "2024-03-04T11:37Z",
		"20240304T113705+0530":           "2024-03-04T11:37+05:30",
		"20240304T113705":                "2024-03-04T11:37",
		"20240304T1137-0500":             "2024-03-04T11:37-05:00",
		"2024-03-04 11:37:05+00:00":      "2024-03-04T11:37Z",
		" 2024-03-04T11:37 ":             "2024-03-04T11:37",
		"20240304T000000+0100":           "2024-03-04", // what software writes for a day
		"20240304":                       "2024-03-04",
		"2024-03-04":                     "2024-03-04",
		"YYYYMMDD000000-HHMM":            "",
		"0001-01-01T00:00:00":            "",
		"2024-13-04T11:37:05Z":           "",
		"Monday":                         "",
		"":                               "",
		strings.Repeat("2024-03-04", 20): "",
	} {
		if got := wireTime(written).String(); got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
}

// What no agency sends costs no more than its length, and is skipped with a reason.
func TestHostileWires(t *testing.T) {
	const many = 50_000
	story := "<newsItem><contentSet><inlineXML>%s<p>A ferry with 90 people on board caught fire off Skerrow.</p>%s</inlineXML></contentSet></newsItem>"
	for _, tt := range []struct {
		name, data string
		want       string // the reason; empty where it is read
	}{
		{"elements in elements", fmt.Sprintf(story, strings.Repeat("<b>", many), strings.Repeat("</b>", many)), "more than 500000 elements, or nested more than 200 deep"},
		{"elements behind elements", fmt.Sprintf(story, strings.Repeat("<b/>", maxElements), ""), "more than 500000 elements, or nested more than 200 deep"},
		{"many elements", fmt.Sprintf(story, strings.Repeat("<b/>", many), ""), ""},
		{"components in a component", "<NewsML><NewsItem><NewsComponent>" +
			strings.Repeat("<NewsComponent><NewsLines><HeadLine>a</HeadLine></NewsLines></NewsComponent>", many/10) +
			"</NewsComponent></NewsItem></NewsML>", "its text is not in the file, only its description"},
		{"items without an envelope", "<NewsML>" + strings.Repeat("<NewsItem/>", many) + "</NewsML>", "its text is not in the file, only its description"},
		{"sets without a header", "<newsMessage>" + strings.Repeat("<itemSet><newsItem/></itemSet>", many) + "</newsMessage>", "its text is not in the file, only its description"},
		{"end tags alone", "<nitf>" + strings.Repeat("</p>", many), "not valid XML: unexpected end element </p>"},
		{"entities", `<!DOCTYPE nitf [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><nitf><body><body.content><p>` + strings.Repeat("&b;", many) + " said.</p></body.content></body></nitf>", ""},
		{"notes", "<nitf><head><docdata>" + strings.Repeat(`<ed-msg info="a"/>`, many) + "</docdata></head><body><body.content><p>A ferry caught fire off the island.</p></body.content></body></nitf>", ""},
		{"wrapped lines", "\x01eca0117 3 i 95  dpa 0117\r\n\x02" + strings.Repeat("a ferry\r\n", many) + "\x03", ""},
		{"lines above the story", "\x16\x01W2870\x1f_a\nr i\n\x02" + strings.Repeat("^a=\n", many) + "\t   A ferry caught fire off the island.\n\x03", ""},
		{"unset lines", "\x16\x01W2870\x1f_a\nr i\n\x02\t   A ferry\n" + strings.Repeat("caught\n", many) + "fire.\x03", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			articles, skips := Articles(source.Document{Path: "a.xml", Data: []byte(tt.data)})
			reason := ""
			if len(skips) > 0 {
				reason = skips[0].Reason
			}
			if reason != tt.want || (len(articles) == 0) == (tt.want == "") {
				t.Errorf("%d articles, skipped %q, want %q", len(articles), reason, tt.want)
			}
		})
	}
}
