package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// somePaths refuses a call that names nothing to read, with a hint.
func somePaths(hint string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, paths []string) error {
		if len(paths) > 0 {
			return nil
		}
		return &usageError{fmt.Errorf("%s: no PATH given", cmd.Name()), hint}
	}
}

// exactArgs refuses a call with fewer or more than n arguments.
func exactArgs(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == n {
			return nil
		}
		return &usageError{
			fmt.Errorf("%s takes %s; %s given", cmd.Name(), what, count(len(args), "argument")),
			seeHelp(cmd),
		}
	}
}

// noSuchCommand refuses arguments to a command that only has others below it:
// cobra takes whatever is no command for one.
func noSuchCommand(group *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range group.Commands() {
		if isShown(c) {
			names = append(names, c.Name())
		}
	}
	return &usageError{
		fmt.Errorf("unknown command %q%s", args[0], didYouMean(args[0], names)),
		fmt.Sprintf("'%s --help' lists all commands.", group.CommandPath()),
	}
}

// knownTopic refuses to help with what is no command.
func knownTopic(help *cobra.Command, args []string) error {
	found, rest, err := help.Root().Find(args)
	if err == nil && len(rest) == 0 {
		return nil
	}
	return noSuchCommand(found, rest)
}

// refuseMisuse makes usage errors of what cobra's own commands say about their
// arguments, and has a command that only has others below it ask for one.
func refuseMisuse(cmd *cobra.Command) {
	if cmd.HasSubCommands() && !cmd.Runnable() {
		cmd.Args = noSuchCommand
		cmd.RunE = func(*cobra.Command, []string) error {
			return &usageError{fmt.Errorf("%s: no command given", cmd.Name()), seeHelp(cmd)}
		}
	}
	if check := cmd.Args; check != nil {
		cmd.Args = func(cmd *cobra.Command, args []string) error {
			err := check(cmd, args)
			var usage *usageError
			if err == nil || errors.As(err, &usage) {
				return err
			}
			text, _, _ := strings.Cut(err.Error(), "\n")
			return &usageError{errors.New(text), seeHelp(cmd)}
		}
	}
	for _, c := range cmd.Commands() {
		refuseMisuse(c)
	}
}

// seeHelp is the hint that points to a command's help.
func seeHelp(cmd *cobra.Command) string {
	return fmt.Sprintf("'%s --help' tells how to use it.", cmd.CommandPath())
}
