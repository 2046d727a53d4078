package c12

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// A statement of our own figures differs in nothing, in both layouts.
func TestOwnFiguresAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	for range 60 {
		p := lop(t, 1+r.IntN(80))
		for i := range p {
			switch n := &p[i]; r.IntN(6) {
			case 0:
				n.Truoc, n.Giu = nil, nil
			case 1:
				n.Nay = nil
			case 2:
				n.Nay = muc(t, 6_000_000+r.Int64N(90_000_000), false)
			case 3:
				n.DieuChinh = Nam{OmDau: r.Int64N(1000) - 500, HuuTri: r.Int64N(1000)}
			case 4:
				n.NuocNgoai = true
				n.Nay = muc(t, 30_000_000, true)
			}
		}
		dt := Tinh(thang, p, nil)
		nay := lap(dt)
		for _, tb := range []*ThongBao{nay, cu(nay)} {
			if k := Compare(tb, dt, nil); !k.Khop() {
				t.Fatalf("%d people, layout %s: %+v", len(p), tb.Mau, k)
			}
		}
		truoc := lap(dt)
		for _, d := range nay.Dong {
			if so, ok := strings.CutPrefix(d.Ma, "A."); ok {
				truoc.dong("Đ." + so).O = d.O
			}
		}
		if k := Compare(nay, dt, truoc); !k.Khop() {
			t.Fatalf("with the month before: %+v", k)
		}
	}
}

// S11: of 5,000 people one left in August and was reported in November. The statement
// of October counts them, carries their debt and asks the surcharge on it.
func TestOneLateLeaverInFiveThousand(t *testing.T) {
	p := lop(t, 5000)
	late := &p[3217]
	late.Nay = nil
	late.Nghi = 202608
	late.SuKien = []SuKien{{PhuongAn: "GH", TuThang: 202608, Bao: DaGui, Ngay: 20261105, HoSo: "HS000031"}}
	due := late.Giu.Dong
	ours := Tinh(thang, p, nil)
	theirs := append([]Nguoi{}, p...)
	theirs[3217].Nay = late.Giu
	for name, debt := range map[string]bool{"the debt is shown": true, "the surcharge alone": false} {
		dt := Tinh(thang, theirs, nil)
		nay := lap(dt)
		if debt {
			for q, c := range cotQuy {
				dat(nay, "A.2.2.2", c, due[q])
			}
			dat(nay, "A.2.2.2", CotCong, due.Tong())
		}
		themLai(nay, due, 31)
		k := Compare(nay, ours, nil)
		if len(k.LoiGiai) == 0 || len(k.LoiGiai[0].NguyenNhan) != 1 {
			t.Fatalf("%s: %+v", name, k)
		}
		x := k.LoiGiai[0].NguyenNhan[0]
		if x.Loai != ConTinhGiam || x.Ai[0].ID != late.ID || x.Tien != due.Tong() || len(x.Khac)+x.Hon != 0 || x.Sua.Viec != Cho {
			t.Errorf("%s: %+v", name, x)
		}
		if !k.LoiGiai[0].KemPhu || len(k.Con) != 0 {
			t.Errorf("%s: heads and pay do not agree, left %+v", name, k.Con)
		}
		if len(k.Lai) != 1 || k.Lai[0].Ai[0].ID != late.ID || !strings.Contains(k.Lai[0].Say, "31 ngày") {
			t.Errorf("%s: surcharge %+v", name, k.Lai)
		}
		if debt && (len(k.No) != 1 || k.No[0].Ai[0].ID != late.ID) {
			t.Errorf("debt of %+v", k.No)
		}
	}
}

// Up to three people of 5,000 are named, whatever became of them.
func TestSomeOfFiveThousand(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 5))
	for round := range 12 {
		p := lop(t, 5000)
		for i := range p { // changes that were counted well
			switch {
			case i%50 == 7:
				p[i].Truoc, p[i].Giu, p[i].SuKien = nil, nil, []SuKien{{PhuongAn: "TM", TuThang: thang, Bao: DaGui, Ngay: 20261012, HoSo: "HS000001"}}
			case i%50 == 9:
				p[i].Nay, p[i].SuKien = nil, []SuKien{{PhuongAn: "GH", TuThang: thang, Bao: DaGui, Ngay: 20261012, HoSo: "HS000001"}}
			case i%50 == 11:
				p[i].Nay, p[i].SuKien = muc(t, 9_000_000+int64(i)*1_300, false), []SuKien{{PhuongAn: "DC", TuThang: thang, Bao: DaGui, Ngay: 20261012, HoSo: "HS000001"}}
			}
		}
		ours := Tinh(thang, p, nil)
		theirs := append([]Nguoi{}, p...)
		want := map[string]bool{}
		for len(want) < 1+round%3 {
			i := r.IntN(len(p))
			if p[i].suKien() == nil || want[p[i].ID] {
				continue
			}
			want[p[i].ID] = true
			p[i].SuKien[0].Ngay = 20261103
			p[i].SuKien[0].HoSo = "HS000002"
			theirs[i].Nay = theirs[i].Giu
		}
		k := Compare(lap(Tinh(thang, theirs, nil)), ours, nil)
		if len(k.LoiGiai) == 0 {
			t.Fatalf("round %d: nothing found, left %+v", round, k.Con)
		}
		got := map[string]bool{}
		for _, x := range k.LoiGiai[0].NguyenNhan {
			for _, a := range x.Ai {
				got[a.ID] = true
			}
		}
		if len(got) != len(want) || !k.LoiGiai[0].KemPhu || len(k.Con) != 0 {
			t.Errorf("round %d: got %v, want %v, left %v", round, got, want, k.Con)
		}
		for id := range want {
			if !got[id] {
				t.Errorf("round %d: %s is not named: %+v", round, id, k.LoiGiai[0])
			}
		}
	}
}

// What no cause makes up is named with its amount and nothing is invented.
func TestUnexplainedIsNamed(t *testing.T) {
	p := lop(t, 12)
	dt := Tinh(thang, p, nil)
	nay := lap(dt)
	dat(nay, "B.3", CotHuuTri, nay.soHoac("B.3", CotHuuTri)+777_777)
	dat(nay, "B.3", CotCong, nay.soHoac("B.3", CotCong)+777_777)
	k := Compare(nay, dt, nil)
	if len(k.LoiGiai) != 0 || len(k.Con) == 0 {
		t.Fatalf("got %+v, left %+v", k.LoiGiai, k.Con)
	}
	if l := k.Con[0]; l.Ma != "B.3" || l.Cot != CotHuuTri || l.Lech != 777_777 || !strings.Contains(l.Say, "777.777 đồng, chưa giải thích được") {
		t.Errorf("%+v", l)
	}
}

// A cell that nobody has read is not compared; an empty one counts as nothing.
func TestUnknownIsNotCompared(t *testing.T) {
	p := lop(t, 5)
	dt := Tinh(thang, p, nil)
	nay := lap(dt)
	for c := range SoCot {
		nay.dong("B.3").O[c].A = 0
		nay.dong("Đ.2.2").O[c].A = 0
	}
	if k := Compare(nay, dt, nil); !k.Khop() {
		t.Errorf("an unknown row differs: %+v", k)
	}
	nay = lap(dt)
	for c := range SoCot {
		nay.dong("B.3").O[c].A, nay.dong("B.3").O[c].N = 1, 0
	}
	if k := Compare(nay, dt, nil); k.Khop() {
		t.Error("an empty row is not taken for nothing")
	}
}

func benchmark(b *testing.B, n int) {
	p := lop(b, n)
	for i := range p {
		switch i % 40 {
		case 3:
			p[i].Truoc, p[i].Giu, p[i].SuKien = nil, nil, []SuKien{{PhuongAn: "TM", TuThang: thang, Bao: DaGui, Ngay: 20261012, HoSo: "HS000001"}}
		case 5:
			p[i].Nay, p[i].SuKien = nil, []SuKien{{PhuongAn: "GH", TuThang: thang, Bao: DaGui, Ngay: 20261103, HoSo: "HS000002"}}
		}
	}
	theirs := append([]Nguoi{}, p...)
	theirs[5].Nay, theirs[45].Nay = theirs[5].Giu, theirs[45].Giu
	nay := lap(Tinh(thang, theirs, nil))
	b.ReportAllocs()
	for b.Loop() {
		k := Compare(nay, Tinh(thang, p, nil), nil)
		if len(k.LoiGiai) == 0 {
			b.Fatal("nothing found")
		}
	}
}

func BenchmarkCompare5000(b *testing.B) { benchmark(b, 5_000) }

func BenchmarkCompare50000(b *testing.B) { benchmark(b, 50_000) }

// A difference that nothing explains is given up in bounded time, however many people
// and changes there are, whether it is large or within rounding of somebody's due.
func TestSearchIsBounded(t *testing.T) {
	p := lop(t, 20_000)
	for i := range p {
		pay := 5_400_000 + int64(i)*1_010
		m := muc(t, pay, false)
		p[i].Nay, p[i].Truoc, p[i].Giu = m, m, m
		switch i % 10 {
		case 3:
			p[i].Truoc, p[i].Giu, p[i].SuKien = nil, nil, []SuKien{{PhuongAn: "TM", TuThang: thang, Bao: DaGui, Ngay: 20261103, HoSo: "HS000001"}}
		case 5:
			p[i].Nay, p[i].SuKien = nil, []SuKien{{PhuongAn: "GH", TuThang: thang, Bao: DaGui, Ngay: 20261103, HoSo: "HS000002"}}
		}
	}
	dt := Tinh(thang, p, nil)
	theirs := append([]Nguoi{}, p...)
	for i := range 9 { // more than the search looks for
		theirs[100*i+5].Nay, theirs[70*i+3].Nay = theirs[100*i+5].Giu, nil
	}
	one := lap(dt)
	dat(one, "B.3", CotHuuTri, one.soHoac("B.3", CotHuuTri)+2_000_003)
	for name, nay := range map[string]*ThongBao{"one column": one, "eighteen people": lap(Tinh(thang, theirs, nil))} {
		start := time.Now()
		k := Compare(nay, dt, nil)
		d := time.Since(start)
		if t.Logf("%s: %v, %d answers, %d left", name, d, len(k.LoiGiai), len(k.Con)); d > 20*time.Second {
			t.Errorf("%s: %v", name, d)
		}
		if len(k.LoiGiai) == 0 && len(k.Con) == 0 {
			t.Errorf("%s: neither explained nor left", name)
		}
	}
}
