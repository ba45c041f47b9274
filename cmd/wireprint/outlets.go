package main

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/provenance"
)

// outletSetting is an entry of the configuration file's list of outlets. A list,
// and no map by domain: viper makes the keys of maps lower-case.
type outletSetting struct {
	Domain string   `mapstructure:"domain"`
	Name   string   `mapstructure:"name"`
	Names  []string `mapstructure:"names"`
	Owner  string   `mapstructure:"owner"`
}

// The settings that say of which outlet a story is.
const (
	outletFrom   = "outlet-from"
	knownOutlets = "outlets"
)

// outlets says what the settings mean that tell of which outlet a story is. It
// reads the tables that they name.
func (s settings) outlets() (provenance.OutletOptions, error) {
	var opts provenance.OutletOptions
	for _, text := range s.OutletFrom {
		from, err := readOutletSource(strings.TrimSpace(text))
		if err != nil {
			return opts, &usageError{fmt.Errorf("%s: %w", s.origins[outletFrom], err), outletHint(err)}
		}
		opts.From = append(opts.From, from...)
	}
	if len(opts.From) == 0 {
		return opts, usagef("%s: it names no source; auto is what is done unasked", s.origins[outletFrom])
	}
	list := make([]provenance.KnownOutlet, len(s.Outlets))
	for i, o := range s.Outlets {
		list[i] = provenance.KnownOutlet(o)
	}
	var err error
	if opts.Known, err = provenance.NewKnownOutlets(list); err != nil {
		return opts, usagef("%s: %w", s.origins[knownOutlets], err)
	}
	return opts, nil
}

// readOutletSource reads one source as it was typed.
func readOutletSource(text string) ([]provenance.OutletSource, error) {
	kind, value, ok := strings.Cut(text, ":")
	switch {
	case kind == provenance.SourceFile && value != "":
		table, err := readInput(value, nil, provenance.ReadOutletTable)
		return []provenance.OutletSource{provenance.FromTable(value, table)}, err
	case kind == provenance.SourceFile:
		return nil, errors.New("file needs the name of a table: file:MAP.csv")
	case kind == provenance.SourcePath && !ok:
		return nil, errors.New("path needs a pattern: path:{outlet}/{date}/*")
	}
	from, err := provenance.ParseOutletSources(text)
	if errors.Is(err, provenance.ErrNoOutletSource) {
		var kinds []string
		for _, name := range provenance.OutletSourceNames {
			kind, _, _ := strings.Cut(name, ":")
			kinds = append(kinds, kind)
		}
		err = fmt.Errorf("%w: %q is none of %s%s", err, text, strings.Join(provenance.OutletSourceNames, ", "), didYouMean(kind, kinds))
	}
	return from, err
}

// outletHint says how the sources are written where none was.
func outletHint(err error) string {
	if errors.Is(err, provenance.ErrNoOutletSource) {
		return "Several are tried one after the other: --outlet-from folder,auto"
	}
	return ""
}

// checkOutlets checks the configuration file's list of outlets, as far as keys and
// kinds of values go.
func checkOutlets(file string, value any) error {
	list, ok := value.([]any)
	if !ok {
		return usagef("%s: %s: expected %s, got %s", file, knownOutlets, expected(reflect.TypeFor[[]outletSetting]()), shown(value))
	}
	kinds := kindsOf(reflect.TypeFor[outletSetting]())
	for i, member := range list {
		entry, ok := member.(map[string]any)
		if !ok {
			return usagef("%s: %s: entry %d: expected a domain, a name and an owner, got %s", file, knownOutlets, i+1, shown(member))
		}
		for _, key := range sortedKeys(entry) {
			kind, ok := kinds[key]
			if !ok {
				known := sortedKeys(kinds)
				return &usageError{
					fmt.Errorf("%s: %s: entry %d: unknown key %q%s", file, knownOutlets, i+1, key, didYouMean(key, known)),
					"Known are " + strings.Join(known, ", ") + ".",
				}
			}
			if !fits(entry[key], kind) {
				return usagef("%s: %s: entry %d: %s: expected %s, got %s", file, knownOutlets, i+1, key, expected(kind), shown(entry[key]))
			}
		}
	}
	return nil
}

func sortedKeys[T any](m map[string]T) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
