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

// A hospital that the list has no more is told by its name; who took its place is not
// known.
func TestHospitalThatIsGone(t *testing.T) {
	now, say := KCB.Successors("79087")
	want := "Trạm y tế phường Thạnh Xuân - Quận 12 (mã 79087) không còn trong danh mục Cơ sở khám bệnh, chữa bệnh. Chọn nơi khác"
	if now != nil || say != want {
		t.Errorf("got %v %q, want %q", now, say, want)
	}
	if _, say := KCB.Successors("01001"); say != "" {
		t.Errorf("a hospital of today: %q", say)
	}
	for _, i := range cu["kcb"].All() {
		if KCB.Has(i.Ma) {
			t.Errorf("%s %s is in both lists", i.Ma, i.Ten)
		}
	}
}

// The province of a hospital is found through the old one in its code.
func TestProvinceOfAHospital(t *testing.T) {
	for ma, want := range map[string]string{"01001": "01", "79024": "79", "77001": "79", "99999": ""} {
		if got := TinhCuaKCB(ma); got != want {
			t.Errorf("%s: got %q, want %q", ma, got, want)
		}
	}
}
