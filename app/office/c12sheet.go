package office

import (
	"context"
	"fmt"

	"ankhai/forms/c12"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/sheet"
)

// C12Report is the reconciliation of a month as a workbook: every row with both sides
// and the difference of each column, the causes with the people and what to do, and
// what nothing explains.
func (o *Office) C12Report(ctx context.Context, month law.Month) (File, error) {
	r, err := o.Reconcile(ctx, month)
	if err != nil {
		return File{}, err
	}
	data, err := sheet.WriteNumberTabs([]sheet.NumberTab{rowsTab(r), causesTab(r), leftTab(r)})
	if err != nil {
		return File{}, fmt.Errorf("report of statement %s: %w", month.ISO(), err)
	}
	return File{Name: "doi-chieu-c12-" + month.ISO() + ".xlsx", Bytes: data}, nil
}

// rowsTab has three columns for each of the statement's: its own, ours, the difference.
func rowsTab(r *C12) sheet.NumberTab {
	t := sheet.NumberTab{Name: "Đối chiếu", Heads: []string{"Dòng", "Nội dung"}, Wide: []int{1}}
	for _, c := range r.Statement.Cot() {
		t.Heads = append(t.Heads, c.Ten()+" – thông báo", c.Ten()+" – đơn vị", c.Ten()+" – chênh lệch")
	}
	t.Heads = append(t.Heads, "Cách tính của đơn vị")
	for _, d := range r.Dong {
		line := []any{d.Ma, d.Ten}
		for _, c := range d.O {
			var diff any
			if n, ok := c.So(); ok {
				diff = n
			}
			line = append(line, amount(c.CoQuan), amount(c.Ta), diff)
		}
		say := ""
		if d.Tin != "" {
			say = "độ tin cậy " + string(d.Tin)
		}
		t.Lines = append(t.Lines, append(line, say))
	}
	return t
}

func amount(v form.Value) any {
	if v.A != form.Known {
		return nil
	}
	return v.N
}

// causesTab lists the causes, a line for each person.
func causesTab(r *C12) sheet.NumberTab {
	t := sheet.NumberTab{Name: "Nguyên nhân", Heads: []string{"Lời giải", "Loại", "Số tiền", "Mã số BHXH", "Họ và tên", "Vì sao", "Việc nên làm"}, Wide: []int{5, 6}}
	add := func(which string, x c12.NguyenNhan) {
		people := append(append([]c12.Ai{}, x.Ai...), x.Khac...)
		if len(people) == 0 {
			people = []c12.Ai{{}}
		}
		for i, a := range people {
			name, so := a.HoTen, any(nil)
			if i >= len(x.Ai) && len(x.Ai) > 0 {
				name = "hoặc " + name
			}
			if i == 0 {
				so = x.Tien
			}
			t.Lines = append(t.Lines, []any{which, string(x.Loai), so, a.MaSo, name, x.Say, x.Sua.Say})
		}
	}
	for i, l := range r.LoiGiai {
		for _, x := range l.NguyenNhan {
			add(fmt.Sprint(i+1), x)
		}
	}
	for _, x := range r.No {
		add("nợ quá hạn", x)
	}
	for _, x := range r.Lai {
		add("chậm đóng", x)
	}
	for _, x := range r.CoThe {
		add("có thể chưa tính", x)
	}
	return t
}

func leftTab(r *C12) sheet.NumberTab {
	t := sheet.NumberTab{Name: "Còn lại", Heads: []string{"Dòng", "Cột", "Chênh lệch", "Nội dung"}, Wide: []int{3}}
	for _, l := range append(append([]c12.Lech{}, r.KyTruoc...), r.Con...) {
		t.Lines = append(t.Lines, []any{l.Ma, l.Cot.Ten(), l.Lech, l.Say})
	}
	for _, s := range r.LuuY {
		t.Lines = append(t.Lines, []any{nil, nil, nil, s})
	}
	for _, f := range r.Faults {
		t.Lines = append(t.Lines, []any{f.Code, nil, nil, f.Say})
	}
	return t
}
