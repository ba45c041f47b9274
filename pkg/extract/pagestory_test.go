package extract

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"github.com/wireprint/wireprint/pkg/news"
)

// storyPage has a story between what pages put into and around stories.
const storyPage = `<html><head><title>Bridge to Tolva opens | Lund Gazette</title>
<meta name="description" content="After nine years of work the bridge to Tolva is open, and the ferry has made its last crossing.">
</head><body class="has-sidebar"><nav><a href="/">Home</a></nav>
<main><article>
<h1>Bridge to Tolva opens</h1>
<div class="article-teaser"><p>After nine years of work the bridge to Tolva is open, and the ferry has made its last crossing.</p></div>
<div class="social-share"><p>Share this story with your friends and tell us what you think of it.</p></div>
<div class="text">
<p>The first car crossed the bridge to Tolva at noon on Sunday, and behind it walked four hundred islanders who had waited since dawn.</p>
<figure><img src="b.jpg"><figcaption>Islanders walk to the mainland. Photo: Lena Moe</figcaption></figure>
<p>The toll, the ministry said, is:</p>
<ul><li>four crowns a car</li><li>nine crowns a lorry</li></ul>
<p><a href="/2023/ferry">Ferry crew of Tolva to lose their jobs</a></p>
<div class="newsletter-box"><p>All that happens on the islands, each morning before the first boat leaves.</p></div>
<p>Bicycles are free. “We have waited for this since my grandmother was a girl,” said Ines Halvorsen, who keeps the island's only shop.</p>
<p>The ferry Skarholm, which made the crossing for forty-one years, will be sold to a museum in Lund.</p>
</div>
<div id="comments"><h2>Comments</h2><p>About time too, said everybody who has ever waited for that ferry in the rain.</p></div>
</article></main>
<aside><p>The council of Lund has put off its vote on the new harbour to the week after Easter.</p></aside>
</body></html>`

func TestPageStory(t *testing.T) {
	a := page(t, storyPage)
	want := []string{
		"After nine years of work the bridge to Tolva is open, and the ferry has made its last crossing.",
		"The first car crossed the bridge to Tolva at noon on Sunday, and behind it walked four hundred islanders who had waited since dawn.",
		"The toll, the ministry said, is:",
		"four crowns a car",
		"nine crowns a lorry",
		"Bicycles are free. “We have waited for this since my grandmother was a girl,” said Ines Halvorsen, who keeps the island's only shop.",
		"The ferry Skarholm, which made the crossing for forty-one years, will be sold to a museum in Lund.",
	}
	if diff := cmp.Diff(want, body(a)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Ferry crew of Tolva to lose their jobs"}, withRole(a, news.RoleBoilerplate)); diff != "" {
		t.Error("a paragraph that is a link:", diff)
	}
	if diff := cmp.Diff([]string{"Islanders walk to the mainland. Photo: Lena Moe"}, withRole(a, news.RoleCaption)); diff != "" {
		t.Error("captions:", diff)
	}
	for _, outside := range []string{"Share this", "each morning", "About time", "Easter", "Home"} {
		if strings.Contains(a.Text, outside) {
			t.Errorf("%q is in the text", outside)
		}
	}
}

// A page shows a teaser of what its JSON-LD has in full.
func TestFullerArticleBody(t *testing.T) {
	const teaser = "The first car crossed the bridge to Tolva at noon on Sunday, and behind it walked four hundred islanders."
	const rest = "The toll is four crowns a car. Bicycles are free, the ministry said, and so are those who walk across with a dog."
	a := page(t, `<html><body><article><p>`+teaser+`</p></article><script type="application/ld+json">
		{"@type": "NewsArticle", "articleBody": "`+teaser+`\n\n`+rest+`"}</script></body></html>`)
	if diff := cmp.Diff([]string{teaser, rest}, body(a)); diff != "" {
		t.Error(diff)
	}
}

// Where the page shows the whole articleBody, which has no paragraphs, those of the
// page are taken.
func TestArticleBodyInThePage(t *testing.T) {
	s := pageStory{root: &html.Node{}, blocks: []pageBlock{
		{text: "Menu"}, {text: "The first car crossed the bridge to Tolva."}, {text: "The toll is four crowns."}, {text: "Bicycles are free, the ministry said."},
	}}
	for i := range s.blocks {
		s.blocks[i].element = s.root
	}
	s.find("Menu", "The first car crossed the bridge to Tolva. The toll is four crowns. Bicycles are free, the ministry said.", nil)
	if diff := cmp.Diff([]bool{false, true, true, true}, s.taken); diff != "" {
		t.Error(diff)
	}
}

func TestArticleKind(t *testing.T) {
	entry := func(time string) string {
		return "<p>" + time + "</p><p>The wind has turned to the north, and the boats by the Skerries reported at " + time + " that they are safe.</p>"
	}
	entries := func(times ...string) string {
		var b strings.Builder
		for _, time := range times {
			b.WriteString(entry(time))
		}
		return b.String()
	}
	figures := strings.Repeat("<figure><img><figcaption>Islanders walk to the mainland on the day the bridge was opened.</figcaption></figure>", 6)
	for _, tt := range []struct {
		name, markup string
		want         news.ArticleKind
	}{
		{"story", entry("18:40"), news.KindStory},
		{"entries, the last first", entries("18:40", "17.15 Uhr", "3:02 pm", "12:30", "11h05"), news.KindLive},
		{"entries, the first first", entries("11:05", "12:30", "15:02", "17:15", "18:40"), news.KindLive},
		{"times in no order", entries("11:05", "18:40", "12:30", "17:15", "15:02", "19:00"), news.KindStory},
		{"timetable", "<p>The boats leave from the new pier at these times, the harbour office said, on all days but Sunday.</p>" +
			"<p>08:00</p><p>09:00</p><p>10:00</p><p>11:00</p><p>12:00</p><p>13:00</p>", news.KindStory},
		{"said to be live", `<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>` + entry("18:40"), news.KindLive},
		{"pictures", "<p>The bridge to Tolva was opened on Sunday; these are the pictures of the day, by those who were there.</p>" + figures, news.KindGallery},
		{"story with pictures", entries("dawn", "nine", "noon", "three", "dusk", "night") + figures, news.KindStory},
	} {
		a := page(t, "<html><body><article>"+tt.markup+"</article></body></html>")
		if a.Kind != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, a.Kind, tt.want)
		}
	}
}

func TestNamesPart(t *testing.T) {
	for names, want := range map[string]bool{
		"comments": true, "article__relatedStories": true, "post-tags big": true, "newsletter_box": true, "authorBio": true,
		"": false, "article": false, "has-sidebar": false, "comments-closed": false, "commentator": false, "text shared": false, "author": false,
	} {
		if got := namesPart(names); got != want {
			t.Errorf("%q: %v", names, got)
		}
	}
}

// TestMark holds for any page that an extractor which returns whole blocks in their
// order is understood, when no two blocks are alike.
func TestMark(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z]{1,40}( [a-z]{1,9}){0,4}`), 1, 12, bare).Draw(t, "texts")
		blocks := make([]pageBlock, len(texts))
		want := make([]bool, len(texts))
		var taken strings.Builder
		for i, text := range texts {
			blocks[i].text = text
			if want[i] = len(bare(text)) >= longBlock && rapid.Bool().Draw(t, "taken"); want[i] {
				taken.WriteString(text + "\n")
			}
		}
		got := mark(blocks, taken.String())
		for i := range want {
			if want[i] && !got[i] && !slices.ContainsFunc(texts, func(other string) bool {
				return other != texts[i] && strings.Contains(bare(other), bare(texts[i]))
			}) {
				t.Fatalf("block %d is missing of %q", i, taken.String())
			}
		}
	})
}
