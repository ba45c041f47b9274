package segment

import (
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
)

// TestWordsDoNotAllocate: the words of an article cost no memory of their own,
// with all that makes a word leave the shortest way. TestScriptsDoNotAllocate
// says the same of other scripts.
func TestWordsDoNotAllocate(t *testing.T) {
	text := strings.Repeat("“It’s the U.S.-led fleet’s 30,000th café,” said Una Ross – ‘we’re at 5.9 knots’ – in a motri-\nces \"way\". ", 100)
	a := news.Article{Text: text, Paragraphs: []news.Paragraph{{Span: news.Span{End: len(text)}}}}
	var s Sequence
	if n := testing.AllocsPerRun(10, func() { s.Read(&a) }); n > 0 || s.Len() < 1000 {
		t.Errorf("%v allocations for %d words", n, s.Len())
	}
}
