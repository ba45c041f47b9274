package main

import (
	"embed"
	"path"
	"strings"

	"github.com/spf13/cobra"
)

// topicFiles hold the help on what several commands have in common. The first line of
// a file is its title.
//
//go:embed help/*.txt
var topicFiles embed.FS

// topics are their names, in the order of the way from files to findings.
var topics = []string{"inputs", "selection", "outlets", "credits"}

// newTopics returns them as commands that do nothing but explain themselves, which is
// what cobra calls additional help topics.
func newTopics() []*cobra.Command {
	var list []*cobra.Command
	for _, name := range topics {
		text, err := topicFiles.ReadFile(path.Join("help", name+".txt"))
		if err != nil {
			panic(err) // it is not embedded
		}
		title, long, _ := strings.Cut(string(text), "\n")
		list = append(list, &cobra.Command{
			Use:                   name,
			Short:                 title,
			Long:                  strings.TrimSpace(long),
			DisableFlagsInUseLine: true,
		})
	}
	return list
}

// isShown says whether a command, or a topic, is listed in the help of the one above it.
func isShown(cmd *cobra.Command) bool {
	return cmd.IsAvailableCommand() || cmd.IsAdditionalHelpTopicCommand()
}
