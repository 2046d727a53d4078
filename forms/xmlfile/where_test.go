package xmlfile_test

import (
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/xmlfile"
)

var (
	nhomThu = form.Text("Nhom", "Nhóm")
	tenThu  = form.Text("Ten", "Tên")

	haiNhom = form.Register(form.Form{
		ID: "THU-NHOM", Version: "1", Title: "Mẫu hai nhóm", From: 20260501,
		Table: &form.Table{Tag: "Dong", Groups: []form.Group{form.Cols("", nhomThu, tenThu)}},
		Wires: []form.Wire{{File: "THU-NHOM.xml", Root: "THU-NHOM", SignNode: "Cky", From: 20260501, Body: []form.Elem{
			form.Box("Tang", cua("tang")), form.Box("Giam", cua("giam")),
		}}},
	})
)

func cua(nhom string) form.Elem {
	return form.EachWhere("LaoDong", func(r form.Row) bool { return nhomThu.Get(r) == nhom },
		func(r *form.Row) { nhomThu.Set(r, nhom) }, form.Seq("STT"), form.El("Ten", tenThu))
}

// The main table in several groups: each row stands in its own, is numbered there
// from 1, and is known by the group in which it is read.
func TestRowsInGroups(t *testing.T) {
	d := form.New(haiNhom)
	for _, s := range [][2]string{{"giam", "An"}, {"tang", "Bình"}, {"giam", "Cúc"}, {"", "Không nhóm"}} {
		var r form.Row
		nhomThu.Set(&r, s[0])
		tenThu.Set(&r, s[1])
		d.Rows = append(d.Rows, r)
	}
	const head = `<?xml version="1.0" encoding="utf-8"?><THU-NHOM xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">`
	want := head + `<Tang><LaoDong><STT>1</STT><Ten>Bình</Ten></LaoDong></Tang>` +
		`<Giam><LaoDong><STT>1</STT><Ten>An</Ten></LaoDong><LaoDong><STT>2</STT><Ten>Cúc</Ten></LaoDong></Giam><Cky></Cky></THU-NHOM>`
	if got := string(encode(t, d)); got != want {
		t.Fatalf("got  %s\nwant %s", got, want)
	}
	back, _, odds, err := xmlfile.Decode([]byte(want))
	if err != nil || len(odds) > 0 {
		t.Fatal(err, odds)
	}
	if got := string(encode(t, back)); got != want {
		t.Errorf("reads back to %s", got)
	}
	if got := nhomThu.Get(back.Rows[0]) + nhomThu.Get(back.Rows[1]); got != "tanggiam" {
		t.Errorf("got groups %s", got)
	}
}
