package main

import "testing"

func TestNearIDs(t *testing.T) {
	ids := []string{"2024-03/herald/ferry-fire.txt", "2024-03/post/ferry-toll.txt", "2024-05/herald/recount.txt", "c-1"}
	for _, tt := range []struct {
		typed string
		ids   []string
		want  string
	}{
		{"ferry-fire.txt", ids, "; nearest are 2024-03/herald/ferry-fire.txt, 2024-03/post/ferry-toll.txt, 2024-05/herald/recount.txt"},
		{"2024-05/herald/recont.txt", ids, "; nearest are 2024-05/herald/recount.txt, 2024-03/post/ferry-toll.txt, 2024-03/herald/ferry-fire.txt"},
		{"c-2", ids[3:], "; the only one is c-1"},
		{"c-2", nil, ""},
	} {
		if got := nearIDs(tt.typed, tt.ids); got != tt.want {
			t.Errorf("near %s: %s, want %s", tt.typed, got, tt.want)
		}
	}
}
