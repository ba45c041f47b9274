package main

import "testing"

// hostileNodes makes none where there are no pipes, and links take a right.
func hostileNodes(*testing.T, string) []string { return nil }
