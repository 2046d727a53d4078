package m01bhsb

import (
	_ "embed"
	"fmt"
	"strings"

	"ankhai/forms/form"
)

// Nhom is a group of the form ("nhóm hưởng"): what a row claims.
type Nhom struct {
	Ma       string // our key: "omDau"
	Ten      string // the words on the form
	Muc      string // the part of the form: A ốm đau, B thai sản, C dưỡng sức
	STT      string // the numeral within the part; "" for a group of adjustments only
	NgayLam  bool   // days off are counted as working days, else as days of the calendar
	CheDo    string // the kind of benefit as a ledger of leave names it; "" where there is no leave
	MaCoQuan string // the agency's code: "O1" was seen, the others follow its pattern
	Conf     string // how sure MaCoQuan is: high or low
	chung    bool   // stands for a whole part, for adjustments whose code says no more
}

//go:embed nhomhuong.tsv
var nhomTSV string

// nhoms are the groups in the order of the form. A fault in the table stops the
// program here, naming the line.
var nhoms = docNhom(nhomTSV)

func docNhom(text string) (out []Nhom) {
	for n, l := range strings.Split(strings.TrimRight(text, "\n"), "\n")[1:] {
		f := strings.Split(l, "\t")
		if len(f) != 8 || f[0] == "" || f[1] == "" || !strings.Contains("ABC", f[2]) {
			panic(fmt.Sprintf("m01bhsb: nhomhuong.tsv line %d: %q", n+2, l))
		}
		out = append(out, Nhom{f[0], f[1], f[2], f[3], f[4] == "1", f[5], f[6], f[7], f[3] == ""})
	}
	return out
}

// CacNhom lists the groups in the order of the form.
func CacNhom() []Nhom { return append([]Nhom(nil), nhoms...) }

// NhomCua finds a group by our key.
func NhomCua(ma string) (Nhom, bool) {
	for _, n := range nhoms {
		if n.Ma == ma {
			return n, true
		}
	}
	return Nhom{}, false
}

// nhomCoQuan finds a group of a part by the agency's code.
func nhomCoQuan(muc, ma string) (Nhom, bool) {
	for _, n := range nhoms {
		if n.Muc == muc && n.MaCoQuan == ma && ma != "" {
			return n, true
		}
	}
	return Nhom{}, false
}

// chuaRo is the group of a part in which the wire has a row whose code says no more.
func chuaRo(muc string) string {
	for _, n := range nhoms {
		if n.Muc == muc && n.chung {
			return n.Ma
		}
	}
	return ""
}

// danhSachNhom is the list of column CheDo.
var danhSachNhom = func() form.List {
	var pairs []string
	for _, n := range nhoms {
		pairs = append(pairs, n.Ma, n.Ten)
	}
	return form.Choice("Nhóm hưởng", pairs...)
}()

// nhom is the group of a row; the zero Nhom while nobody has said.
func nhom(r form.Row) Nhom {
	n, _ := NhomCua(CheDo.Get(r))
	return n
}
