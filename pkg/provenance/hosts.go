package provenance

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// publisherHost is the host of the site that published what stands at an
// address, in lower case, without "www." and the hosts that a site keeps for
// phones and AMP. Addresses of AMP caches, of Google's translations and of the
// Wayback Machine stand for the page that they show. It is empty for what is no
// address.
func publisherHost(address string) string {
	for range 3 { // an archived AMP page is two deep
		inner := shownAddress(address)
		if inner == "" {
			break
		}
		address = inner
	}
	host, _ := splitAddress(address)
	return siteHost(host)
}

// siteHost is the host without what a site puts before its name for phones,
// AMP and the like.
func siteHost(host string) string {
	if !isHost(host) {
		return ""
	}
	for {
		label, rest, _ := strings.Cut(host, ".")
		if !slices.Contains(twinLabels, label) || registrable(rest) == "" {
			return host
		}
		host = rest
	}
}

// twinLabels begin the hosts on which a site shows the same pages again.
var twinLabels = []string{"www", "www1", "www2", "ww2", "m", "mobile", "mobil", "amp", "wap", "touch"}

// registrable is the part of a host that its owner registered: "bbc.co.uk" of
// "news.bbc.co.uk". It is empty for what nobody can register, such as "co.uk"
// and "blogspot.com".
func registrable(host string) string {
	domain, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return ""
	}
	return domain
}

// isKnownTop reports whether a host is below a domain that exists, so that "St.Louis"
// and "ferry.html" are none.
func isKnownTop(host string) bool {
	suffix, managed := publicsuffix.PublicSuffix(host)
	return managed || strings.Contains(suffix, ".") // of a private suffix the list has a rule too
}

// isHost reports whether a name is that of a host on the web: labels of letters,
// digits and hyphens, the last of letters alone.
func isHost(name string) bool {
	labels := strings.Split(name, ".")
	if len(labels) < 2 || len(name) > 253 {
		return false
	}
	for _, label := range labels {
		if label == "" || strings.ContainsFunc(label, isNoHostRune) || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
	}
	top := labels[len(labels)-1]
	return len(top) >= 2 && (!strings.ContainsAny(top, "0123456789-") || strings.HasPrefix(top, "xn--"))
}

func isNoHostRune(r rune) bool {
	return r != '-' && !isNamePart(r) || r == '@'
}

// splitAddress is the host of an address, in lower case, and what stands behind
// it, from the slash on.
func splitAddress(address string) (host, path string) {
	if _, rest, ok := strings.Cut(address, "://"); ok {
		address = rest
	} else {
		address = strings.TrimPrefix(address, "//")
	}
	if at := strings.IndexAny(address, "/?#"); at >= 0 {
		address, path = address[:at], address[at:]
	}
	if at := strings.LastIndexByte(address, '@'); at >= 0 {
		address = address[at+1:]
	}
	if at := strings.IndexByte(address, ':'); at >= 0 {
		address = address[:at]
	}
	return strings.ToLower(strings.TrimSuffix(address, ".")), path
}

// shownAddress is the address of the page that a cache, a translation or an
// archive shows; it is empty for other addresses.
func shownAddress(address string) string {
	host, path := splitAddress(address)
	switch {
	case host == "cdn.ampproject.org" || strings.HasSuffix(host, ".cdn.ampproject.org"):
		if inner := ampPath(path); inner != "" {
			return inner
		}
		return dashedHost(strings.TrimSuffix(host, ".cdn.ampproject.org"))
	case strings.HasSuffix(host, ".bing-amp.com"):
		return ampPath(path)
	case strings.HasPrefix(path, "/amp/") && isGoogle(host):
		return strings.TrimPrefix(strings.TrimPrefix(path, "/amp/"), "s/")
	case strings.HasSuffix(host, ".translate.goog"):
		return dashedHost(strings.TrimSuffix(host, ".translate.goog"))
	case host == "translate.google.com":
		_, query, _ := strings.Cut(path, "?")
		values, _ := url.ParseQuery(query)
		return values.Get("u")
	case host == "web.archive.org" && strings.HasPrefix(path, "/web/"):
		_, inner, _ := strings.Cut(strings.TrimPrefix(path, "/web/"), "/")
		return inner
	}
	return ""
}

// ampPath is the address in the path of an AMP cache: "/c/s/HOST/…", where c
// stands for the kind of document and s for https. See
// https://developers.google.com/amp/cache/overview.
func ampPath(path string) string {
	parts := strings.Split(strings.TrimPrefix(path, "/"), "/")
	if len(parts) < 2 || len(parts[0]) != 1 {
		return ""
	}
	parts = parts[1:]
	if parts[0] == "s" {
		parts = parts[1:]
	}
	return strings.Join(parts, "/")
}

// dashedHost undoes what AMP caches and translations make of a host so that it
// is one label: "-" for a dot, "--" for a hyphen.
func dashedHost(label string) string {
	const hyphen = "\x00"
	label = strings.ReplaceAll(label, "--", hyphen)
	label = strings.ReplaceAll(label, "-", ".")
	return strings.ReplaceAll(label, hyphen, "-")
}

func isGoogle(host string) bool {
	name, _, _ := strings.Cut(registrable(host), ".")
	return name == "google"
}
