package extract

import "testing"

func TestAddressDay(t *testing.T) {
	for _, tt := range []struct{ url, want string }{
		{"https://courier.example/2021/07/19/ferry", "2021-07-19"},
		{"https://courier.example/2021/7/9/ferry", "2021-07-09"},
		{"https://courier.example/world/2021/jul/19/ferry", "2021-07-19"},
		{"https://courier.example/ferry-2021-07-19", "2021-07-19"},
		{"https://courier.example/20210719/ferry", "2021-07-19"},
		{"https://courier.example/2021/07/ferry", ""},
		{"https://courier.example/2021/13/19/ferry", ""},
		{"https://courier.example/story/20991399/ferry", ""},
		{"https://courier.example/ferry?on=/2021/07/19/", ""},
		{"https://2021-07-19.example/ferry", ""},
		{"", ""},
	} {
		if got := addressDay(tt.url).String(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.url, got, tt.want)
		}
	}
}
