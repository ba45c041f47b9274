package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// widestHelp is the width beyond which help is hard to read.
const widestHelp = 100

// showHelp has a command and all below it print their help as wide as the terminal, and
// their flags by subject.
func showHelp(root *cobra.Command) {
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) {
		w := cmd.OutOrStdout()
		out := bufio.NewWriter(w)
		writeHelp(out, cmd, min(width(w), widestHelp))
		_ = out.Flush() // who reads no more needs no help
	})
}

func writeHelp(w io.Writer, cmd *cobra.Command, width int) {
	text := cmd.Long
	if text == "" {
		text = cmd.Short + "."
	}
	fmt.Fprintf(w, "%s\n\nUsage:\n", reflow(text, width))
	if cmd.Runnable() && !cmd.HasAvailableSubCommands() {
		fmt.Fprintf(w, "  %s\n", cmd.UseLine())
	} else {
		fmt.Fprintf(w, "  %s COMMAND\n", cmd.CommandPath())
	}
	if cmd.HasExample() {
		fmt.Fprintf(w, "\nExamples:\n%s\n", cmd.Example)
	}
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\nCommands:\n")
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() {
				fmt.Fprintf(w, "  %-*s  %s\n", cmd.NamePadding(), c.Name(), c.Short)
			}
		}
	}
	for _, list := range flagsBySubject(cmd) {
		fmt.Fprintf(w, "\n%s:\n%s", list.subject, list.flags.FlagUsagesWrapped(width))
	}
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n'%s COMMAND --help' tells more about a command.\n", cmd.CommandPath())
	}
}

// reflow sets paragraphs anew in lines of at most width columns. Lines that are set in
// stay as they are.
func reflow(text string, width int) string {
	paragraphs := strings.Split(text, "\n\n")
	for i, p := range paragraphs {
		if strings.HasPrefix(p, " ") {
			continue
		}
		var lines []string
		for _, word := range strings.Fields(p) {
			if n := len(lines); n > 0 && len(lines[n-1])+1+len(word) <= width {
				lines[n-1] += " " + word
				continue
			}
			lines = append(lines, word)
		}
		paragraphs[i] = strings.Join(lines, "\n")
	}
	return strings.Join(paragraphs, "\n\n")
}

// subjectKey is the annotation that holds what a flag is about.
const subjectKey = "wireprint_subject"

// about adds flags that help lists under a heading of their own.
func about(flags *pflag.FlagSet, subject string, add func(*pflag.FlagSet)) {
	list := pflag.NewFlagSet(subject, pflag.ContinueOnError)
	list.SortFlags = false
	add(list)
	list.VisitAll(func(f *pflag.Flag) {
		if f.Annotations == nil {
			f.Annotations = map[string][]string{}
		}
		f.Annotations[subjectKey] = []string{subject}
	})
	flags.AddFlagSet(list)
}

// flagList is flags under one heading.
type flagList struct {
	subject string
	flags   *pflag.FlagSet
}

// flagsBySubject lists a command's flags: those without a subject, the others in the
// order in which their subjects come up, and those that all commands have.
func flagsBySubject(cmd *cobra.Command) []flagList {
	lists := []flagList{{subject: "Flags", flags: pflag.NewFlagSet("", pflag.ContinueOnError)}}
	to := func(subject string) *pflag.FlagSet {
		i := slices.IndexFunc(lists, func(l flagList) bool { return l.subject == subject })
		if i < 0 {
			i = len(lists)
			lists = append(lists, flagList{subject, pflag.NewFlagSet(subject, pflag.ContinueOnError)})
		}
		lists[i].flags.SortFlags = false
		return lists[i].flags
	}
	shared := cmd.Root().PersistentFlags()
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if shared.Lookup(f.Name) != nil {
			return
		}
		subject := "Flags"
		if named := f.Annotations[subjectKey]; len(named) > 0 {
			subject = named[0]
		}
		to(subject).AddFlag(f)
	})
	shared.VisitAll(func(f *pflag.Flag) { to("Flags of all commands").AddFlag(f) })
	return slices.DeleteFunc(lists, func(l flagList) bool { return !l.flags.HasAvailableFlags() })
}
