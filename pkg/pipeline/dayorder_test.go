package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// What 03/04/2021 means is told by the other articles of the same outlet, in whatever
// file they are; until something tells, it stays unknown and the report says so.
func TestDayOrderIsLearnedPerOutlet(t *testing.T) {
	folder := t.TempDir()
	write := func(name, outlet, date string) {
		record := fmt.Sprintf(`{"id": %q, "outlet": %q, "text": "Ferry burns at Skarholm pier\n\n%s\n\nA ferry burned at its berth in Skarholm early on Monday and twelve people were taken to hospital, the %s wrote."}`,
			name, outlet, date, outlet)
		if err := os.WriteFile(filepath.Join(folder, name+".json"), []byte(record), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("courier-1", "Skarholm Courier", "03/04/2021 16:35")
	write("courier-2", "Skarholm Courier", "25/04/2021 08:00")
	write("mail-1", "Lomnes Mail", "By Per Lund | 03/04/2021")
	write("mail-2", "Lomnes Mail", "By Per Lund | 04/25/2021")
	write("herald-1", "Tolva Herald", "03/04/2021")
	r := scan(t, nil, folder)
	for _, a := range r.Articles {
		want := map[string][2]string{
			"courier-1": {"2021-04-03T16:35", `byline: "03/04/2021" with the day first, as this outlet has "25/04/2021"`},
			"courier-2": {"2021-04-25T08:00", "byline"},
			"mail-1":    {"2021-03-04", `byline: "03/04/2021" with the month first, as this outlet has "04/25/2021"`},
			"mail-2":    {"2021-04-25", "byline"},
			"herald-1":  {"", `byline: "03/04/2021" may be two days`},
		}[a.ID]
		if got := [2]string{a.Published, a.PublishedFrom}; got != want {
			t.Errorf("%s: %q, want %q", a.ID, got, want)
		}
	}
}
