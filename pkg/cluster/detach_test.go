package cluster

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDetach(t *testing.T) {
	merged := [][]int{{0, 1, 4}, {2, 3}}
	both := []Link{{0, 1, 2}, {2, 3, 2}, {0, 4, 1.4}, {1, 4, 1.4}, {2, 4, 1.3}, {3, 4, 1.2}}
	copies := ones(5)
	copies[4].Size = 2
	for _, tt := range []struct {
		name   string
		groups []Group
		links  []Link
		want   [][]int
	}{
		{"a round-up of two events", ones(5), both, [][]int{{0, 1}, {2, 3}, {4}}},
		{"fits its own much better", ones(5), []Link{{0, 1, 2}, {2, 3, 2}, {0, 4, 2}, {1, 4, 2}, {2, 4, 1.3}, {3, 4, 1.2}}, merged},
		{"fits the other too little", ones(5), []Link{{0, 1, 2}, {2, 3, 2}, {0, 4, 1.1}, {1, 4, 1.1}, {2, 4, 1}, {3, 4, .9}}, merged},
		{"the two have to do with each other", ones(5), append([]Link{{0, 2, .8}}, both...), merged},
		{"it is a family of copies", copies, both, merged},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Detach(merged, tt.groups, tt.links, 1, 21)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
