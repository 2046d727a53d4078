package office

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"ankhai/app/gateway/sandbox"
	"ankhai/forms/c12"
	"ankhai/forms/c12ts"
	"ankhai/forms/c70ahd"
	"ankhai/forms/d02lt"
	"ankhai/forms/d09ts"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	lawdong "ankhai/forms/law/dong"
	"ankhai/forms/m01bhsb"
	"ankhai/forms/xmlfile"
)

// monthPerson is somebody of a month's statement with what the gateway's register
// knows of their pay. due is false where it knows too little to reckon with.
type monthPerson struct {
	facts.NguoiLaoDong
	in  lawdong.Input
	due bool
}

// monthPeople reads the pay cells as they stood in the declaration.
func monthPeople(task sandbox.Task, m law.Month) ([]monthPerson, error) {
	var b bytes.Buffer
	b.WriteString("<D02-TS><NoiDung>")
	for _, p := range task.People {
		b.WriteString("<LaoDong>")
		for _, name := range sortedKeysOf(p.O) {
			b.WriteString("<" + name + ">")
			if err := xml.EscapeText(&b, []byte(p.O[name])); err != nil {
				return nil, err
			}
			b.WriteString("</" + name + ">")
		}
		b.WriteString("</LaoDong>")
	}
	b.WriteString("</NoiDung></D02-TS>")
	doc, _, _, err := xmlfile.Decode(b.Bytes())
	if err != nil {
		return nil, fmt.Errorf("read pay of the register: %w", err)
	}
	top := (*law.Sach)(nil).So("muc-tham-chieu", m.Last())
	var out []monthPerson
	for i, p := range task.People {
		one := monthPerson{NguoiLaoDong: facts.NguoiLaoDong{HoTen: p.HoTen, MaSoBHXH: p.MaSoBHXH, SoCCCD: p.SoCCCD}}
		if i < len(doc.Rows) {
			said := d02lt.Nguoi(doc.Rows[i])
			one.Luong, one.Vung = said.Luong, said.Vung
		}
		one.due = one.Luong.Known && one.Vung != ""
		one.in = lawdong.Input{Luong: one.Luong.ThanhTien(top), Thang: m, Vung: one.Vung}
		out = append(out, one)
	}
	return out, nil
}

// practiceC12 is the statement that the register's people come to. Who has no pay in
// the register is left out of the amounts, and nothing was paid.
func practiceC12(task sandbox.Task) (*form.Doc, error) {
	m, _ := law.ParseMonth(task.Notice.Thang)
	people, err := monthPeople(task, m)
	if err != nil {
		return nil, err
	}
	var all []c12.Nguoi
	for i, p := range people {
		if !p.due {
			continue
		}
		due, err := c12.TinhMuc(p.in)
		if err != nil {
			continue // a pay of the register that the law has no contribution for
		}
		all = append(all, c12.Nguoi{ID: fmt.Sprint(i), HoTen: p.HoTen, MaSo: p.MaSoBHXH, Nay: due, Truoc: due, Giu: due})
	}
	d := form.New(c12ts.D366)
	d.Head = c12ts.Dau(facts.DonVi{Ten: task.Unit.TenDonVi, MaDonVi: task.Unit.MaDonVi, DiaChi: task.Unit.DiaChi}, m)
	c12ts.BHXHCoSo.Set(&d.Head, agencyName)
	c12ts.CoQuan.Set(&d.Head, agencyName)
	c12ts.NgayLap.Set(&d.Head, dayIn(task.Notice.Luc))
	c12ts.KiemTra.Set(&d.Head, m.Add(1).First().Add(14))
	d.Rows = c12.Tinh(m, all, nil).Dong()
	return d, nil
}

// practiceD09 is the list of the register's people.
func practiceD09(task sandbox.Task) (*form.Doc, error) {
	m, _ := law.ParseMonth(task.Notice.Thang)
	people, err := monthPeople(task, m)
	if err != nil {
		return nil, err
	}
	d := form.New(d09ts.D366)
	d09ts.BHXHCoSo.Set(&d.Head, agencyName)
	d09ts.MaDonVi.Set(&d.Head, task.Unit.MaDonVi)
	d09ts.TenDonVi.Set(&d.Head, task.Unit.TenDonVi)
	d09ts.DiaChiDV.Set(&d.Head, task.Unit.DiaChi)
	d09ts.NgayLap.Set(&d.Head, dayIn(task.Notice.Luc))
	sums := map[form.MoneyColumn]int64{}
	for i, p := range people {
		var r form.Row
		d09ts.HoTen.Set(&r, p.HoTen)
		d09ts.MaSoBHXH.Set(&r, p.MaSoBHXH)
		if birth, ok := facts.ParseNgaySinh(task.People[i].NgaySinh); ok {
			d09ts.NgaySinh.Set(&r, law.Day(birth))
		}
		if due, err := lawdong.MucDong(p.in); p.due && err == nil {
			parts := due.Parts
			for c, x := range map[form.MoneyColumn][2]int64{
				d09ts.LuongBHXH: {due.CanCu, parts.DonVi.HuuTri}, d09ts.LuongBHYT: {due.CanCu, parts.DonVi.BHYT},
				d09ts.LuongBHTN: {due.CanCuTN, parts.DonVi.BHTN}, d09ts.LuongTNLD: {due.CanCu, parts.DonVi.TNLD},
			} {
				if x[1] != 0 {
					c.Set(&r, x[0])
					sums[c] += x[0]
				}
			}
		} else {
			d09ts.GhiChu.Set(&r, "Sổ của cổng thực hành chưa có tiền lương của người này")
		}
		d.Rows = append(d.Rows, r)
	}
	for c, of := range map[form.MoneyColumn]form.MoneyColumn{
		d09ts.LuongBHXH: d09ts.CongBHXH, d09ts.LuongBHYT: d09ts.CongBHYT, d09ts.LuongBHTN: d09ts.CongBHTN, d09ts.LuongTNLD: d09ts.CongTNLD,
	} {
		of.Set(&d.Head, sums[c])
	}
	return d, nil
}

// practiceC70a grants every line of a claim its days. How much money that is the
// gateway does not know, and says so. nil where the file is no 01B-HSB.
func practiceC70a(task sandbox.Task, f sandbox.TaskFile) *form.Doc {
	claim, _, _, err := xmlfile.Decode(f.Bytes)
	if err != nil || claim.Form != m01bhsb.B166 {
		return nil
	}
	m, _ := law.ParseMonth(task.Notice.Luc.In(vietnam).Format("2006-01"))
	d := form.New(c70ahd.TT102)
	c70ahd.TenDonVi.Set(&d.Head, task.Dossier.TenDonVi)
	c70ahd.MaDonVi.Set(&d.Head, task.Dossier.MaDonVi)
	c70ahd.Dot.Set(&d.Head, 1)
	c70ahd.Thang.Set(&d.Head, m)
	for _, r := range claim.Rows {
		who, what := m01bhsb.Nguoi(r), m01bhsb.CheDo.Get(r)
		if g, ok := m01bhsb.NhomCua(what); ok {
			what = g.Ten
		}
		var out form.Row
		c70ahd.HoTen.Set(&out, who.HoTen)
		c70ahd.MaSoBHXH.Set(&out, who.MaSoBHXH)
		c70ahd.DieuKien.Set(&out, strings.TrimSpace(what+" từ "+m01bhsb.TuNgay.Get(r).String()+" đến "+m01bhsb.DenNgay.Get(r).String()))
		c70ahd.SoNgay.Column.Put(&out, m01bhsb.TongSo.Column.Get(r))
		c70ahd.LyDo.Set(&out, "Cổng thực hành không tính tiền trợ cấp")
		d.Rows = append(d.Rows, out)
	}
	return d
}
