package caidat

import (
	"fyne.io/fyne/v2"

	"ankhai/app/ui/giaodien"
	"ankhai/app/ui/prefs"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// looks is «Giao diện»: colours, rows, size. Each choice is put on at once.
func (p *Page) looks() []fyne.CanvasObject {
	choice := func(c prefs.Choice) fyne.CanvasObject {
		words := make([]string, len(c.Values()))
		for i, v := range c.Values() {
			words[i] = giaodien.Title(v)
		}
		return p.pick(words, c.At(), func(i int) {
			c.Set(c.Values()[i])
			p.host.Wear()
		})
	}
	return []fyne.CanvasObject{
		group("Ngôn ngữ", "Chữ của cửa sổ. Mẫu, quy tắc và lời của cơ quan BHXH luôn giữ tiếng Việt, như trên giấy.", choice(giaodien.Ngu)),
		group("Màu", "«Tương phản cao» cho mắt kém: nền đen, chữ sáng, viền rõ. «Theo hệ thống» sáng hay tối như máy.", choice(giaodien.Nen)),
		group("Dòng của bảng", "«Gọn» thấy được nhiều dòng hơn, «Thoáng» dễ dò hơn.", choice(giaodien.MatDo)),
		group("Cỡ chữ và mọi thứ", "So với cỡ của máy. Thấy ngay trong cửa sổ này.", choice(giaodien.CoChu)),
		xwidget.NewPara("Các lựa chọn này ở lại trên máy này, không theo đơn vị.").In(look.Muted),
	}
}

// typing is «Gõ tiếng Việt».
func (p *Page) typing() []fyne.CanvasObject {
	t := p.doors.Typing
	return []fyne.CanvasObject{group("Kiểu gõ trong cửa sổ này", t.Notes, p.pick(t.Modes, t.At(), func(i int) {
		t.Set(i)
		p.OnShow()
	}))}
}
