package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// commonUses is the hint for a call that lacks the essential.
const commonUses = `The commonest uses are
  wireprint scan FOLDER                   stories in a folder
  wireprint scan - < articles.jsonl       JSON records, one a line
'wireprint --help' lists all commands.`

// newRootCommand returns the whole command line, ready to be executed once.
func newRootCommand(st streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "wireprint",
		Short: "Find out who ran whose words",
		Long: `Wireprint finds out who ran whose words. Point it at a folder of scraped
stories: it groups the rewrites of one event and prints which outlets carried
which paragraphs, from which wire, word for word or edited.

What several commands have in common is told by topics:
` + topicList() + `

Every flag can also be set by an environment variable, --max-file-size as
WIREPRINT_MAX_FILE_SIZE, or in a configuration file, as "max-file-size: 10MB".
The file is the one named by --config, or wireprint.yaml in the current folder,
or else wireprint/wireprint.yaml in the user's configuration folder. A flag wins
over a variable, a variable over the file. Where extract, compare, explain,
background, eval, tune and man write to is said on the command line only, and so
is the format of version.

Exit status: 0 done, 1 failed, 2 wrong usage, 3 done but inputs were skipped and
--strict was given.`,
		Example: `  wireprint scan stories/
  wireprint compare stories/courier.txt stories/gazette.txt`,
		Args: noSuchCommand,
		RunE: func(*cobra.Command, []string) error {
			return &usageError{errors.New("no command given"), commonUses}
		},
		SilenceErrors:     true,
		SilenceUsage:      true,
		DisableAutoGenTag: true,
	}
	root.SetIn(st.in)
	root.SetOut(st.out)
	root.SetErr(st.err)

	shared := root.PersistentFlags()
	shared.SortFlags = false
	shared.String("config", "", "read settings from `FILE`")
	shared.Bool("quiet", false, "print no progress and no notices")
	shared.Bool("no-color", false, "print without colour")

	cfg := newConfig()
	root.AddCommand(
		newScanCommand(cfg, st),
		newReportCommand(cfg, st),
		newExtractCommand(cfg, st),
		newCompareCommand(cfg, st),
		newDedupCommand(cfg, st),
		newExplainCommand(cfg, st),
		newSchemaCommand(st),
		newBackgroundCommand(cfg, st),
		newEvalCommand(cfg, st),
		newTuneCommand(cfg, st),
		newManCommand(st),
		newVersionCommand(st),
	)
	root.AddCommand(newTopics()...)
	root.SetFlagErrorFunc(flagError)
	addCobraCommands(root)
	showHelp(root)
	refuseMisuse(root)
	return root
}

// flagError makes a usage error of what cobra says about a flag.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "" {
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if near := nearest(unknown.GetSpecifiedName(), names); near != "" {
			err = fmt.Errorf("%w; did you mean --%s?", err, near)
		}
	}
	return &usageError{err, seeHelp(cmd)}
}

// addCobraCommands adds the commands help and completion, which cobra would
// otherwise add when it is too late to change them.
func addCobraCommands(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		if cmd.Name() == "help" {
			cmd.Args = knownTopic
		}
	}
}
