package nguoilaodong

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// record is what is known of a person; all but who comes when it is read.
type record struct {
	who    office.NguoiLaoDong
	past   []office.NguoiLaoDong
	claims []office.Benefit
	quota  *office.Quota // nil for who has left
	due    string        // for the month
	read   bool
}

// show writes what is known of a person beside the list.
func (p *Page) show(r record) {
	who := r.who
	tone := look.Good
	if who.TrangThai != office.DangDong {
		tone = look.Plain
	}
	lines := []fyne.CanvasObject{
		xwidget.NewPara(who.HoTen).Sized(15).Strong(),
		xwidget.Row(6, xwidget.NewBadge(who.TrangThai.Say(), tone), xwidget.NewCaption(since(who))),
	}
	if lacks := office.Missing(who); len(lacks) > 0 && who.TrangThai != office.DaNghi {
		note := xwidget.NewPanel(look.NoticeBg, xwidget.Inset(12, 8, 10, 8, xwidget.Column(2,
			xwidget.NewText("Còn thiếu").Strong().In(look.Notice),
			xwidget.NewPara(strings.Join(lacks, ", ")+". Điền ở «Sửa thông tin…» hoặc trong hồ sơ; mức lương, chức danh thì ghi vào bảng lương rồi thả lại."))))
		note.Stripe = look.Notice
		lines = append(lines, note)
	}
	lines = append(lines, pairs([][2]string{
		{"Mã số BHXH", who.MaSoBHXH}, {"Số ĐDCN/CCCD", who.SoCCCD}, {"Ngày sinh", who.NgaySinh.String()},
		{"Giới tính", who.GioiTinh.Ten()}, {"Mã nhân viên", who.MaNV}, {"Điện thoại", who.DienThoai},
		{"Chức danh", who.ChucDanh}, {"Phòng ban", who.PhongBan}, {"Nơi làm việc", who.NoiLamViec},
		{"Hợp đồng", contract(who.HopDong)}, {"Nơi KCB", coded(who.MaKCB, office.DanhMucKCB.Label(who.MaKCB))},
		{"Mức lương", payWords(who.Luong)},
	}), p.dueLine(who, r.due))
	if p.edited != nil {
		lines = append(lines, p.edited.line(p))
	}
	lines = append(lines, xwidget.Flow(8, xwidget.NewButton("Sửa thông tin…", func() { p.edit(who) }), xwidget.NewButton("Tra ở cơ quan BHXH…", func() { p.askAgency(who) })))
	if r.quota != nil {
		lines = append(lines, xwidget.NewRule(), p.entitled(*r.quota))
	}
	if r.read {
		lines = append(lines, xwidget.NewRule(), p.had(r))
	}
	if len(r.past) > 0 {
		line := xwidget.NewTimeline(events(r.past))
		line.OnActive, line.OnResized = p.scroll.Reveal, p.scroll.Reflow
		lines = append(lines, xwidget.NewRule(), xwidget.NewText("Quá trình").Strong(), line)
	}
	lines = append(lines, xwidget.NewRule(), p.rights(who))
	p.detail.Objects = lines
	p.scroll.Reflow()
}

// dueLine tells what is paid for the month, with the door to where it and the pay come
// from. It stands close below the pairs, as one of them.
func (p *Page) dueLine(who office.NguoiLaoDong, due string) fyne.CanvasObject {
	amount := xwidget.NewText(due)
	if due == "" {
		amount = xwidget.NewText("chưa có").In(look.Muted)
	}
	line := xwidget.Sized(0, lineHigh, xwidget.Row(2, amount, xwidget.NewQuiet("Vì sao?", func() { p.why(who.ID) }).Tiny()))
	label := fmt.Sprintf("Đóng tháng %d", p.host.Month().Num())
	return xwidget.Inset(0, pairGap-columnGap, 0, 0, xwidget.Shares(8, pairShares, xwidget.NewPara(label).In(look.Muted), line))
}

// The measures of a pair: between two of them, between the parts of the record, the
// shares of name and value, and the height of a line of words.
const pairGap, columnGap, lineHigh = 4, 10, 18

var pairShares = []float32{1, 1.6}

func since(who office.NguoiLaoDong) string {
	if who.TuThang == 0 {
		return ""
	}
	return "từ tháng " + who.TuThang.String()
}

func coded(code, words string) string {
	if code == "" || words == "" {
		return code
	}
	return words + " (" + code + ")"
}

func payWords(l office.Luong) string {
	switch {
	case !l.Known:
		return ""
	case l.LaHeSo():
		return "hệ số " + coefficient(l.HeSo)
	case l.PhuCap != 0 || l.BoSung != 0:
		return wording.Dong(l.MucLuong) + " đồng, phụ cấp " + wording.Dong(l.PhuCap) + ", bổ sung " + wording.Dong(l.BoSung)
	}
	return wording.Dong(l.MucLuong) + " đồng"
}

func contract(h office.HopDong) string {
	var out []string
	if s := office.DanhMucLoaiHD.Label(h.Loai); s != "" {
		out = append(out, s)
	}
	if h.So != "" {
		out = append(out, "số "+h.So)
	}
	if h.Tu != 0 {
		out = append(out, "từ "+h.Tu.String())
	}
	if h.Den != 0 {
		out = append(out, "đến "+h.Den.String())
	}
	return strings.Join(out, ", ")
}

// pairs shows names and values below each other; what nobody has said is named.
func pairs(items [][2]string) fyne.CanvasObject {
	col := xwidget.Column(pairGap)
	for _, it := range items {
		value := xwidget.NewPara(it[1])
		if it[1] == "" {
			value = xwidget.NewPara("chưa có").In(look.Muted)
		}
		col.Add(xwidget.Shares(8, pairShares, xwidget.NewPara(it[0]).In(look.Muted), value))
	}
	return col
}

// events tells the history newest first: what changed from the line before.
func events(past []office.NguoiLaoDong) []xwidget.EventItem {
	var out []xwidget.EventItem
	for i := len(past) - 1; i >= 0; i-- {
		e := xwidget.EventItem{When: "tháng " + past[i].TuThang.String(), Tone: look.Plain}
		if i == len(past)-1 {
			e.Tone = look.Good
		}
		if i == 0 {
			e.Title, e.Say = "Vào danh sách", payWords(past[i].Luong)
		} else {
			e.Title, e.Say = change(past[i-1], past[i])
		}
		out = append(out, e)
	}
	return out
}

// change names the most telling difference of two states of a person, and the rest.
func change(old, now office.NguoiLaoDong) (title, say string) {
	var what []string
	if old.TrangThai != now.TrangThai {
		what = append(what, wording.Hoa(now.TrangThai.Say()))
	}
	if old.Luong != now.Luong {
		what = append(what, "Lương "+payOf(old.Luong)+" → "+payOf(now.Luong))
	}
	if old.ChucDanh != now.ChucDanh {
		what = append(what, "Chức danh "+orMissing(old.ChucDanh)+" → "+orMissing(now.ChucDanh))
	}
	if old.HopDong != now.HopDong {
		what = append(what, "Hợp đồng "+contract(now.HopDong))
	}
	if old.NoiLamViec != now.NoiLamViec || old.PhongBan != now.PhongBan {
		what = append(what, "Nơi làm việc "+strings.TrimSpace(now.PhongBan+" "+now.NoiLamViec))
	}
	if len(what) == 0 {
		return "Sửa thông tin", ""
	}
	return what[0], strings.Join(what[1:], "; ")
}
