package main

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

var versionFormats = []string{"text", "json"}

// build says what the program was built from. The Go tool put it into the
// program.
type build struct {
	Version  string `json:"version"`  // of the module; "(devel)" for a build from a working tree
	Revision string `json:"revision"` // of the source repository, or empty
	Modified bool   `json:"modified"` // the source was changed after that revision
	Time     string `json:"time"`     // of the revision, or empty
	Go       string `json:"go"`
	OS       string `json:"os"`
	Arch     string `json:"arch"`
}

func newVersionCommand(st streams) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the version and what it was built from",
		Example: `  wireprint version
  wireprint version --format json`,
		Args: exactArgs(0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			s := settings{origins: map[string]string{"format": "--format"}}
			if err := s.choice("format", format, versionFormats); err != nil {
				return err
			}
			return runVersion(format, st.out)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "print as `FORMAT`: text or json")
	offer(cmd, "format", versionFormats)
	return cmd
}

func runVersion(format string, w io.Writer) error {
	b := readBuild()
	if format == "json" {
		text, err := json.MarshalIndent(b, "", "  ")
		if err != nil {
			return fmt.Errorf("encoding the version: %w", err)
		}
		_, err = fmt.Fprintf(w, "%s\n", text)
		return err
	}
	_, err := fmt.Fprint(w, b)
	return err
}

// String is the build for a reader.
func (b build) String() string {
	text := "wireprint " + b.Version + "\n"
	if b.Revision != "" {
		text += "revision  " + b.Revision
		if b.Modified {
			text += " with changes"
		}
		text += " of " + b.Time + "\n"
	}
	return text + "built     with " + b.Go + " for " + b.OS + "/" + b.Arch + "\n"
}

// version is the program's version, as reports name it.
func version() string { return readBuild().Version }

func readBuild() build {
	b := build{Version: "(devel)", Go: runtime.Version(), OS: runtime.GOOS, Arch: runtime.GOARCH}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	if info.Main.Version != "" {
		b.Version = info.Main.Version
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Revision = s.Value
		case "vcs.time":
			b.Time = s.Value
		case "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	return b
}
