package pipeline

import (
	"context"
	"runtime"
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

// inBlocks is eachOf for calls so short that to take a number costs as much: a worker
// takes many at a time.
func inBlocks(ctx context.Context, jobs, n int, do func(i int)) error {
	const size = 256
	return eachOf(ctx, jobs, (n+size-1)/size, func(block int) {
		for i := block * size; i < min(n, (block+1)*size); i++ {
			do(i)
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
