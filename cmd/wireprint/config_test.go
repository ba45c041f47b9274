package main

import (
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// TestSettings checks that what can be said by a flag can be said by a variable
// and in the configuration file, and nothing else.
func TestSettings(t *testing.T) {
	settings := newConfig().kinds
	flags := make(map[string]bool)
	root := newRootCommand(streams{})
	for _, cmd := range []*cobra.Command{root, find(t, root, "scan"), find(t, root, "compare"), find(t, root, "eval"), find(t, root, "tune")} {
		cmd.Flags().AddFlagSet(cmd.PersistentFlags())
		cmd.Flags().VisitAll(func(f *pflag.Flag) { flags[f.Name] = true })
	}
	delete(flags, "config") // names the file; WIREPRINT_CONFIG does so too
	delete(flags, "help")
	delete(flags, "force") // for the one file that is to be replaced

	for name := range flags {
		if _, ok := settings[name]; !ok {
			t.Errorf("--%s is no setting", name)
		}
	}
	for key := range settings {
		if !flags[key] && key != knownOutlets { // a list, which no flag can hold
			t.Errorf("no command has a flag --%s for the setting of that name", key)
		}
	}
}

func find(t *testing.T, root *cobra.Command, name string) *cobra.Command {
	t.Helper()
	cmd, _, err := root.Find([]string{name})
	if err != nil {
		t.Fatal(err)
	}
	return cmd
}
