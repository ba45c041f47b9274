package provenance

import "testing"

func TestPublisherHost(t *testing.T) {
	for _, tt := range []struct{ address, want string }{
		{"https://www.coastalherald.com/2024/ferry", "coastalherald.com"},
		{"HTTP://WWW.CoastalHerald.COM./", "coastalherald.com"},
		{"//m.coastalherald.com/x", "coastalherald.com"},
		{"https://ada:secret@coastalherald.com:8443/x", "coastalherald.com"},
		{"coastalherald.com?page=2", "coastalherald.com"},
		{"news.coastalherald.com", "news.coastalherald.com"},
		{"mobile.news.bbc.co.uk", "news.bbc.co.uk"},
		{"amp.www.coastalherald.com", "coastalherald.com"},
		{"https://паром.рф/новости", "паром.рф"},
		{"https://xn--80aaxgrpt.xn--p1ai/", "xn--80aaxgrpt.xn--p1ai"},
		// what is left must be a site's
		{"m.com", "m.com"},
		{"amp.dev", "amp.dev"},
		{"www.gov.uk", "www.gov.uk"},
		{"m.blogspot.com", "m.blogspot.com"},
		// caches, translations and archives
		{"https://www-coastalherald-com.cdn.ampproject.org/c/s/www.coastalherald.com/a.amp", "coastalherald.com"},
		{"https://cdn.ampproject.org/c/coastalherald.com/a", "coastalherald.com"},
		{"https://coastal--herald-com.cdn.ampproject.org/", "coastal-herald.com"},
		{"https://www.google.co.uk/amp/s/amp.coastalherald.com/a", "coastalherald.com"},
		{"https://www-coastalherald-com.translate.goog/a?_x_tr_sl=no", "coastalherald.com"},
		{"https://translate.google.com/translate?sl=no&u=https%3A%2F%2Fwww.coastalherald.com%2Fa", "coastalherald.com"},
		{"https://web.archive.org/web/20240304051122/https://www.coastalherald.com/a", "coastalherald.com"},
		{"https://web.archive.org/web/2024id_/https://www-coastalherald-com.cdn.ampproject.org/c/s/m.coastalherald.com/a", "coastalherald.com"},
		{"https://www.google.com/search?q=ferry", "google.com"},
		// no hosts
		{"", ""}, {"Coastal Herald", ""}, {"mailto:ada@coastalherald.com", "coastalherald.com"}, {"192.168.0.1", ""},
		{"localhost", ""}, {"a..b", ""}, {"-a.com", ""}, {"id-4711", ""}, {"https://", ""}, {"https://cdn.ampproject.org/c/s", "cdn.ampproject.org"},
	} {
		if got := publisherHost(tt.address); got != tt.want {
			t.Errorf("%q: host %q, want %q", tt.address, got, tt.want)
		}
	}
}

// Whatever an address is, its host is one, and is its own host.
func FuzzPublisherHost(f *testing.F) {
	for _, seed := range []string{
		"https://www.coastalherald.com/a", "https://web.archive.org/web/1/https://web.archive.org/web/2/https://a.example",
		"https://--.translate.goog", "//@:/?#", "www.www.www.com", "m.m.m", "https://translate.google.com/translate?u=%zz",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, address string) {
		host := publisherHost(address)
		if host == "" {
			return
		}
		if !isHost(host) || siteHost(host) != host {
			t.Errorf("%q: host %q", address, host)
		}
	})
}
