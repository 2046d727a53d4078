package c12

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"
)

// sound asks what holds of every statement that was read: no row twice, no answer
// that is none, and that it is kept as JSON and comes back the same.
func sound(t *testing.T, tb *ThongBao, vd []VanDe) {
	t.Helper()
	seen := map[string]bool{}
	for _, d := range tb.Dong {
		if seen[d.Ma] || d.Ma == "" {
			t.Fatalf("row %q twice", d.Ma)
		}
		seen[d.Ma] = true
	}
	for _, v := range vd {
		if v.Ma == "" || v.Say == "" || v.Cap == "" {
			t.Fatalf("a fault without words: %+v", v)
		}
	}
	if len(tb.Dong) == 0 && len(vd) == 0 {
		t.Fatal("nothing was read and nothing said")
	}
	data, err := json.Marshal(tb)
	if err != nil {
		t.Fatal(err)
	}
	back := &ThongBao{}
	if err := json.Unmarshal(data, back); err != nil {
		t.Fatal(err)
	}
	if again, err := json.Marshal(back); err != nil || !bytes.Equal(again, data) || len(back.Dong) != len(tb.Dong) {
		t.Fatalf("%v: came back as %s, want %s", err, again, data)
	}
}

func FuzzDocVanBan(f *testing.F) {
	f.Add("Tháng 10 năm 2026\nÔĐ, TS HTTT\nA Kỳ trước mang sang\n1 Số lao động 4 4 4 4 4\n2.2 Thiếu 1.000 2.000\n")
	f.Add("STT\tNỘI DUNG\tBHYT\nB\tPhát sinh\n3\tPhải đóng\t(7)\n")
	f.Add("STT\tNỘI DUNG\tÔĐ, TS\tHTTT\tBHYT\tBHTN\tBHTNLĐ, BNN\tCỘNG\nC\tĐã nộp\n1\t+ UNC số 001, ngày 05/11/2026\t\t\t\t\t\t5.000\n")
	f.Fuzz(func(t *testing.T, s string) {
		tb, vd := DocVanBan(s)
		sound(t, tb, vd)
	})
}

// Whatever pdftotext prints, the answer is words, and they make a statement or say
// that they make none.
func FuzzDocTrang(f *testing.F) {
	f.Add([]byte(`<doc><page><word xMin="83.2" yMin="28.5" xMax="102.7" yMax="38">BẢO &amp;</word></page></doc>`))
	f.Add([]byte(`<page><word xMin="10" yMin="1" xMax="20" yMax="9">HTTT</word><word xMin="30" yMin="1" xMax="40" yMax="9">BHYT</word><word xMin="50" yMin="1" xMax="60" yMax="9">BHTN</word><word xMin="70" yMin="1" xMax="80" yMax="9">CỘNG</word>` +
		`<word xMin="1" yMin="11" xMax="5" yMax="19">B</word><word xMin="1" yMin="21" xMax="5" yMax="29">3</word><word xMin="30" yMin="21" xMax="40" yMax="29">7</word></page>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		words, err := DocTu(bytes.NewReader(data))
		if err != nil {
			return
		}
		tb, vd := DocTrang(words)
		sound(t, tb, vd)
	})
}

func FuzzDocJSON(f *testing.F) {
	f.Add([]byte(`{"c12s":[{"maDonVi":"YN0001A","stt":"A.1","noiDung":"Số lao động","bhxh":4},{"stt":"B.3","noiDung":"Phải đóng","bhxh":"27.000.000","cong":34000000}]}`))
	f.Add([]byte(`[{"stt":"C.1","noiDung":"UNC số 00123, ngày 05/10/2026","cong":"x"}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		tb, vd, err := DocJSON(data)
		if err != nil {
			if tb != nil {
				t.Fatal("a statement and an error")
			}
			return
		}
		sound(t, tb, vd)
		again, vd2, err := DocJSON(data)
		if err != nil || !reflect.DeepEqual(again, tb) || len(vd2) != len(vd) {
			t.Fatal("read twice, and not the same")
		}
	})
}
