package office

import (
	"context"
	"fmt"
	"slices"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// TemplateOrder is which payroll to be filled, and for when.
type TemplateOrder struct {
	Layout string // one of sheet.PayrollLayouts
	Month  law.Month
	Blank  bool // without people
}

// PayrollTemplate writes the payroll of a month to be filled and taken in: with the
// people who take part and the pay as the roster has them before that month, so that
// only what changes has to be typed. Taken in unchanged it gives no proposal. Somebody
// on leave has a remark that says so.
func (o *Office) PayrollTemplate(ctx context.Context, in TemplateOrder) (File, error) {
	fail := func(err error) (File, error) {
		return File{}, fmt.Errorf("payroll template %s of %s: %w", in.Layout, in.Month.ISO(), err)
	}
	people, err := o.People(ctx, in.Month.Add(-1))
	if err != nil {
		return fail(err)
	}
	opt := sheet.PayrollOptions{Layout: in.Layout, Today: o.Today()}
	var rows []facts.DongLuong
	for _, p := range people {
		if p.TrangThai == facts.DaNghi {
			continue
		}
		rows = append(rows, payrollLine(p))
		opt.Titles, opt.Departments = append(opt.Titles, p.ChucDanh), append(opt.Departments, p.PhongBan)
	}
	opt.Titles, opt.Departments = offered(opt.Titles), offered(opt.Departments)
	name := "bang-luong-" + in.Layout + "-" + in.Month.ISO()
	if in.Blank {
		name, rows = name+"-trong", nil
	}
	data, err := sheet.WritePayroll(rows, opt)
	if err != nil {
		return fail(err)
	}
	return File{Name: name + ".xlsx", Bytes: data}, o.deed(ctx, storage.Deed{What: "baoCao.xuat", People: len(rows)})
}

// leaveRemarks say of somebody on leave what the comparison with the roster reads.
var leaveRemarks = map[facts.TrangThai]string{facts.ThaiSan: "Nghỉ thai sản", facts.NghiOm: "Nghỉ ốm", facts.KhongLuong: "Nghỉ không lương"}

// payrollLine is a person of the roster as a line of a payroll.
func payrollLine(p facts.NguoiLaoDong) facts.DongLuong {
	return facts.DongLuong{
		MaNV: p.MaNV, HoTen: p.HoTen, MaSoBHXH: p.MaSoBHXH, SoCCCD: p.SoCCCD, NgaySinh: p.NgaySinh, GioiTinh: p.GioiTinh, QuocTich: p.QuocTich, DanToc: p.DanToc,
		DienThoai: p.DienThoai, Email: p.Email, PhongBan: p.PhongBan, ChucDanh: p.ChucDanh, NoiLamViec: p.NoiLamViec, DiaChi: p.DiaChi, MaXa: p.MaXa, MaTinh: p.MaTinh,
		MaKCB: p.MaKCB, Vung: p.Vung, HopDong: p.HopDong, Luong: p.Luong, GhiChu: leaveRemarks[p.TrangThai],
	}
}

// offered are words to choose from: each once, in their order.
func offered(all []string) []string {
	slices.Sort(all)
	all = slices.Compact(all)
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}
