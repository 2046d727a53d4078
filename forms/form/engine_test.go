package form

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"ankhai/forms/law"
)

var mau = Choice("Màu", "D", "Đỏ", "X", "Xanh")

// small declares a form of its own for a test; the columns are made anew.
type small struct {
	form *Form
	ten  TextColumn
	ma   CodeColumn
	tien MoneyColumn
	ngay DayColumn
	cua  TextColumn
	khoa TextColumn
	dau  TextColumn
}

func declare(id string, rules func(s *small) []Rule) *small {
	s := &small{
		ten: Text("Ten", "Tên", Must, Max(5)), ma: Code("Ma", "Mã màu", mau), tien: Money("Tien", "Tiền"),
		ngay: Date("Ngay", "Ngày"), khoa: Text("Khoa", "Khoá"), cua: Text("Cua", "Của"), dau: Text("Dau", "Đầu"),
	}
	f := Form{
		ID: id, Version: "1", Title: "Mẫu thử", Basis: "Quyết định thử", From: 20260101,
		Head: &Table{Tag: "Dau", Groups: []Group{Cols("", s.dau)}},
		Table: &Table{
			Tag: "Dong", Groups: []Group{Cols("", s.ten, s.ma), Cols("Nhóm", s.tien, s.ngay, s.khoa)},
			Totals: []Total{{Tag: "So", Head: "Số dòng", If: Always}, {Tag: "Tong", Head: "Tổng", If: Always, Of: s.tien}},
		},
		Subs: []*Table{{Tag: "Con", Groups: []Group{Cols("", s.cua)}, Link: s.cua, LinkTo: s.khoa}},
	}
	if rules != nil {
		f.Table.Rules = rules(s)
	}
	s.form = Register(f)
	return s
}

func (s *small) row(ten, ma string, tien int64) Row {
	var r Row
	s.ten.Set(&r, ten)
	s.ma.Set(&r, ma)
	if tien != 0 {
		s.tien.Set(&r, tien)
	}
	return r
}

func TestOneFaultWithManyPlaces(t *testing.T) {
	s := declare("T1", func(s *small) []Rule {
		return []Rule{Require("01", s.tien, s.ma.In("D"), By("Luật thử Điều 1"))}
	})
	d := New(s.form)
	d.Rows = []Row{s.row("a", "D", 0), s.row("b", "X", 0), s.row("c", "D", 0), s.row("d", "D", 5)}
	got := d.Check(20261122, 202611)
	if len(got) != 1 || len(got[0].Places) != 2 || got[0].Places[1].Row != 3 {
		t.Fatalf("got %+v", got)
	}
	f := got[0]
	if f.Code != "T1-01" || f.Say != "Tiền: phải có khi Mã màu là D" || f.Basis != "Luật thử Điều 1" || f.Level != Loi || !Blocks(got) {
		t.Errorf("got %+v", f)
	}
}

func TestColumnsCheckThemselves(t *testing.T) {
	s := declare("T2", nil)
	d := New(s.form)
	r := s.row("", "Z", 0)
	s.ngay.Put(&r, NumValue(20261301))
	d.Rows = []Row{r, s.row("quá dài", "D", 0), s.row("năm ă", "D", 0)}
	var got []string
	for _, f := range d.Check(0, 0) {
		got = append(got, f.Code+" "+f.Say)
	}
	want := "T2-Ten Tên: phải có|T2-Ma Mã màu: không có mã Z trong danh mục Màu|T2-Ngay Ngày: phải có dạng 22/11/2026|T2-Ten Tên: không quá 5 ký tự (đang có 7)"
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
}

func TestRulesHaveDates(t *testing.T) {
	s := declare("T3", func(s *small) []Rule {
		return []Rule{
			Require("01", s.tien, Always, BlocksFrom(20270101)),
			Require("02", s.ngay, Always, Since(20270101)),
		}
	})
	d := New(s.form)
	d.Rows = []Row{s.row("a", "D", 0)}
	for day, want := range map[law.Day]string{20261231: "T3-01 Nhắc;", 20270101: "T3-01 Lỗi;T3-02 Lỗi;"} {
		got := ""
		for _, f := range d.Check(day, 0) {
			got += f.Code + " " + string(f.Level) + ";"
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", day, got, want)
		}
	}
}

func TestConditionsSpeak(t *testing.T) {
	s := declare("T4", nil)
	for _, c := range []struct {
		cond Cond
		say  string
		row  Row
		want bool
	}{
		{s.ma.In("D", "X"), "Mã màu là D, X", s.row("a", "X", 0), true},
		{Not(s.ma.In("D")), "không (Mã màu là D)", s.row("a", "D", 0), false},
		{Any(s.tien.Filled(), s.ma.In("D")), "Tiền có ghi hoặc Mã màu là D", s.row("a", "X", 1), true},
		{All(s.tien.Empty(), s.ma.In("D")), "Tiền để trống và Mã màu là D", s.row("a", "X", 0), false},
		{s.ma.In("D").Named("màu đỏ"), "màu đỏ", s.row("a", "D", 0), true},
	} {
		if c.cond.Say != c.say || c.cond.Test(c.row) != c.want {
			t.Errorf("got %q %v, want %q %v", c.cond.Say, c.cond.Test(c.row), c.say, c.want)
		}
	}
}

func TestUniqueNamesTheOtherRow(t *testing.T) {
	s := declare("T5", func(s *small) []Rule { return []Rule{Unique("01", s.ten, Always)} })
	d := New(s.form)
	d.Rows = []Row{s.row("a", "D", 0), s.row("b", "D", 0), s.row("a", "D", 0)}
	got := d.Check(0, 0)
	if len(got) != 1 || got[0].Say != "Tên: trùng với dòng 1" || got[0].Places[0].Row != 3 {
		t.Errorf("got %+v", got)
	}
}

func TestTotalsCarryTheUnknown(t *testing.T) {
	s := declare("T6", nil)
	d := New(s.form)
	blank := s.row("c", "D", 0)
	s.tien.Put(&blank, BlankValue())
	d.Rows = []Row{s.row("a", "D", 5), s.row("b", "D", 0), blank}
	got := d.Sums()
	if got[0].N != 3 || got[1].N != 5 || got[1].Unknown != 1 || !got[1].Money {
		t.Errorf("got %+v", got)
	}
}

func TestDraftsKeepTheThreeAnswers(t *testing.T) {
	s := declare("T7", nil)
	d := New(s.form)
	r := s.row("<&\"ă", "D", 0)
	s.ngay.Put(&r, BlankValue())
	s.dau.Set(&d.Head, "đầu")
	d.Rows = []Row{r, {}}
	var sub Row
	s.cua.Set(&sub, "x")
	d.Subs["Con"] = []Row{sub}
	data, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var back Doc
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	again, _ := json.Marshal(&back)
	if string(again) != string(data) {
		t.Errorf("got  %s\nwant %s", again, data)
	}
	if v := s.ngay.Column.Get(back.Rows[0]); v.A != Blank {
		t.Errorf("blank became %v", v)
	}
	if v := s.tien.Column.Get(back.Rows[0]); v.A != Unknown {
		t.Errorf("unknown became %v", v)
	}
	for _, bad := range []string{`{"form":"T7","rows":[{"Khac":1}]}`, `{"form":"KHONG","rows":[]}`, `{"form":"T7","rows":[{"Tien":"mười"}]}`, `{"form":"T7","rows":[{"Ngay":"2026-13-01"}]}`, `{"form":"T7","rows":[],"subs":{"La":[]}}`} {
		if err := json.Unmarshal([]byte(bad), new(Doc)); err == nil {
			t.Errorf("%s is read", bad)
		}
	}
}

// A later version of a mẫu may leave columns out and add others; rows stay.
func TestVersionsShareRows(t *testing.T) {
	s := declare("T8", nil)
	r := s.row("a", "D", 7)
	moi := Text("Moi", "Mới")
	v2 := Register(Form{ID: "T8", Version: "2", From: 20270101, Table: &Table{Tag: "Dong", Groups: []Group{Cols("", moi, s.tien)}}})
	moi.Set(&r, "x")
	if s.tien.Get(r) != 7 || s.ten.Get(r) != "a" || moi.Get(r) != "x" {
		t.Errorf("got %v", r)
	}
	if On("T8", 20261231) != s.form || On("T8", 20270101) != v2 || Of("T8") != v2 || On("T8", 20250101) != nil {
		t.Error("the versions are not found by day")
	}
}

func TestWrongDeclarationsStopTheProgram(t *testing.T) {
	a, b := Text("A", "Cột A"), Text("B", "Cột B")
	fresh := func(tag string) TextColumn { return Text(tag, "Cột "+tag) }
	for name, c := range map[string]struct {
		do   func()
		want string
	}{
		"code not in list": {func() { Code("M", "Mã", mau).In("Q") }, `no code "Q"`},
		"tag twice": {func() {
			Register(Form{ID: "W1", Table: &Table{Groups: []Group{Cols("", fresh("A"), fresh("A"))}}})
		}, "stands twice"},
		"code list missing": {func() {
			Register(Form{ID: "W2", Table: &Table{Groups: []Group{Cols("", Code("M", "Mã", nil))}}})
		}, "no code list"},
		"rule code twice": {func() {
			x := fresh("A")
			Register(Form{ID: "W3", Table: &Table{Groups: []Group{Cols("", x)}, Rules: []Rule{Require("01", x, Always), Require("01", x, Always)}}})
		}, `rule code "01"`},
		"rule on a foreign column": {func() {
			Register(Form{ID: "W4", Table: &Table{Groups: []Group{Cols("", a)}, Rules: []Rule{Require("01", b, Always)}}})
		}, "B (Cột B), which is in no group"},
		"condition on a foreign column": {func() {
			x := fresh("A")
			Register(Form{ID: "W5", Table: &Table{Groups: []Group{Cols("", x)}, Rules: []Rule{Require("01", x, b.Filled())}}})
		}, "B (Cột B), which is in no group"},
		"wire with a foreign column": {func() {
			Register(Form{ID: "W6", Table: &Table{Groups: []Group{Cols("", fresh("A"))}},
				Wires: []Wire{{File: "w.xml", Body: []Elem{Each("Dong", El("B", b))}}}})
		}, "element B of w.xml"},
		"wire with a foreign table": {func() {
			Register(Form{ID: "W7", Table: &Table{Groups: []Group{Cols("", fresh("A"))}},
				Wires: []Wire{{File: "w.xml", Body: []Elem{Each("Dong", EachOf("X", "Khong"))}}}})
		}, `repeats table "Khong"`},
		"two versions of one day": {func() {
			Register(Form{ID: "W8", From: 1, Table: &Table{}})
			Register(Form{ID: "W8", From: 1, Table: &Table{}})
		}, "two versions"},
		"column in two forms": {func() {
			x := fresh("A")
			Register(Form{ID: "W9", Table: &Table{Groups: []Group{Cols("", x)}}})
			Register(Form{ID: "W10", Table: &Table{Groups: []Group{Cols("", x)}}})
		}, "belongs to W9"},
		"column in no form": {func() { var r Row; fresh("Z").Set(&r, "x") }, "no registered form"},
		"no table":          {func() { Register(Form{ID: "W11"}) }, "needs an ID and a table"},
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if got := fmt.Sprint(recover()); !strings.Contains(got, c.want) {
					t.Errorf("got %q, want %q", got, c.want)
				}
			}()
			c.do()
		})
	}
}

func TestSpecIsTheSameTwice(t *testing.T) {
	s := declare("T9", func(s *small) []Rule { return []Rule{Require("01", s.tien, s.ma.In("D"), By("Luật"))} })
	a := Spec(s.form)
	if a != Spec(s.form) || !strings.Contains(a, "| 01 | Lỗi | Tiền: phải có khi Mã màu là D |") || !strings.Contains(a, "| `Ma` | Mã màu | mã |") {
		t.Error(a)
	}
}

func TestFileName(t *testing.T) {
	for id, want := range map[string]string{"01/BHYT": "01-BHYT", "D02-LT": "D02-LT"} {
		if got := (&Form{ID: id}).FileName(); got != want {
			t.Errorf("%s: got %s, want %s", id, got, want)
		}
	}
}
