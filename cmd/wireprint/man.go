package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func newManCommand(st streams) *cobra.Command {
	return &cobra.Command{
		Use:   "man DIR",
		Short: "Write the manual pages into a folder",
		Long: `Man writes one manual page for each command, and each topic of the help, into the
folder DIR, which is made if it is not there.`,
		Example: `  wireprint man share/man/man1`,
		Args:    exactArgs(1, "one folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runMan(cmd.Context(), cmd.Root(), args[0], st)
		},
	}
}

func runMan(ctx context.Context, root *cobra.Command, dir string, st streams) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return fmt.Errorf("making the folder for manual pages: %w", err)
	}
	return eachCommand(root, func(cmd *cobra.Command) error {
		page, err := manPage(cmd)
		if err != nil {
			return fmt.Errorf("manual page of %s: %w", cmd.CommandPath(), err)
		}
		name := strings.ReplaceAll(cmd.CommandPath(), " ", "-") + ".1"
		out, err := newOutput(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		return out.write(ctx, st.out, func(w io.Writer) error {
			_, err := w.Write(page)
			return err
		})
	})
}

// eachCommand calls f with the command and all commands and topics below it that users
// see.
func eachCommand(cmd *cobra.Command, f func(*cobra.Command) error) error {
	if err := f(cmd); err != nil {
		return err
	}
	for _, c := range cmd.Commands() {
		if !isShown(c) || c.Name() == "help" {
			continue
		}
		if err := eachCommand(c, f); err != nil {
			return err
		}
	}
	return nil
}

// manPage returns the manual page of one command. It bears no date, so that one
// version of the program always gives the same pages; cobra would put in today.
func manPage(cmd *cobra.Command) ([]byte, error) {
	never := time.Time{}
	var page bytes.Buffer
	header := &doc.GenManHeader{Section: "1", Date: &never, Source: "wireprint", Manual: "Wireprint Manual"}
	if err := doc.GenMan(cmd, header, &page); err != nil {
		return nil, err
	}
	return bytes.Replace(page.Bytes(), []byte(never.Format("Jan 2006")), nil, 1), nil
}
