package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/wireprint/wireprint/pkg/news"
)

// definitions says which definition of the schema describes which type.
var definitions = map[string]reflect.Type{
	"run":              reflect.TypeFor[news.RunRecord](),
	"counts":           reflect.TypeFor[news.Counts](),
	"skip":             reflect.TypeFor[news.Skip](),
	"article":          reflect.TypeFor[news.ArticleRecord](),
	"agency":           reflect.TypeFor[news.AgencyRecord](),
	"event":            reflect.TypeFor[news.Event](),
	"family":           reflect.TypeFor[news.Family](),
	"version":          reflect.TypeFor[news.Version](),
	"copy":             reflect.TypeFor[news.Copy](),
	"source":           reflect.TypeFor[news.Source](),
	"paragraph":        reflect.TypeFor[news.Row](),
	"paragraph_source": reflect.TypeFor[news.RowSource](),
	"language":         reflect.TypeFor[news.LanguageRecord](),
	"carrier":          reflect.TypeFor[news.Carrier](),
	"change":           reflect.TypeFor[news.Change](),
	"span":             reflect.TypeFor[news.Span](),
	"pair":             reflect.TypeFor[news.Pair](),
	"passage":          reflect.TypeFor[news.PairPassage](),
	"outlet":           reflect.TypeFor[news.OutletRecord](),
	"owner":            reflect.TypeFor[news.OwnerRecord](),
	"edge":             reflect.TypeFor[news.Edge](),
	"drift":            reflect.TypeFor[news.Drift](),
	"audit":            reflect.TypeFor[news.Audit](),
	"fact":             reflect.TypeFor[news.Fact](),
	"quote":            reflect.TypeFor[news.Quotation](),
	"quote_carrier":    reflect.TypeFor[news.QuotationCarrier](),
	"boilerplate":      reflect.TypeFor[news.Boilerplate](),
	"family_link":      reflect.TypeFor[news.FamilyLink](),
	"event_link":       reflect.TypeFor[news.EventLink](),
}

// object is what the tests look at of a schema for an object.
type object struct {
	Description string
	Required    []string
	Properties  map[string]map[string]any
	Defs        map[string]object `json:"$defs"`
}

func readSchema(t *testing.T) object {
	t.Helper()
	var o object
	if err := json.Unmarshal(Schema(), &o); err != nil {
		t.Fatal(err)
	}
	return o
}

// The schema and the Go types have the same fields, and the schema requires
// those that are always written.
func TestSchemaHasTheFieldsOfTheTypes(t *testing.T) {
	top := readSchema(t)
	checkFields(t, "report", top, reflect.TypeFor[news.Report]())
	for name, typ := range definitions {
		checkFields(t, name, top.Defs[name], typ)
	}
	for name := range top.Defs {
		if definitions[name] == nil && name != "line" {
			t.Errorf("definition %q describes no type", name)
		}
	}
}

func checkFields(t *testing.T, name string, o object, typ reflect.Type) {
	t.Helper()
	var fields, always, properties []string
	for i := range typ.NumField() {
		field, options, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
		fields = append(fields, field)
		if options != "omitempty" {
			always = append(always, field)
		}
	}
	for property, schema := range o.Properties {
		properties = append(properties, property)
		if schema["description"] == nil && schema["$ref"] == nil {
			t.Errorf("%s: %s has no description", name, property)
		}
	}
	slices.Sort(fields)
	slices.Sort(properties)
	if diff := cmp.Diff(fields, properties); diff != "" {
		t.Errorf("%s: fields (-type +schema):\n%s", name, diff)
	}
	if diff := cmp.Diff(always, o.Required, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s: required (-type +schema):\n%s", name, diff)
	}
	if o.Description == "" {
		t.Errorf("%s has no description", name)
	}
}

func compile(t *testing.T, location string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	const url = "urn:wireprint:report:v1"
	c := jsonschema.NewCompiler()
	if err := c.AddResource(url, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(url + location)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(s *jsonschema.Schema, text []byte) error {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return err
	}
	return s.Validate(doc)
}

func TestOutputKeepsTheSchema(t *testing.T) {
	whole, line := compile(t, ""), compile(t, "#/$defs/line")
	for _, r := range []*news.Report{{}, bridge(), withoutEvents(), hostileInForm(), oneOfEach()} {
		var b bytes.Buffer
		if err := JSON(&b, r); err != nil {
			t.Fatal(err)
		}
		if err := validate(whole, b.Bytes()); err != nil {
			t.Errorf("JSON: %v", err)
		}
		b.Reset()
		if err := JSONL(&b, r); err != nil {
			t.Fatal(err)
		}
		in := bufio.NewScanner(&b)
		lines := 0
		for ; in.Scan(); lines++ {
			if err := validate(line, in.Bytes()); err != nil {
				t.Errorf("JSONL: %v\n%s", err, in.Text())
			}
		}
		if lines == 0 || in.Err() != nil {
			t.Errorf("JSONL: %d lines, error %v", lines, in.Err())
		}
	}
}

// hostileInForm has texts that take over a terminal, but dates that are dates.
func hostileInForm() *news.Report {
	r := hostile()
	r.Events[0].From = ""
	return r
}

// The schema is not so loose that it lets everything pass.
func TestSchemaRefuses(t *testing.T) {
	var valid bytes.Buffer
	if err := JSON(&valid, oneOfEach()); err != nil {
		t.Fatal(err)
	}
	s := compile(t, "")
	for _, c := range []struct{ old, new string }{
		{`"wireprint.report/v1"`, `"wireprint.report/v2"`},
		{`"quote-only"`, `"stolen"`},
		{`"excerpt"`, `"copied"`},
		{`"insert"`, `"add"`},
		{`"negation"`, `"lie"`},
		{`"relation":"update"`, `"relation":"theft"`},
		{`"photo"`, `"video"`},
		{`"2031-03-03T06:12+02:00"`, `"yesterday"`},
		{`"cosine":0.25`, `"cosine":1.25`},
		{`"offset":7`, `"offset":-7`},
		{`"bridges":["<words> & more"]`, `"bridges":null`},
		{`"truncated":true,`, ``},
		{`"outlets":[` + "\n", `"extra":[` + "\n"},
	} {
		broken := bytes.Replace(valid.Bytes(), []byte(c.old), []byte(c.new), 1)
		if bytes.Equal(broken, valid.Bytes()) {
			t.Errorf("%s is not in the report", c.old)
		}
		if validate(s, broken) == nil {
			t.Errorf("the schema allows %s instead of %s", c.new, c.old)
		}
	}
	added := bytes.Replace(valid.Bytes(), []byte(`"truncated":true`), []byte(`"truncated":true,"mood":"grim"`), 1)
	if err := validate(s, added); err != nil {
		t.Errorf("a field that a later version adds: %v", err)
	}
}

func TestSchemaIsACopy(t *testing.T) {
	clear(Schema())
	if !json.Valid(Schema()) {
		t.Error("a caller can change the schema")
	}
}
