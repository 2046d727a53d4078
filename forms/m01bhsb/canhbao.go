package m01bhsb

import (
	_ "embed"
	"fmt"
	"strings"

	"ankhai/forms/form"
)

// Where the answer to a warning lies.
const (
	TrongMau  = "mau"    // in the form: a rule looks for it
	QuaLichSu = "lichSu" // in earlier periods: see Canh.Xem
	CoQuan    = "coQuan" // with the agency alone
)

// Canh is a warning of the agency's claim processing ("mã cảnh báo").
type Canh struct {
	Ma     string   // the agency's code: "10/54"
	Loi    string   // its words
	Nguon  []string // TrongMau, QuaLichSu, CoQuan
	QuyTac []string // codes of the rules of the form that look for it
	Can    string   // what must be known beyond the form, "" if nothing
	XuLy   string   // how to mend it
	// Xem finds the rows that earlier periods speak against, nil where they cannot
	// tell. Rows of part 2 are passed over. What the periods do not know is no hit.
	Xem func(rows []form.Row, lichSu []Ky) []form.Hit
}

//go:embed canhbao.tsv
var canhTSV string

var canhs = docCanh(canhTSV)

// docCanh reads the table. A fault in it stops the program here, naming the line.
func docCanh(text string) (out []Canh) {
	for n, l := range strings.Split(strings.TrimRight(text, "\n"), "\n")[1:] {
		f := strings.Split(l, "\t")
		if len(f) != 6 || f[0] == "" || f[1] == "" || f[2] == "" || f[5] == "" {
			panic(fmt.Sprintf("m01bhsb: canhbao.tsv line %d: %q", n+2, l))
		}
		out = append(out, Canh{Ma: f[0], Loi: f[1], Nguon: strings.Fields(f[2]), QuyTac: strings.Fields(f[3]), Can: f[4], XuLy: f[5], Xem: xemLichSu[f[0]]})
	}
	return out
}

// CanhBao lists the warnings in the order of the agency's codes.
func CanhBao() []Canh { return append([]Canh(nil), canhs...) }

// Soat holds a document against earlier periods of its people: benefits claimed or
// granted, and how they stood in the roster. Each finding is a Nhắc whose code is
// that of the agency's warning: "01B-HSB-W06". lichSu must not hold the document itself.
func Soat(d *form.Doc, lichSu []Ky) []form.Fault {
	var out []form.Fault
	for _, c := range canhs {
		if c.Xem == nil {
			continue
		}
		for _, h := range c.Xem(d.Rows, lichSu) {
			out = append(out, form.Fault{
				Code: d.Form.ID + "-W" + strings.ReplaceAll(c.Ma, "/", "-"), Level: form.Nhac, Form: d.Form.ID,
				Say: TuNgay.Label + ": " + h.Say + ". " + c.XuLy, Basis: canh(c.Ma),
				Places: []form.Place{{Row: h.I + 1, Tag: TuNgay.Tag, Label: TuNgay.Label}},
			})
		}
	}
	return out
}
