package form

import (
	"strings"
	"testing"

	"ankhai/forms/law"
)

func words(steps []law.Buoc) string {
	var out []string
	for _, b := range steps {
		out = append(out, b.Nhan+": "+b.CongThuc+" ["+b.CanCu+"]")
	}
	return strings.Join(out, "\n")
}

// A cell is explained by the law's reasons for its column, then by each rule of the
// column that speaks of the row, kept or broken; rules of other columns are silent.
func TestWhy(t *testing.T) {
	s := declare("T-WHY", func(s *small) []Rule {
		return []Rule{
			Check("01", s.tien, s.ma.In("D"), "Tiền: từ 10 đồng", func(l *Look) bool { return s.tien.Get(l.Row) >= 10 }, By("Luật thử Điều 1")),
			Judge("02", s.tien, Always, "không quá 100", func(l *Look) Verdict {
				if s.tien.Get(l.Row) > 100 {
					return Verdict{Say: "quá 100", Warn: true}
				}
				return Verdict{}
			}, By("Luật thử Điều 2")),
			Require("03", s.ten, Always, By("Luật thử Điều 3")),
			Check("04", s.tien, Always, "Tiền: luật sau này", func(*Look) bool { return false }, Since(20300101)),
			Unique("05", s.ten, Always),
		}
	})
	s.form.Table.Reasons = []Reason{Why(func(r Row, b *law.Sach) []law.Buoc {
		return []law.Buoc{{Nhan: "Mức", CongThuc: law.VietSo(b.So("muc-tham-chieu", 20261122)), CanCu: "Nghị định thử"}}
	}, s.tien)}
	d := New(s.form)
	d.Rows = []Row{s.row("An", "D", 5), s.row("Ba", "X", 500)}
	for row, want := range []string{
		"Mức: 2.530.000 [Nghị định thử]\nQuy tắc T-WHY-01: Lỗi. Tiền: từ 10 đồng [Luật thử Điều 1]\nQuy tắc T-WHY-02: Tiền: không quá 100: đạt [Luật thử Điều 2]",
		"Mức: 2.530.000 [Nghị định thử]\nQuy tắc T-WHY-02: Nhắc. quá 100 [Luật thử Điều 2]",
	} {
		if got := words(d.Why("", row, s.tien.Col(), nil, 20261122, 202611)); got != want {
			t.Errorf("row %d\n got %s\nwant %s", row, got, want)
		}
	}
	for what, steps := range map[string][]law.Buoc{
		"no row": d.Why("", 2, s.tien.Col(), nil, 20261122, 202611), "no table": d.Why("KhongCo", 0, s.tien.Col(), nil, 20261122, 202611),
		"an empty table below": d.Why("Con", 0, s.cua.Col(), nil, 20261122, 202611),
	} {
		if len(steps) > 0 {
			t.Errorf("%s: %s", what, words(steps))
		}
	}
}

// A reason for a column of another table, or that tells nothing, stops the program.
func TestReasonsAreVetted(t *testing.T) {
	tell := func(Row, *law.Sach) []law.Buoc { return nil }
	strange := Money("La", "Lạ")
	for what, w := range map[string]Reason{"a strange column": Why(tell, strange), "of nothing": Why(tell), "tells nothing": {Of: []*Column{strange.Col()}}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s was registered", what)
				}
			}()
			own := Text("Ten", "Tên")
			Register(Form{ID: "T-VET-" + what, From: 20260101, Table: &Table{Tag: "Dong", Groups: []Group{Cols("", own)}, Reasons: []Reason{w}}})
		}()
	}
}
