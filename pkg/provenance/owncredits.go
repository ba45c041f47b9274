package provenance

import (
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// ownSite credits an agency with what its own site publishes: the outlet is the
// agency by name or by domain, or the article's address is on its site.
func ownSite(a *news.Article) []news.Credit {
	own := agenciesOf(a.Outlet.Name, "outlet: "+a.Outlet.Name)
	if agency := siteOf(publisherHost(a.URL)); agency != "" {
		own = append(own, news.Credit{Agency: agency, Evidence: "address: " + a.URL})
	}
	return own
}

// agenciesOf are the credits of the agencies that a name names, as a whole or beside
// others: by what they are called or by their domain.
func agenciesOf(name, evidence string) []news.Credit {
	var own []news.Credit
	if agency := siteOf(name); agency != "" {
		own = append(own, news.Credit{Agency: agency, Evidence: evidence})
	}
	span := news.Span{End: len(name)}
	for {
		m, ok := nextAgency(name, span)
		if !ok {
			break
		}
		if m.Start == 0 && m.End == len(name) || !m.ambiguous && !strings.HasPrefix(name[m.End:], ".") || isDesk(name[:m.Start], name[m.End:]) {
			own = append(own, news.Credit{Agency: m.agency, Evidence: evidence})
		}
		span.Start = m.End
	}
	return own
}

// isDesk reports what may stand around an agency's initials in an outlet's name:
// "AP News", "AP via Coastal Herald".
func isDesk(before, behind string) bool {
	behind = strings.ToLower(strings.TrimSpace(behind))
	word, _, _ := strings.Cut(behind, " ")
	return before == "" && (word == "news" || word == "agency" || word == "newswire" || word == "via")
}

// siteOf is the agency whose domain the address belongs to, or a host below it.
func siteOf(address string) string {
	host, _ := splitAddress(address)
	for host != "" {
		if agency := agencies.sites[host]; agency != "" {
			return agency
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return ""
}

// copyrightCredit calls found with the agencies that own the words of a line:
// those right behind the sign, not those that the rest of it thanks: "© 2024
// Coastal Herald. Market data by Reuters."
func copyrightCredit(text string, span news.Span, found func(mention)) {
	if !isCopyright(text[span.Start:span.End]) {
		return
	}
	s := itemsOf(text, span)
	other := false // somebody else has been named
	for i := s.next(); i.kind != noItem; i = s.next() {
		switch {
		case i.sign == '©', i.kind != sign && strings.EqualFold(text[i.Start:i.End], "copyright"):
			other = false
		case i.kind == agency && !other:
			found(i.mention)
		case i.kind == name || i.kind == word:
			other = other || !owns[text[i.Start:i.End]]
		}
	}
}

// owns are the words of a copyright line before the owner's name.
var owns = map[string]bool{
	"Copyright": true, "COPYRIGHT": true, "copyright": true, "c": true, "C": true, "the": true, "The": true,
	"Tous": true, "droits": true, "réservés": true, "Todos": true, "los": true, "derechos": true, "reservados": true,
	"RIPRODUZIONE": true, "RISERVATA": true, "Riproduzione": true, "riservata": true, "Wszelkie": true, "prawa": true,
	"zastrzeżone": true, "Content": true, "Agence": true, "Agencia": true, "All": true, "rights": true, "reserved": true,
	"版权": true, "著作权": true,
}

// isCopyright reports a line with the sign or the word for copyright.
func isCopyright(line string) bool {
	return strings.Contains(line, "©") || strings.Contains(line, "ⓒ") || strings.Contains(line, "opyright") ||
		strings.Contains(line, "COPYRIGHT") || strings.HasPrefix(line, "(c) ")
}
