// Package glob matches paths with patterns. There is one grammar for all that users
// write: [Pattern] selects paths, as in .gitignore; [Ignore] is a file of patterns; and
// [Layout] names parts of a path, as in "{outlet}/{date}/*".
//
// Paths have slashes between their names and none before the first. "*" stands for any
// part of a name, "?" for one character of it, "[a-f]" for one of several, "**" between
// slashes for any number of folders. A backslash takes its meaning from the sign behind
// it.
//
// Patterns become regular expressions of package regexp, so that no pattern takes more
// than linear time. The package deliberately touches no files.
package glob
