package giamdinh

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ankhai/forms/form"
)

//go:embed data/bang.tsv
var bangTSV string

//go:embed data/truong.tsv
var truongTSV string

// bangs is everything in data/. A fault in a file stops the program here, naming
// file and line.
var bangs = mustLoad(bangTSV, truongTSV)

func mustLoad(bang, truong string) []*Bang {
	all, err := load(bang, truong)
	if err != nil {
		panic("giamdinh: " + err.Error())
	}
	return all
}

func load(bang, truong string) ([]*Bang, error) {
	var all []*Bang
	by := map[string]*Bang{}
	err := each("bang.tsv", bang, func(c map[string]string) error {
		b := &Bang{Ma: c["ma"], Ten: c["ten"], Goc: c["goc"], DS: c["ds"], Dong: c["dong"], Goi: c["goi"] == "co",
			Tin: form.Confidence(c["tin"]), GhiChu: c["ghi_chu"], at: map[string]int{}}
		switch {
		case b.Ma == "" || by[b.Ma] != nil:
			return fmt.Errorf("table %q is missing or stands twice", b.Ma)
		case (b.DS == "") != (b.Dong == ""):
			return fmt.Errorf("table %s names a list without rows, or rows without a list", b.Ma)
		case !slices.Contains([]form.Confidence{form.High, form.Medium, form.Low}, b.Tin):
			return fmt.Errorf("table %s: confidence %q", b.Ma, b.Tin)
		}
		by[b.Ma] = b
		all = append(all, b)
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = each("truong.tsv", truong, func(c map[string]string) error {
		b := by[c["bang"]]
		if b == nil {
			return fmt.Errorf("no table %q", c["bang"])
		}
		return b.add(c)
	})
	return all, err
}

var kieus = []Kieu{Chuoi, So, Tien, Luong, TyLe, Ngay, Gio, NgayGio, Sinh, CacNgay, The, CSKCB, CacCSKCB, Hai, Ma, MaCung}

func (b *Bang) add(c map[string]string) error {
	f := Truong{Ten: c["truong"], Nhan: c["ten"], Kieu: Kieu(c["kieu"]), Can: Can(c["can"])}
	if _, twice := b.at[f.Ten]; twice || f.Ten == "" || f.Nhan == "" {
		return fmt.Errorf("field %q of %s is missing, without words, or stands twice", f.Ten, b.Ma)
	}
	if !slices.Contains(kieus, f.Kieu) || !slices.Contains([]Can{PhaiCo, NenCo, TuyY}, f.Can) {
		return fmt.Errorf("field %s of %s: kind %q, need %q", f.Ten, b.Ma, f.Kieu, f.Can)
	}
	if s := c["dai"]; s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n <= 0 {
			return fmt.Errorf("field %s of %s: length %q", f.Ten, b.Ma, s)
		}
		f.Dai = n
	}
	if s := c["ma"]; s != "" {
		f.Ma = strings.Split(s, "|")
	}
	if (f.Kieu == Ma || f.Kieu == MaCung) != (f.Ma != nil) {
		return fmt.Errorf("field %s of %s: answers and kind do not agree", f.Ten, b.Ma)
	}
	b.at[f.Ten] = len(b.Truong)
	b.Truong = append(b.Truong, f)
	return nil
}

// each hands over the lines of a file as cells by the names of its first line.
func each(name, text string, row func(map[string]string) error) error {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	head := strings.Split(lines[0], "\t")
	for n, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != len(head) {
			return fmt.Errorf("%s, line %d: %d cells for %d columns", name, n+2, len(cells), len(head))
		}
		by := make(map[string]string, len(head))
		for i, c := range cells {
			by[head[i]] = c
		}
		if err := row(by); err != nil {
			return fmt.Errorf("%s, line %d: %w", name, n+2, err)
		}
	}
	return nil
}
