package caidat

import (
	"context"
	"errors"
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// company is «Đơn vị»: the record, its colour, and the ways out and in.
func (p *Page) company() []fyne.CanvasObject {
	var dv office.DonVi
	p.later(func(ctx context.Context) (err error) {
		dv, err = p.source.Company(ctx)
		return noCompany(err)
	}, func() []fyne.CanvasObject {
		if dv.MaSoThue == "" {
			return []fyne.CanvasObject{p.noCompany("Chưa có đơn vị nào.")}
		}
		facts := xwidget.Column(4)
		for _, l := range [][2]string{{"Tên", dv.Ten}, {"Mã số thuế", dv.MaSoThue}, {"Mã đơn vị", dv.MaDonVi}, {"Cơ quan BHXH", dv.CoQuanBHXH},
			{"Địa chỉ", dv.DiaChi}, {"Người đại diện", dv.NguoiDaiDien}, {"Vùng lương tối thiểu", dv.Vung}} {
			value := xwidget.NewText(l[1])
			if l[1] == "" {
				value = xwidget.NewText("chưa ghi").In(look.Notice)
			}
			facts.Add(xwidget.Dock(nil, nil, xwidget.Sized(180, 0, xwidget.Row(0, xwidget.NewText(l[0]).In(look.Muted))), nil, value))
		}
		facts.Add(xwidget.Inset(0, 6, 0, 0, xwidget.Row(8, xwidget.NewStrong("Sửa đơn vị", p.doors.EditCompany), xwidget.NewButton("Thêm đơn vị", p.doors.AddCompany))))
		return []fyne.CanvasObject{
			xwidget.NewCard(facts),
			group("Màu của đơn vị", "Sọc màu cạnh tên ở trên cùng, để không khai nhầm đơn vị.", p.colours(dv)),
			group("Chuyển đơn vị", "Giao: mọi thứ của đơn vị trong một tệp mã hoá, mở bằng mật khẩu. Nhận: xem tệp có gì trước, rồi mới nhận.",
				xwidget.Flow(8, xwidget.NewButton("Giao cho nơi khác…", p.doors.GiveEmployer), xwidget.NewButton("Nhận đơn vị…", p.doors.TakeEmployer))),
			group("Dữ liệu mở", "Mọi thứ của đơn vị ra tệp ai cũng đọc được, không mã hoá.",
				xwidget.Row(0, xwidget.NewButton("Xuất dữ liệu mở", p.doors.OpenExport))),
		}
	})
	return nil
}

// noCompany says what to do where there is no employer, which is no failure here.
func (p *Page) noCompany(words string) fyne.CanvasObject {
	return xwidget.NewCard(xwidget.Column(10, xwidget.NewPara(words), xwidget.Row(0, xwidget.NewStrong("Ghi đơn vị", p.doors.AddCompany))))
}

func noCompany(err error) error {
	if errors.Is(err, office.ErrNoCompany) {
		return nil
	}
	return err
}

// colours are the stripes to choose from, each with its name.
func (p *Page) colours(dv office.DonVi) fyne.CanvasObject {
	row := xwidget.Flow(8)
	for _, c := range office.Colours {
		patch := canvas.NewRectangle(rgb(c.Value))
		patch.CornerRadius = 3
		name := xwidget.NewText(c.Name)
		card := xwidget.NewCard(xwidget.Row(6, xwidget.Sized(14, 14, patch), name)).Door(func() {
			p.host.Quiet(func(ctx context.Context) error { return p.source.SetColour(ctx, c.Value) }, func(err error) {
				if err != nil {
					p.host.Fail(err)
					return
				}
				p.host.Reload()
				p.OnShow()
			})
		})
		card.Pad, card.Radius = 6, 4
		if strings.EqualFold(c.Value, dv.Mau) {
			card.Edge, card.Fill = look.Primary, look.Selection
			name.Strong()
		}
		row.Add(card)
	}
	return row
}

// rgb reads "#rrggbb" of office.Colours.
func rgb(s string) color.Color {
	n, _ := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	return color.NRGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 255}
}

// gateway is «Cổng và tài khoản»: where the dossiers go. In practice that is the
// practice gateway and cannot be another.
func (p *Page) gateway() []fyne.CanvasObject {
	var dv office.DonVi
	var address string
	p.later(func(ctx context.Context) (err error) {
		if dv, err = p.source.Company(ctx); err != nil {
			return noCompany(err)
		}
		if address, err = p.source.GatewayOf(ctx); errors.Is(err, office.ErrNoGateway) {
			err = nil
		}
		return err
	}, func() []fyne.CanvasObject {
		switch {
		case dv.MaSoThue == "":
			return []fyne.CanvasObject{p.noCompany("Cổng thuộc về một đơn vị, mà chưa có đơn vị nào.")}
		case dv.ThucHanh:
			return []fyne.CanvasObject{group("Cổng thực hành", "Công ty mẫu luôn gửi tới cổng thực hành chạy ngay trên máy này. Không gì được gửi ra ngoài.", xwidget.Row(0, xwidget.NewBadge("Cổng thực hành", look.Warn)))}
		}
		entry := xwidget.NewCode()
		entry.SetText(address)
		entry.SetPlaceHolder("https://…, file:THƯ_MỤC hoặc thuc-hanh")
		fault := xwidget.NewPara("").Sized(look.SmallSize).In(look.Error)
		fault.Hide()
		typed := p.host.Typed(unsaved.Form{Name: "dia-chi-cong", Title: "Địa chỉ cổng", Go: office.Place{Screen: "cai-dat", ID: "cong"}, Fields: []unsaved.Field{unsaved.Text("diaChi", "Địa chỉ cổng", entry)}})
		keep := xwidget.NewStrong("Lưu địa chỉ", func() { p.keepGateway(dv, entry.Text, fault, typed) })
		entry.OnSubmitted = func(string) { p.keepGateway(dv, entry.Text, fault, typed) }
		lines := []fyne.CanvasObject{group("Hồ sơ của "+dv.Ten+" đi đâu", "Địa chỉ cổng của tổ chức I-VAN; hoặc file: và một thư mục để nhận tệp đã ký rồi nộp bằng cách khác; hoặc thuc-hanh để tập.",
			xwidget.Column(6, typed.Top(), xwidget.Dock(nil, nil, nil, xwidget.Inset(8, 0, 0, 0, keep), entry), fault))}
		if p.doors.Account != nil {
			lines = append(lines, group("Tài khoản ở cổng", "Mã I-VAN, tài khoản, chứng thư của máy chủ; hỏi thử cổng có chạy không.", xwidget.Row(0, xwidget.NewButton("Mở tài khoản", p.doors.Account))))
		}
		return lines
	})
	return nil
}

func (p *Page) keepGateway(dv office.DonVi, address string, fault *xwidget.Text, typed *unsaved.Open) {
	address = strings.TrimSpace(address)
	p.host.Quiet(func(ctx context.Context) error {
		if err := office.CheckAddress(address); err != nil {
			return err
		}
		return p.source.SetGateway(ctx, dv.MaSoThue, address)
	}, func(err error) {
		fault.Hide()
		switch {
		case errors.Is(err, office.ErrBadAddress):
			fault.Set(office.Say(err))
			fault.Show()
		case err != nil:
			p.host.Fail(err)
		default:
			typed.Stored()
			p.host.Say("Đã lưu địa chỉ cổng", false)
		}
		p.scroll.Reflow()
	})
}
