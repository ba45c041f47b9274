package main

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// topicFiles hold the help on what several commands have in common. The first line of
// a file is its title; examples stand at its end.
//
//go:embed help/*.txt
var topicFiles embed.FS

// topics are their names, in the order of the way from files to findings.
var topics = []string{"inputs", "selection", "outlets", "credits"}

// newTopics returns them as commands that do nothing but explain themselves.
func newTopics() []*cobra.Command {
	var list []*cobra.Command
	for _, name := range topics {
		text, err := topicFiles.ReadFile(path.Join("help", name+".txt"))
		if err != nil {
			panic(err) // it is not embedded
		}
		title, rest, _ := strings.Cut(string(text), "\n")
		long, examples, _ := strings.Cut(rest, "\nExamples:\n")
		topic := &cobra.Command{
			Use:     name,
			Short:   title,
			Long:    strings.TrimSpace(long),
			Example: strings.Trim(examples, "\n"),
			Hidden:  true, // among the commands; see topicList
		}
		topic.DisableFlagsInUseLine = true
		topic.SetHelpFunc(func(cmd *cobra.Command, _ []string) {
			fmt.Fprintf(cmd.OutOrStdout(), "%s\n\nExamples:\n%s\n", cmd.Long, cmd.Example)
		})
		list = append(list, topic)
	}
	return list
}

// topicList lists the topics for the help of the program.
func topicList() string {
	var b strings.Builder
	for _, topic := range newTopics() {
		fmt.Fprintf(&b, "\n  wireprint help %-9s  %s", topic.Name(), topic.Short)
	}
	return b.String()
}

// isShown says whether users are told of a command, or topic.
func isShown(cmd *cobra.Command) bool {
	return cmd.IsAvailableCommand() || slices.Contains(topics, cmd.Name())
}
