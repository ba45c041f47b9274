package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/wireprint/wireprint/pkg/news"
)

func TestJSONGolden(t *testing.T) {
	var b strings.Builder
	if err := JSON(&b, nameless()); err != nil {
		t.Fatal(err)
	}
	golden(t, "json", b.String())

	b.Reset()
	if err := JSONL(&b, nameless()); err != nil {
		t.Fatal(err)
	}
	golden(t, "jsonl", b.String())
}

// Both forms read back as the report that was written.
func TestReadJSONRoundTrip(t *testing.T) {
	for name, report := range map[string]*news.Report{
		"bridge": bridge(), "hostile": hostile(), "full": oneOfEach(), "empty": {},
	} {
		report.Schema = news.Schema
		if len(report.Run.Options) == 0 {
			report.Run.Options = json.RawMessage("{}")
		}
		for form, write := range forms {
			var b bytes.Buffer
			if err := write(&b, report); err != nil {
				t.Fatal(err)
			}
			got, err := ReadJSON(&b)
			if err != nil {
				t.Errorf("%s as %s: %v", name, form, err)
				continue
			}
			want := validUTF8(report)
			if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("%s as %s (-want +got):\n%s", name, form, diff)
			}
		}
	}
}

// validUTF8 is the report as any JSON encoder has to change it.
func validUTF8(r *news.Report) *news.Report {
	walkStrings(reflect.ValueOf(r).Elem(), func(s string) string {
		return string([]rune(s)) // U+FFFD for each byte that is not UTF-8
	})
	return r
}

func TestReadJSONAcceptsOtherLayouts(t *testing.T) {
	for name, in := range map[string]string{
		"sorted keys":        `{"articles": [{"id": "a"}], "events": null, "run": {"version": "1"}, "schema": "wireprint.report/v1"}`,
		"fields of later":    `{"schema":"wireprint.report/v1","mood":{"deep":[1]},"articles":[{"id":"a","mood":1}],"run":{}}`,
		"lines, of later":    `{"type":"run","schema":"wireprint.report/v1"}` + "\n" + `{"type":"mood"}` + "\n" + `{"type":"article","id":"a"}`,
		"lines, with spaces": "\n { \"type\" : \"run\", \"schema\": \"wireprint.report/v1\" }\n\n{\"id\":\"a\",\"type\":\"article\"}\n",
	} {
		r, err := ReadJSON(strings.NewReader(in))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(r.Articles) != 1 || r.Articles[0].ID != "a" {
			t.Errorf("%s: articles %v", name, r.Articles)
		}
	}
}

func TestReadJSONRefuses(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"another version":          {`{"schema":"wireprint.report/v2","articles":{}}`, `schema "wireprint.report/v2", but the only one known here is "wireprint.report/v1"`},
		"another version in lines": {`{"type":"run","schema":"wireprint.report/v2"}`, `"wireprint.report/v2"`},
		"no version":               {`{"articles":[]}`, "no schema is named"},
		"lines without a run":      {`{"type":"article","id":"a"}`, `type "article"`},
		"lines in another order":   {`{"schema":"wireprint.report/v1","type":"run"}`, `"type" must be each record's first key`},
		"a list":                   {`[]`, "found [ where { should be"},
		"a bad record":             {`{"schema":"wireprint.report/v1","pairs":[{},{"a":1}]}`, "pairs: pair 2:"},
		"a bad line":               {`{"type":"run","schema":"wireprint.report/v1"}` + "\n" + `{"type":"pair","a":1}`, "pair 1:"},
		"no list":                  {`{"schema":"wireprint.report/v1","pairs":3}`, "found 3 where a list should begin"},
		"a cut-off report":         {`{"schema":"wireprint.report/v1","pairs":[{"a":"x"}`, "unexpected EOF"},
		"a cut-off line":           {`{"type":"run","schema":"wireprint.report/v1"}` + "\n" + `{"type":"pa`, "unexpected EOF"},
		"two reports":              {`{"schema":"wireprint.report/v1"} {}`, "the input goes on"},
		"nothing":                  {``, "unexpected EOF"},
		"no JSON":                  {`<html>`, "invalid character"},
	} {
		_, err := ReadJSON(strings.NewReader(c.in))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got error %v, want one with %q", name, err, c.want)
		}
	}
}

// Every list is written as [], whatever record it is in.
func TestJSONHasNoNull(t *testing.T) {
	for _, report := range []*news.Report{{}, zeroOfEach()} {
		for form, write := range forms {
			var b strings.Builder
			if err := write(&b, report); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(b.String(), "null") {
				t.Errorf("%s: null in %s", form, b.String())
			}
		}
	}
}

func TestJSONLeavesTheReportAlone(t *testing.T) {
	r := zeroOfEach()
	if err := JSON(&strings.Builder{}, r); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(zeroOfEach(), r); diff != "" {
		t.Error(diff)
	}
}

func TestJSONLines(t *testing.T) {
	var b strings.Builder
	if err := JSONL(&b, oneOfEach()); err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for in := bufio.NewScanner(strings.NewReader(b.String())); in.Scan(); {
		kind, err := kindOf(in.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		kinds = append(kinds, kind)
		if !strings.HasPrefix(in.Text(), `{"type":"`+kind+`"`) {
			t.Errorf("type does not lead: %s", in.Text())
		}
	}
	want := "run article event family paragraph pair outlet owner edge drift audit quote boilerplate family_link event_link"
	if got := strings.Join(kinds, " "); got != want {
		t.Errorf("lines %s, want %s", got, want)
	}
	if strings.Contains(b.String(), `\u003c`) {
		t.Error("< is escaped")
	}
}

// A report of a scan that was not asked for links has no lists for them.
func TestJSONLeavesOptionalListsOut(t *testing.T) {
	var b strings.Builder
	if err := JSON(&b, new(news.Report)); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "links") || !strings.Contains(b.String(), `"boilerplate":[`) {
		t.Errorf("the lists of an empty report:\n%s", &b)
	}
}

func TestJSONNamesWhatItCannotWrite(t *testing.T) {
	r := oneOfEach()
	r.Pairs[0].Cosine = math.NaN()
	err := JSON(&strings.Builder{}, r)
	if err == nil || !strings.Contains(err.Error(), "news.Pair") {
		t.Errorf("got error %v", err)
	}
	if err := JSONL(brokenWriter{}, r); err == nil {
		t.Error("no error from a writer that is broken")
	}
}

// The table of sections has every list of the report, under its JSON name.
func TestSectionsAreComplete(t *testing.T) {
	var got, want []string
	for _, s := range sections() {
		got = append(got, s.key)
	}
	typ := reflect.TypeFor[news.Report]()
	for i := range typ.NumField() {
		if f := typ.Field(i); f.Type.Kind() == reflect.Slice {
			name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
			want = append(want, name)
			if s := sections()[len(want)-1]; s.optional != (options == "omitempty") {
				t.Errorf("%s is optional in the table: %v", s.key, s.optional)
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sections (-report +table):\n%s", diff)
	}
}

func FuzzReadJSON(f *testing.F) {
	for _, write := range forms {
		var b bytes.Buffer
		if err := write(&b, bridge()); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		r, err := ReadJSON(bytes.NewReader(in))
		if err != nil {
			return
		}
		checkLines(t, textOf(t, r, TextOptions{Diff: true}), 80)
	})
}
