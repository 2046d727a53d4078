package services

import (
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/law"
)

// ChoTrong stands in a sentence where somebody must fill something in.
const ChoTrong = "…"

// MauCau is a sentence for a text column of a mẫu ("mẫu câu"), in the words of the
// guide that issued the mẫu, with ChoTrong where something is to be filled in.
type MauCau struct {
	Mau        string         `json:"mau"`      // "D02-LT"
	Cot        string         `json:"cot"`      // the column's tag: "GhiChu"
	PhuongAn   []string       `json:"phuongAn"` // of the row; none: any
	Cau        string         `json:"cau"`
	Tu, Den    law.Day        `json:"-"` // in force; zero: not known, still
	CanCu      string         `json:"canCu"`
	Confidence law.Confidence `json:"confidence"`
}

// mauCau are the sentences of data/mau-cau.tsv, in its order. A fault in it stops the
// program, naming file and line.
var mauCau = mustMauCau()

func mustMauCau() (out []MauCau) {
	err := law.EachLine(files, "data/mau-cau.tsv", func(r map[string]string) error {
		c := MauCau{Mau: r["mau"], Cot: r["cot"], PhuongAn: strings.Fields(r["phuong_an"]), Cau: r["cau"], CanCu: r["can_cu"], Confidence: law.Confidence(r["confidence"])}
		for _, d := range []struct {
			text string
			to   *law.Day
		}{{r["tu"], &c.Tu}, {r["den"], &c.Den}} {
			if d.text == "" {
				continue
			}
			day, ok := law.ParseDay(d.text)
			if !ok {
				return fmt.Errorf("%q is not a day such as 2026-05-01", d.text)
			}
			*d.to = day
		}
		if slices.ContainsFunc(out, func(o MauCau) bool { return o.Mau == c.Mau && o.Cot == c.Cot && o.Cau == c.Cau }) {
			return fmt.Errorf("the sentence stands twice: %s", c.Cau)
		}
		out = append(out, c)
		return firstErr(need(c.Mau, "mau"), need(c.Cot, "cot"), need(c.Cau, "cau"), need(c.CanCu, "can_cu"), sure(c.Confidence))
	})
	if err != nil {
		panic("services: " + err.Error())
	}
	return out
}

// CacMauCau lists the sentences for a column of a mẫu that are in force on a day: those
// for the row's phương án first, then those for any; those of other phương án are left
// out. Without a phương án all of them.
func CacMauCau(mau, cot, phuongAn string, on law.Day) []MauCau {
	var own, any []MauCau
	for _, c := range mauCau {
		if c.Mau != mau || c.Cot != cot || on < c.Tu || c.Den != 0 && on > c.Den {
			continue
		}
		switch {
		case len(c.PhuongAn) == 0:
			any = append(any, c)
		case phuongAn == "" || slices.Contains(c.PhuongAn, phuongAn):
			own = append(own, c)
		}
	}
	return append(own, any...)
}
