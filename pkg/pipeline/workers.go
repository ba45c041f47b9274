package pipeline

import (
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// eachOf calls do for each number below n, on several workers at once. The
// calls must not depend on each other; each writes what it finds to a place of
// its own, by number.
func eachOf(ctx context.Context, jobs, n int, do func(i int)) error {
	return eachWith(ctx, jobs, n, Silent{}, func() struct{} { return struct{}{} }, func(_ struct{}, i int) { do(i) })
}

// eachWith is eachOf for calls that need memory to work in: each worker makes
// its own, which serves its calls one after the other.
func eachWith[M any](ctx context.Context, jobs, n int, progress Progress, memory func() M, do func(own M, i int)) error {
	group, ctx := errgroup.WithContext(ctx)
	var next atomic.Int64
	for range workers(jobs) {
		group.Go(func() error {
			own := memory()
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return nil
				}
				do(own, i)
				progress.Add(1)
			}
			return ctx.Err()
		})
	}
	return group.Wait()
}

// inBlocks calls do with each item of a list, as eachOf does, but a worker takes many
// at a time: for things so small that to take each costs as much.
func inBlocks[T any](ctx context.Context, jobs int, items []T, do func(*T)) error {
	const size = 1 << 10
	blocks := slices.Collect(slices.Chunk(items, size))
	return eachOf(ctx, jobs, len(blocks), func(i int) {
		for k := range blocks[i] {
			do(&blocks[i][k])
		}
	})
}

func workers(jobs int) int {
	if jobs > 0 {
		return jobs
	}
	return runtime.GOMAXPROCS(0)
}

// serial makes a Progress that several workers can tell.
type serial struct {
	mu sync.Mutex
	to Progress
}

func (s *serial) Stage(name string, total int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.to.Stage(name, total)
}

func (s *serial) Add(n int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.to.Add(n)
}
