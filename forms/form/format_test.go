package form

import (
	"strings"
	"testing"
)

func TestParseMoney(t *testing.T) {
	for s, want := range map[string]int64{
		"5310000": 5310000, "5.310.000": 5310000, "5,310,000": 5310000, "5 310 000": 5310000, "5.310.000đ": 5310000,
		"5.310.000 đồng": 5310000, "5310000 VND": 5310000, "0": 0, "-5.000": -5000, "12.345": 12345,
	} {
		if got, ok := ParseMoney(s); !ok || got != want {
			t.Errorf("%q: got %d %v, want %d", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "5.31", "5.3100", "5,310.000", "1.2.3", "abc", "5tr", "99999999999999999999", ".5", "5.", "--5", "1.23.456"} {
		if got, ok := ParseMoney(s); ok {
			t.Errorf("%q: read as %d", s, got)
		}
	}
}

// What is shown can be typed in again, and the wire reads what it wrote.
func TestShowParseWire(t *testing.T) {
	for _, c := range []struct {
		col        *Column
		typed      string
		show, wire string
	}{
		{Money("M", "M").Column, "5310000", "5.310.000", "5310000"},
		{Decimal("D", "D").Column, "2.34", "2,34", "2.34"},
		{Decimal("D", "D").Column, "2,340", "2,34", "2.34"},
		{Decimal("D", "D").Column, "3", "3", "3"},
		{Rate("R", "R").Column, "32", "32", "32.0"},
		{Rate("R", "R").Column, "31,8%", "31,8", "31.8"},
		{Rate("R", "R").Column, "4.55", "4,55", "4.55"},
		{Date("N", "N").Column, "2026-11-02", "02/11/2026", "02/11/2026"},
		{Date("N", "N").Column, "2/11/2026", "02/11/2026", "02/11/2026"},
		{Month("T", "T").Column, "2026-01", "01/2026", "01/2026"},
		{Birth("B", "B").Column, "1990", "1990", "1990"},
		{Birth("B", "B").Column, "5/1990", "05/1990", "05/1990"},
		{Birth("B", "B").Column, "1/5/1990", "01/05/1990", "01/05/1990"},
		{Flag("F", "F").Column, "x", "x", "1"},
		{Flag("F", "F").Column, "không", "", "0"},
		{Int("I", "I").Column, "1.200", "1.200", "1200"},
		{Text("S", "S").Column, " á ", "á", "á"},
	} {
		v, say, ok := c.col.Parse(c.typed)
		if !ok {
			t.Errorf("%s %q: %s", c.col.Tag, c.typed, say)
			continue
		}
		if got := c.col.Show(v); got != c.show {
			t.Errorf("%s %q: shows %q, want %q", c.col.Tag, c.typed, got, c.show)
		}
		if got := c.col.Wire(v); got != c.wire {
			t.Errorf("%s %q: writes %q, want %q", c.col.Tag, c.typed, got, c.wire)
		}
		if back, ok := c.col.FromWire(c.wire); !ok || back != v {
			t.Errorf("%s %q: reads back as %v, want %v", c.col.Tag, c.wire, back, v)
		}
	}
}

func TestParseSaysTheForm(t *testing.T) {
	for _, c := range []struct {
		col  *Column
		bad  string
		want string
	}{
		{Money("M", "M").Column, "5.31", "phải là số, ví dụ 5.310.000"},
		{Decimal("D", "D").Column, "2,3456", "phải là số, ví dụ 2,34"},
		{Rate("R", "R").Column, "ba mươi", "phải là tỷ lệ phần trăm, ví dụ 32"},
		{Date("N", "N").Column, "31/11/2026", "phải có dạng 22/11/2026"},
		{Month("T", "T").Column, "13/2026", "phải có dạng 11/2026"},
		{Birth("B", "B").Column, "90", "phải có dạng 15/08/1995, 08/1995 hoặc 1995"},
		{Flag("F", "F").Column, "hả", "ghi x hoặc để trống"},
	} {
		if _, say, ok := c.col.Parse(c.bad); ok || say != c.want {
			t.Errorf("%s %q: got %q %v, want %q", c.col.Tag, c.bad, say, ok, c.want)
		}
	}
	for _, c := range []struct {
		col *Column
		bad string
	}{{Flag("F", "F").Column, "2"}, {Money("M", "M").Column, "5.310.000"}, {Int("I", "I").Column, "1,5"}} {
		if v, ok := c.col.FromWire(c.bad); ok {
			t.Errorf("%s: the wire's %q is read as %v", c.col.Tag, c.bad, v)
		}
	}
}

// A percentage on the wire without a place, and back.
func TestPercentElement(t *testing.T) {
	c := Rate("TyLe", "Tỷ lệ")
	Register(Form{ID: "THU-PERCENT", Version: "1", From: 1, Table: &Table{Tag: "Dong", Groups: []Group{Cols("", c)}}})
	e := Percent("Tyle", c, "0")
	for text, want := range map[string]int64{"22": 2200, "22.0": 2200, "0": 0, "4.5": 450} {
		var r Row
		if !e.Read(WireRow{Row: &r}, text) || c.Get(r) != want || !c.Known(r) {
			t.Errorf("%q reads as %d", text, c.Get(r))
		}
		if got, plain := e.Write(WireRow{Row: &r}), strings.TrimSuffix(text, ".0"); got != plain {
			t.Errorf("got %q, want %q", got, plain)
		}
	}
	var r Row
	if got := e.Write(WireRow{Row: &r}); got != "0" {
		t.Errorf("unknown is written %q", got)
	}
	if !e.Read(WireRow{Row: &r}, "") || c.Known(r) || e.Read(WireRow{Row: &r}, "năm") {
		t.Error("empty or wrong text is not read as it should")
	}
}
