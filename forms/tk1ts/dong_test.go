package tk1ts

import (
	"strings"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
)

var nguoi = facts.NguoiLaoDong{
	HoTen: "Trần Thị Thử", SoCCCD: "079195000012", NgaySinh: 19950815, GioiTinh: facts.Nu, QuocTich: "VN", DanToc: "01",
	DienThoai: "0912345678", Email: "thu@congty.vn", DiaChi: "Số 1, đường Mẫu", MaXa: "26740", MaTinh: "79", MaKCB: "79024",
}

func TestDongCarriesWhatIsKnown(t *testing.T) {
	got := string(D366.Table.AppendRow(nil, Dong(nguoi, "Tăng mới")))
	want := `{"HoTen":"Trần Thị Thử","GioiTinh":"0","NgaySinh":"1995-08-15","SoCCCD":"079195000012","DanToc":"01","QuocTich":"VN",` +
		`"DienThoai":"0912345678","Email":"thu@congty.vn","NoiKCB":"79024","DiaChiNhan":"Số 1, đường Mẫu","MaXaNhan":"26740","MaTinhNhan":"79",` +
		`"NoiDung":"Tăng mới","ID":"079195000012"}`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := string(D366.Table.AppendRow(nil, Dong(facts.NguoiLaoDong{HoTen: "Lê A"}, ""))); got != `{"HoTen":"Lê A"}` {
		t.Errorf("got %s", got)
	}
}

// The printed sheet says every item of the official form, and what was answered.
func TestPaperSaysEveryItem(t *testing.T) {
	d := form.New(D366)
	r := Dong(nguoi, "Tăng mới")
	HinhThucNhan.Set(&r, BanDienTu)
	d.Head = Dau(facts.DonVi{}, "Thành phố Hồ Chí Minh", 20261122)
	d.Rows = []form.Row{r}
	v := form.View{Doc: d, Row: r, N: 1}
	var b strings.Builder
	write := func(lines []form.Line) {
		for _, l := range lines {
			for _, s := range l.Segs {
				if s.Tick != nil && s.Tick(v) {
					b.WriteString("[x] ")
				}
				b.WriteString(s.Text)
				if s.Value != nil {
					b.WriteString(s.Value(v))
				}
			}
			b.WriteByte('\n')
		}
	}
	if !D366.Papers[0].PerRow {
		t.Error("the sheet is one a person")
	}
	for _, p := range D366.Papers[0].Parts {
		switch p := p.(type) {
		case form.Lines:
			write(p.Lines)
		case form.Sign:
			write(p.Left)
			write(p.Right)
		}
	}
	got := b.String()
	for _, want := range []string{
		"[01]. Họ và tên: Trần Thị Thử", "[x] Nữ", "[03]. Ngày, tháng, năm sinh: 15/08/1995", "[04]. Số CCCD/ĐDCN/hộ chiếu: 079195000012",
		"[05]. Dân tộc: Kinh", "[06]. Quốc tịch: Việt Nam", "[07]. Số điện thoại: 0912345678", "[08]. Địa chỉ email: thu@congty.vn",
		"[09] Nơi đăng ký khám, chữa bệnh ban đầu", ": Bệnh viện Nhân Dân 115 (79024)", "[10].", "[x] Bản điện tử", "[11] Địa chỉ nhận bản giấy:",
		"[11.1].", "[11.2]. Xã, phường, đặc khu: Phường Sài Gòn", "[11.3]. Tỉnh, thành phố: Thành phố Hồ Chí Minh", "[12].", "[13].", "[14].", "[15].",
		"[16]. Nội dung đề nghị: Tăng mới", "[17].", "Thành phố Hồ Chí Minh, ngày 22 tháng 11 năm 2026",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the sheet does not say %q", want)
		}
	}
	if strings.Contains(got, "[x] Nam") || strings.Contains(got, "[x] Bản giấy") {
		t.Error("a wrong box is ticked")
	}
}
