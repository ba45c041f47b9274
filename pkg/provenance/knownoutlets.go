package provenance

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// KnownOutlet is an outlet as the user knows it. All articles on the domain and
// the hosts below it, and all whose outlet is found under one of the names, are
// its own. An outlet of several domains has several entries of one name.
type KnownOutlet struct {
	Domain string   `json:"domain,omitempty"`
	Name   string   `json:"name"`
	Names  []string `json:"names,omitempty"` // other names, as records and pages write it
	Owner  string   `json:"owner,omitempty"`
}

// KnownOutlets is a list of outlets. The zero value is empty.
type KnownOutlets struct {
	list     []KnownOutlet
	byDomain map[string]string // names
	byKey    map[string]string // names, by their keys: see nameKey
	owners   map[string]string // by name
}

// KnownOutletError is what is wrong with an entry of a list.
type KnownOutletError struct {
	Entry int // from 1
	Err   error
}

func (e *KnownOutletError) Error() string { return fmt.Sprintf("entry %d: %v", e.Entry, e.Err) }
func (e *KnownOutletError) Unwrap() error { return e.Err }

// NewKnownOutlets reads a list. An entry that says what another contradicts is a
// [KnownOutletError].
func NewKnownOutlets(list []KnownOutlet) (KnownOutlets, error) {
	k := KnownOutlets{list: list, byDomain: map[string]string{}, byKey: map[string]string{}, owners: map[string]string{}}
	for i, o := range list {
		if err := k.add(o); err != nil {
			return KnownOutlets{}, &KnownOutletError{i + 1, err}
		}
	}
	return k, nil
}

func (k *KnownOutlets) add(o KnownOutlet) error {
	if strings.TrimSpace(o.Name) == "" {
		return fmt.Errorf("it has no name; each outlet needs one")
	}
	if o.Domain != "" {
		domain := publisherHost(o.Domain)
		if domain == "" || registrable(domain) == "" {
			return fmt.Errorf("domain %q is no domain of a site, such as herald.example", o.Domain)
		}
		if other := k.byDomain[domain]; other != "" && other != o.Name {
			return fmt.Errorf("domain %s is of %s, but of %s in an entry before", domain, o.Name, other)
		}
		k.byDomain[domain] = o.Name
	}
	for _, name := range append([]string{o.Name}, o.Names...) {
		key := nameKey(name)
		if key == "" {
			return fmt.Errorf("the name %q has no letter or digit", name)
		}
		if other := k.byKey[key]; other != "" && other != o.Name {
			return fmt.Errorf("the name %q stands for %s, but for %s in an entry before", name, o.Name, other)
		}
		k.byKey[key] = o.Name
	}
	if other := k.owners[o.Name]; o.Owner != "" && other != "" && other != o.Owner {
		return fmt.Errorf("%s is owned by %s, but by %s in an entry before", o.Name, o.Owner, other)
	}
	if o.Owner != "" {
		k.owners[o.Name] = o.Owner
	}
	return nil
}

// MarshalJSON writes the list as it was given.
func (k KnownOutlets) MarshalJSON() ([]byte, error) {
	if k.list == nil {
		return []byte("[]"), nil
	}
	return json.Marshal(k.list)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (k *KnownOutlets) UnmarshalJSON(data []byte) error {
	var list []KnownOutlet
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	read, err := NewKnownOutlets(list)
	*k = read
	return err
}

// Owner is who owns the outlet of that name, empty when the list does not tell.
func (k KnownOutlets) Owner(outlet string) string { return k.owners[outlet] }

// rename gives an outlet the name that the list has for it: by the name that was
// found, else by the host that the article stands on. The name comes first, for a
// site may show what others published.
func (k KnownOutlets) rename(a *news.Article) {
	if len(k.list) == 0 || a.Outlet.Name == "" {
		return
	}
	name, by := k.byKey[nameKey(a.Outlet.Name)], ""
	if name == "" {
		name, by = k.onHost(publisherHost(a.Outlet.Name))
	}
	if name == "" {
		name, by = k.onHost(publisherHost(a.URL))
	}
	if name == "" || name == a.Outlet.Name {
		return
	}
	if by == "" {
		by = a.Outlet.Name
	}
	a.Outlet.Evidence += "; " + by + " in the list of outlets"
	a.Outlet.Name = name
}

// onHost is the outlet of the closest domain at or above a host.
func (k KnownOutlets) onHost(host string) (name, domain string) {
	for ; host != ""; _, host, _ = strings.Cut(host, ".") {
		if name := k.byDomain[host]; name != "" {
			return name, host
		}
	}
	return "", ""
}

// has reports whether a name is one that the list gives.
func (k KnownOutlets) has(name string) bool { return k.byKey[nameKey(name)] == name && name != "" }

// nameKey is what all spellings of a name have in common: its letters and digits
// in lower case, without "The" before more.
func nameKey(name string) string {
	lower := strings.ToLower(strings.TrimSpace(name))
	if rest, ok := strings.CutPrefix(lower, "the "); ok && squeeze(rest) != "" {
		lower = rest
	}
	return squeeze(lower)
}
