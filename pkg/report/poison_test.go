package report

import (
	"reflect"
	"regexp"
)

// poison puts text before and after every string of a report that a page can
// have a say in, the same everywhere, so that ids still agree with each other.
func poison(report any, before, after string) {
	walkStrings(reflect.ValueOf(report).Elem(), func(s string) string {
		if ruled.MatchString(s) {
			return s
		}
		return before + s + after
	})
}

// ruled are strings whose form the report's schema rules.
var ruled = regexp.MustCompile(`^$|^(text|photo|wireprint\.report/v1)$|^(\d{4}|XXXX)-\d\d-\d\d`)

// walkStrings replaces all values of type string below v; named string types
// are enumerations and stay.
func walkStrings(v reflect.Value, replace func(string) string) {
	switch v.Kind() {
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() {
			v.SetString(replace(v.String()))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			walkStrings(v.Field(i), replace)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walkStrings(v.Index(i), replace)
		}
	}
}
