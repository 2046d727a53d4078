package codes

import (
	"strings"
	"testing"
)

func TestAbolishedCommuneIsReplaced(t *testing.T) {
	for _, c := range []struct {
		ma   string
		want []string
	}{
		{"00001", []string{"00097"}},          // Phúc Xá, all of it
		{"00007", []string{"00025", "00008"}}, // Cống Vị, divided
		{"00097", nil},                        // is in the list of today
		{"99999", nil},                        // never was
	} {
		var got []string
		for _, i := range Xa.Thay(c.ma) {
			got = append(got, i.Ma)
		}
		if len(got) < len(c.want) || len(c.want) == 0 && got != nil || len(c.want) > 0 && got[0] != c.want[0] {
			t.Errorf("%s: got %v, want %v", c.ma, got, c.want)
		}
	}
	if now, say := Xa.Successors("00001"); len(now) != 1 || say != "Phường Phúc Xá, Quận Ba Đình (mã 00001) nay là 00097 Phường Hồng Hà" {
		t.Errorf("got %v %q", now, say)
	}
	if now, say := Xa.Successors("00007"); len(now) < 2 || !strings.HasSuffix(say, "Chọn nơi đúng") {
		t.Errorf("got %v %q", now, say)
	}
	if now, say := DanToc.Successors("00001"); now != nil || say != "" {
		t.Errorf("a list without an old one: %v %q", now, say)
	}
}

// Every old commune leads to communes that are there.
func TestOldCommunesLeadSomewhere(t *testing.T) {
	divided := 0
	for _, i := range XaCu.All() {
		to := strings.Fields(i.Nhom)
		if len(to) == 0 {
			t.Errorf("%s %s leads nowhere", i.Ma, i.Ten)
		}
		for _, ma := range to {
			if !Xa.Has(ma) {
				t.Errorf("%s %s leads to %s, which is not there", i.Ma, i.Ten, ma)
			}
		}
		if len(to) > 1 {
			divided++
		}
	}
	if XaCu.Len() < 10_000 || divided < 400 {
		t.Errorf("%d old communes, %d divided", XaCu.Len(), divided)
	}
}

// A commune is found by what it was called before.
func TestFindByTheOldName(t *testing.T) {
	got := Xa.Search("phuc xa ba dinh", 3)
	if len(got) == 0 || got[0].Ten != "Phường Hồng Hà" {
		t.Errorf("got %v", got)
	}
}
