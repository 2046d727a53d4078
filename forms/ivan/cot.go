package ivan

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Cot are the columns of one notice. Every mẫu makes its own with Moi: a column
// belongs to one mẫu.
type Cot struct {
	TenDonVi, MaDonVi, DiaChi, Email, DienThoai form.TextColumn
	TenThuTuc, TenIVAN, NoiLap                  form.TextColumn
	NgayLap                                     form.DayColumn

	Serial, ChuThe, ToChuc form.TextColumn
	Tu, Den                form.DayColumn
}

// Moi makes the columns of a notice.
func Moi() Cot {
	return Cot{
		TenDonVi:  form.Text("TenDonVi", "Tên người sử dụng lao động (đơn vị sử dụng lao động)", form.Max(255)),
		MaDonVi:   form.Text("MaDonVi", "Mã số bảo hiểm xã hội của đơn vị", form.Max(20), form.Help("Mã đơn vị, ví dụ YN0001A")),
		DiaChi:    form.Text("DiaChi", "Địa chỉ liên hệ", form.Max(500)),
		Email:     form.Text("Email", "Địa chỉ thư điện tử", form.Max(100)),
		DienThoai: form.Text("DienThoai", "Điện thoại", form.Max(20)),
		TenThuTuc: form.Text("TenThuTuc", "Sử dụng dịch vụ I-VAN để thực hiện thủ tục", form.Max(500)),
		TenIVAN:   form.Text("TenIVAN", "Tên tổ chức I-VAN", form.Max(200), form.Help("Ghi rõ tên đầy đủ")),
		NoiLap:    form.Text("NoiLap", "Nơi lập", form.Max(100)),
		NgayLap:   form.Date("NgayLap", "Ngày lập"),

		Serial: form.Text("Serial", "Số chứng thư số", form.Must, form.Max(64)),
		ToChuc: form.Text("ToChuc", "Tên tổ chức chứng thực chữ ký số", form.Max(255), form.Help("In trên giấy; tệp điện tử không có chỗ ghi riêng")),
		ChuThe: form.Text("ChuThe", "Chủ thể của chứng thư số", form.Max(500), form.Sure(form.Medium), form.Help("Ghi vào phần tử SUBJECT của tệp điện tử")),
		Tu:     form.Date("Tu", "Chứng thư số có hiệu lực từ", form.Must),
		Den:    form.Date("Den", "Chứng thư số có hiệu lực đến", form.Must),
	}
}

// Dau is the table of the head; more are the columns that only one notice has.
func (c *Cot) Dau(rules []form.Rule, more ...form.Handle) *form.Table {
	t := &form.Table{
		Tag: "DangKy", Title: "Đơn vị và tổ chức I-VAN",
		Groups: []form.Group{
			form.Cols("Đơn vị", c.TenDonVi, c.MaDonVi, c.DiaChi, c.Email, c.DienThoai),
			form.Cols("I-VAN", c.TenThuTuc, c.TenIVAN),
			form.Cols("Ký", c.NoiLap, c.NgayLap),
		},
		Rules: rules,
	}
	if len(more) > 0 {
		t.Groups = append(t.Groups, form.Cols("Nội dung", more...))
	}
	return t
}

// ChungThu is the table of the certificates.
func (c *Cot) ChungThu(rules []form.Rule) *form.Table {
	return &form.Table{
		Tag: "ChungThu", Title: "Chứng thư số",
		Groups: []form.Group{form.Cols("", c.Serial, c.ToChuc, c.ChuThe, c.Tu, c.Den)},
		Rules:  rules,
		Totals: []form.Total{{Tag: "SoChungThu", Head: "Số chứng thư số", If: form.Always}},
	}
}

// DienDau makes the head out of what is known of the employer and of the I-VAN.
func (c *Cot) DienDau(dv facts.DonVi, tenIVAN, tenThuTuc, noiLap string, ngayLap law.Day) form.Row {
	var r form.Row
	c.TenDonVi.Set(&r, dv.Ten)
	c.MaDonVi.Set(&r, dv.MaDonVi)
	c.DiaChi.Set(&r, dv.DiaChi)
	c.Email.Set(&r, dv.Email)
	c.DienThoai.Set(&r, dv.DienThoai)
	c.TenThuTuc.Set(&r, tenThuTuc)
	c.TenIVAN.Set(&r, tenIVAN)
	c.NoiLap.Set(&r, noiLap)
	c.NgayLap.Set(&r, ngayLap)
	return r
}

// DienChungThu makes the row of a certificate: its serial number as on the
// certificate, who issued it, whose it is, and the days between which it holds.
func (c *Cot) DienChungThu(serial, toChuc, chuThe string, tu, den law.Day) form.Row {
	var r form.Row
	c.Serial.Set(&r, serial)
	c.ToChuc.Set(&r, toChuc)
	c.ChuThe.Set(&r, chuThe)
	c.Tu.Set(&r, tu)
	c.Den.Set(&r, den)
	return r
}
