package lich

import (
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"ankhai/forms/law"
)

//go:embed data/*.tsv
var files embed.FS

// data is everything in data/. A fault in a file stops the program here, naming
// file and line.
var data = mustLoad(files)

type tables struct {
	duong     []duong
	am        map[int]am
	dau, cuoi int // first and last year of am
}

// duong is a holiday of a fixed day of the solar year.
type duong struct {
	thang, ngay int
	ten         string
	tu          law.Day
	canCu       string
	confidence  law.Confidence
}

// am is where the holidays of the lunar year fall.
type am struct {
	tet, gioTo law.Day
	confidence law.Confidence
}

func mustLoad(files fs.FS) tables {
	t, err := load(files)
	if err != nil {
		panic("lich: " + err.Error())
	}
	return t
}

func load(files fs.FS) (tables, error) {
	t := tables{am: map[int]am{}}
	err := law.EachLine(files, "data/ngay-le.tsv", func(r map[string]string) error {
		m, d, _ := strings.Cut(r["ngay"], "-")
		x := duong{ten: r["ten"], canCu: r["can_cu"], confidence: law.Confidence(r["confidence"])}
		var e1, e2 error
		x.thang, e1 = strconv.Atoi(m)
		x.ngay, e2 = strconv.Atoi(d)
		var ok bool
		x.tu, ok = law.ParseDay(r["tu"])
		if e1 != nil || e2 != nil || !ok || x.ten == "" || x.canCu == "" || x.confidence == "" {
			return fmt.Errorf("a holiday needs day, name, first day, basis and confidence: %v", r)
		}
		t.duong = append(t.duong, x)
		return nil
	})
	if err != nil {
		return t, err
	}
	return t, law.EachLine(files, "data/am-lich.tsv", func(r map[string]string) error {
		nam, err := strconv.Atoi(r["nam"])
		tet, ok1 := law.ParseDay(r["tet"])
		gioTo, ok2 := law.ParseDay(r["gio_to"])
		if err != nil || !ok1 || !ok2 || tet.Year() != nam || gioTo.Year() != nam || r["confidence"] == "" || r["nguon"] == "" {
			return fmt.Errorf("a lunar year needs Tết, Giỗ Tổ, confidence and source: %v", r)
		}
		if t.dau == 0 {
			t.dau = nam
		} else if nam != t.cuoi+1 {
			return fmt.Errorf("year %d does not follow %d", nam, t.cuoi)
		}
		t.cuoi = nam
		t.am[nam] = am{tet, gioTo, law.Confidence(r["confidence"])}
		return nil
	})
}
