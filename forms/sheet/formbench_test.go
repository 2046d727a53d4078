package sheet

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"ankhai/forms/form"
)

// wideForm is a form of 40 columns of every kind, and a document of it with n rows.
func wideForm(id string, n int) *form.Doc {
	var cols []form.Handle
	for i := range 5 {
		tag := func(s string) string { return fmt.Sprintf("%s%d", s, i) }
		cols = append(cols, form.Text(tag("Ten"), tag("Tên "), form.Max(100)), form.Text(tag("So"), tag("Số "), form.Max(12)),
			form.Code(tag("Ma"), tag("Mã "), form.Choice("Màu", "D", "Đỏ", "X", "Xanh")), form.Date(tag("Ngay"), tag("Ngày ")),
			form.Birth(tag("Sinh"), tag("Sinh ")), form.Month(tag("Thang"), tag("Tháng ")), form.Money(tag("Tien"), tag("Tiền ")),
			form.Flag(tag("Co"), tag("Có ")))
	}
	f := form.Register(form.Form{ID: id, Version: "1", Title: "Mẫu rộng", Basis: "Quyết định thử", From: 20260101,
		Table: &form.Table{Tag: "Dong", Groups: []form.Group{form.Cols("", cols...)}}})
	d := form.New(f)
	for k := range n {
		var r form.Row
		for i, h := range cols {
			c := h.Col()
			switch c.Kind {
			case form.KindText:
				c.Put(&r, form.TextValue(fmt.Sprintf("Nguyễn Văn %s %d", given[(k+i)%len(given)], k)))
			case form.KindCode:
				c.Put(&r, form.TextValue("D"))
			case form.KindDay, form.KindBirth:
				c.Put(&r, form.NumValue(int64(19900101+k%28)))
			case form.KindMonth:
				c.Put(&r, form.NumValue(202601))
			case form.KindMoney:
				c.Put(&r, form.NumValue(int64(5_310_000+k)))
			default:
				c.Put(&r, form.NumValue(1))
			}
		}
		d.Rows = append(d.Rows, r)
	}
	return d
}

var tenThousand = sync.OnceValue(func() *form.Doc { return wideForm("RONG", 10_000) })

func BenchmarkWriteForm10000x40(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		data, err := WriteForm(tenThousand(), FormOptions{})
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(data)))
	}
}

func BenchmarkReadForm10000x40(b *testing.B) {
	data, err := WriteForm(tenThousand(), FormOptions{})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		doc, problems, err := ReadForm(context.Background(), tenThousand().Form, data, FormOptions{})
		if err != nil || len(problems) > 0 || len(doc.Rows) != len(tenThousand().Rows) {
			b.Fatal(err, problems, len(doc.Rows))
		}
	}
}
