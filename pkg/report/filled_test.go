package report

import (
	"encoding/json"
	"io"
	"reflect"

	"github.com/wireprint/wireprint/pkg/news"
)

// forms are the ways to write a report that can be read back.
var forms = map[string]func(io.Writer, *news.Report) error{"JSON": JSON, "JSONL": JSONL}

// zeroOfEach has one zero record in every list of the report, and zero records
// in the lists of no record.
func zeroOfEach() *news.Report {
	r := new(news.Report)
	v := reflect.ValueOf(r).Elem()
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.Slice {
			f.Set(reflect.MakeSlice(f.Type(), 1, 1))
		}
	}
	r.Rows[0].Carriers = make([]news.Carrier, 1)
	r.Quotes[0].Carriers = make([]news.QuotationCarrier, 1)
	r.Pairs[0].Passages = make([]news.PairPassage, 1)
	return r
}

// oneOfEach has one record in every list at every depth, with all fields set
// to something that the schema allows.
func oneOfEach() *news.Report {
	r := new(news.Report)
	fill(reflect.ValueOf(r).Elem())
	r.Schema = news.Schema
	r.Run.Options = json.RawMessage(`{"events":true}`)
	r.Articles[0].Published = "2031-03-03T06:12+02:00"
	r.Events[0].From, r.Events[0].To = "XXXX-03-03", "2031-03-04"
	r.Edges[0].First = "2031-03-03T06:12Z"
	r.Families[0].From, r.Families[0].To = "2031-03-03", "2031-03-04"
	r.Boilerplate[0].From, r.Boilerplate[0].To = "2031-03-03", "2031-03-04"
	r.Articles[0].Agencies[0].Kind = "photo"
	return r
}

func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.String:
		v.SetString(map[reflect.Type]string{
			reflect.TypeFor[news.Class]():         string(news.QuoteOnly),
			reflect.TypeFor[news.CarrierClass]():  string(news.Excerpt),
			reflect.TypeFor[news.Op]():            string(news.OpInsert),
			reflect.TypeFor[news.DriftKind]():     string(news.DriftNegation),
			reflect.TypeFor[news.DriftRelation](): string(news.RelationUpdate),
			reflect.TypeFor[news.AuditFinding]():  string(news.AuditRemoved),
			reflect.TypeFor[news.QuoteKind]():     string(news.QuoteAltered),
			reflect.TypeFor[news.Frequencies]():   string(news.FromFolder),
			reflect.TypeFor[string]():             "<words> & more",
		}[v.Type()])
	case reflect.Int:
		v.SetInt(7)
	case reflect.Float64:
		v.SetFloat(0.25)
	case reflect.Bool:
		v.SetBool(true)
	}
}
