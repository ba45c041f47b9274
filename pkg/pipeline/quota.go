package pipeline

import (
	"container/heap"
	"sync"
)

// quota knows the first articles that were found so far, in the order of reading, up
// to a number of them. Workers read several inputs at once: what lies behind the last
// of these is not needed, whatever else turns up.
type quota struct {
	most int // articles; 0 for all there are

	mu    sync.Mutex
	first positions
}

// add counts an article of a document.
func (q *quota) add(p position) {
	if q.most == 0 {
		return
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	heap.Push(&q.first, p)
	if len(q.first) > q.most {
		heap.Pop(&q.first)
	}
}

// reached reports whether the quota is reached before a document.
func (q *quota) reached(p position) bool {
	if q.most == 0 {
		return false
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	return len(q.first) == q.most && q.first[0].compare(p) < 0
}

// positions is a heap with the last one on top.
type positions []position

func (p positions) Len() int           { return len(p) }
func (p positions) Less(i, j int) bool { return p[i].compare(p[j]) > 0 }
func (p positions) Swap(i, j int)      { p[i], p[j] = p[j], p[i] }
func (p *positions) Push(x any)        { *p = append(*p, x.(position)) }
func (p *positions) Pop() any {
	last := (*p)[len(*p)-1]
	*p = (*p)[:len(*p)-1]
	return last
}
