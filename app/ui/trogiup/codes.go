package trogiup

import (
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// most is how many finds are shown: who sees more types another letter.
const most = 30

// search finds codes and sentences while one types.
type search struct {
	root  fyne.CanvasObject
	field *xwidget.SearchEntry
	list  *fyne.Container
	count *xwidget.Text
	view  *xwidget.Scroll
}

func newSearch() *search {
	s := &search{list: xwidget.Column(10), count: xwidget.NewCaption("")}
	s.field = xwidget.NewSearch("Mã (D02-LT-04, XL-16, E-SIG-05) hoặc lời: sai mã pin, mất số 0", s.find)
	s.view = xwidget.NewScroll(xwidget.Inset(0, 4, 14, 4, s.list))
	s.root = xwidget.Dock(xwidget.Inset(0, 4, 0, 6, xwidget.Column(6, s.field, s.count)), nil, nil, nil, s.view)
	s.find("")
	return s
}

func (s *search) find(term string) {
	found := office.FindCodes(term, 0)
	s.list.Objects = nil
	switch n := len(found); {
	case term == "":
		s.count.Set(fmt.Sprintf("%d mã và lời báo. Gõ không cần dấu.", len(office.Codes())))
	case n == 0:
		s.count.Set("Không thấy. Thử một từ khác trong lời báo, hoặc chép đúng mã.")
	case n > most:
		s.count.Set(fmt.Sprintf("%d kết quả, đây là %d đầu tiên", n, most))
		found = found[:most]
	default:
		s.count.Set(fmt.Sprintf("%d kết quả", n))
	}
	for _, h := range found {
		s.list.Add(entry(h))
	}
	s.view.ToTop()
	s.view.Reflow()
	s.list.Refresh()
}

// entry is one code: what it says, how to mend it, by which article.
func entry(h office.CodeHelp) fyne.CanvasObject {
	col := xwidget.Column(2, xwidget.NewPara(h.Head()).Strong(), xwidget.NewPara(h.Say))
	if h.Remedy != "" {
		col.Add(xwidget.NewPara("Cách sửa: " + h.Remedy))
	}
	if h.Basis != "" {
		col.Add(xwidget.NewPara("Căn cứ: " + h.Basis).Sized(look.SmallSize).In(look.Muted))
	}
	return col
}
