package extract

import "testing"

func TestFindStamp(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{"Una Ross 6 minutes ago Mon 19th July 2021 | 04:35 PM", "2021-07-19T16:35"},
		{"2021-07-20 HKT 09:20 Share this story", "2021-07-20T09:20+08:00"},
		{"Tuesday 20 July 2021, 09:48AM", "2021-07-20T09:48"},
		{"July 19, 2021", "2021-07-19"},
		{"31 May 2018 4:05 pm BST", "2018-05-31T16:05"},
		{"May 31, 2019, 9:52 PM UTC", "2019-05-31T21:52Z"},
		{"Posted: 7:37 PM, May 30, 2019", "2019-05-30T19:37"},
		{"date 2021-07-19 example.com", "2021-07-19"},
		{"2024-03-04T06:10:00+02:00", "2024-03-04T06:10+02:00"},
		{"Publié le 4 mars 2024 à 18:20", "2024-03-04T18:20"},
		{"1er mars 2024", "2024-03-01"},
		{"04.03.2024, 18:20 Uhr", "2024-03-04T18:20"},
		{"4. März 2024", "2024-03-04"},
		{"4 de marzo de 2024", "2024-03-04"},
		{"4 марта 2024", "2024-03-04"},
		{"2024年3月4日 18:20", "2024-03-04T18:20"},
		{"26-FEB-1987 15:02:20.00", "1987-02-26T15:02"},
		{"12:05 a.m. March 4, 2024", "2024-03-04T00:05"},
		{"PORT ELLEN, March 4", "XXXX-03-04"},
		{"19/07/2021", "2021-07-19"},
		{"07/19/2021", "2021-07-19"},
		{"3/4/2021", ""},
		{"5 hours ago", ""},
		{"February 30, 2024", ""},
		{"Call 555-1234-5678 or 12:99", ""},
		{"The march of 4 men", ""},
	} {
		got, _ := findStamp(tt.line)
		if got.String() != tt.want {
			t.Errorf("%q: %q, want %q", tt.line, got.String(), tt.want)
		}
	}
}
