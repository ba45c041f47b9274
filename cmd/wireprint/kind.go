package main

import (
	"fmt"
	"reflect"
	"slices"
)

// texts is the kind of settings that are lists of texts.
var texts = reflect.TypeFor[[]string]()

// fits reports whether a value of the configuration file can be a setting of
// this kind. viper would take 1.5 for a whole number and 1 for true.
func fits(value any, kind reflect.Type) bool {
	switch v := value.(type) {
	case bool:
		return kind.Kind() == reflect.Bool
	case int:
		return kind.Kind() == reflect.Int || kind.Kind() == reflect.Float64 || kind == reflect.TypeFor[byteSize]() && v > 0
	case float64:
		return kind.Kind() == reflect.Float64
	case []any:
		return kind == texts && !slices.ContainsFunc(v, func(member any) bool { return !fits(member, texts.Elem()) })
	case string:
		return kind.Kind() == reflect.String || kind == texts || // apart by commas
			kind == reflect.TypeFor[byteSize]() && new(byteSize).Set(v) == nil
	}
	return false
}

// expected says in words what a setting must be.
func expected(kind reflect.Type) string {
	switch {
	case kind == reflect.TypeFor[byteSize]():
		return "a size such as 64MiB or 10MB"
	case kind == texts:
		return "text, or a list of texts"
	case kind.Kind() == reflect.Slice:
		return "a list of {domain, name, owner}"
	case kind.Kind() == reflect.Bool:
		return "true or false"
	case kind.Kind() == reflect.Int:
		return "a whole number"
	case kind.Kind() == reflect.Float64:
		return "a number"
	default:
		return "text"
	}
}

// shown writes a value of the configuration file for an error message.
func shown(value any) string {
	switch v := value.(type) {
	case nil:
		return "nothing"
	case string:
		return fmt.Sprintf("%q", v)
	case []any:
		return "a list"
	case map[string]any:
		return "keys with values"
	default:
		return fmt.Sprint(v)
	}
}
