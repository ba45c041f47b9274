package main

import "testing"

func TestReflow(t *testing.T) {
	const text = "Scan reads stories, and\nprints who ran them.\n\n  wireprint scan   stories/\n\nA word: antidisestablishmentarianism."
	const want = "Scan reads\nstories, and\nprints who ran\nthem.\n\n  wireprint scan   stories/\n\nA word:\nantidisestablishmentarianism."
	if got := reflow(text, 14); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
